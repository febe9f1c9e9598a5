import timers from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { startVisit } from './demo-visit.ts';

/** The sums of layout shifts (the score of CLS) in a window of a width. */
export interface LayoutShift {
  /** In pixels. */
  width: number;
  /** Until the element has taken over from the form in its tag. */
  onLoad: number;
  /** From then until the answer is stored, as CLS counts it. */
  onAnswer: number;
  /** The same, with what CLS forgives: what moves within half a second of a press. */
  onAnswerWithForgiven: number;
  /** From then until a slow service has stored a comment, and the form is gone; as CLS counts it. */
  onSlowComment: number;
}

/** How slow, in milliseconds: what moves within half a second of the press counts for nothing. */
const slowness = 1000;

const widths = [320, 768, 1280];

/**
 * Measures how much moves on the demo article. The element arrives when the prompt
 * is in sight already: what moves out of sight counts for nothing.
 */
export async function measureLayoutShift(
  browser: Browser,
  service: string,
): Promise<LayoutShift[]> {
  const shifts: LayoutShift[] = [];
  for (const width of widths) {
    const visit = await startVisit(browser, width);
    const { page } = visit;
    const inSight = Promise.withResolvers<undefined>();
    await page.route(/page-feedback\.[a-z]+\.js/, async (route) => {
      await inSight.promise;
      await route.continue();
    });
    await page.addInitScript(watchShifts);
    await page.goto(`${service}/demo/`);
    await visit.scrollToPrompt();
    inSight.resolve(undefined);
    await visit.nearPrompt();
    const onLoad = await page.evaluate(takeShifts);
    await visit.answer();
    const onAnswer = await page.evaluate(takeShifts);
    await page.route('**/feedback/v1/responses', async (route) => {
      await timers.setTimeout(slowness);
      await route.continue();
    });
    await visit.comment();
    const onComment = await page.evaluate(takeShifts);
    await visit.end();
    const counted = (list: Shift[]) => sum(list.filter(({ hadRecentInput }) => !hadRecentInput));
    shifts.push({
      width,
      onLoad: sum(onLoad),
      onAnswer: counted(onAnswer),
      onAnswerWithForgiven: sum(onAnswer),
      onSlowComment: counted(onComment),
    });
  }
  return shifts;
}

interface Shift {
  value: number;
  hadRecentInput: boolean;
}

const sum = (shifts: Shift[]) => shifts.reduce((total, { value }) => total + value, 0);

/** Runs in the page, before anything else: gathers the shifts from now on. */
function watchShifts() {
  const shifts: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  const takeShifts = () => shifts.splice(0).concat(observer.takeRecords());
  Object.assign(window, { takeShifts });
}

/** Runs in the page: the shifts since the last call. */
function takeShifts(): Shift[] {
  const take = Reflect.get(window, 'takeShifts') as () => Shift[];
  return take().map(({ value, hadRecentInput }) => ({ value, hadRecentInput }));
}
