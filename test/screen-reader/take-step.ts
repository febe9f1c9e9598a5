import type { BrowserName } from '../run/find-browsers.ts';
import type { Keyboard } from './desktop/keyboard.ts';
import type { Step } from './journeys/journey.ts';
import { isSame, judge } from './listening/judge.ts';
import type { Listen } from './listening/listener.ts';
import type { Spoken } from './listening/spoken.ts';

export interface StepResult {
  step: Step;
  expected: readonly string[];
  spoken: readonly Spoken[];
  passed: boolean;
  /** How long it took, in milliseconds. */
  duration: number;
}

/** So often a key is pressed in search of something. */
const longestSearch = 60;

/** Presses what the step tells, and judges what is then heard. */
export async function takeStep(
  step: Step,
  browser: BrowserName,
  keyboard: Keyboard,
  listen: Listen,
): Promise<StepResult> {
  const begin = Date.now();
  const result = (expected: readonly string[], spoken: Spoken[], passed: boolean) => ({
    step,
    expected,
    spoken,
    passed,
    duration: Date.now() - begin,
  });

  if ('until' in step) {
    const { until, press } = step;
    const isFound = (spoken: Spoken[]) => spoken.some(({ text }) => isSame(until, text));
    const all: Spoken[] = [];
    for (let presses = 0; presses < longestSearch && !isFound(all); presses++) {
      const more = await listen(() => keyboard.press(press), isSomething);
      if (more.length === 0) break;
      all.push(...more);
    }
    return result([until], all, isFound(all));
  }
  const act = () => ('write' in step ? keyboard.write(step.write) : keyboard.press(step.press));
  if (step.hears === 'anything') return result([], await listen(act, () => 'right'), true);
  const expected = 'Chromium' in step.hears ? step.hears[browser] : step.hears;
  const spoken = await listen(act, (all) => judge(expected, all));
  return result(expected, spoken, judge(expected, spoken) === 'right');
}

const isSomething = ({ length }: Spoken[]) => (length > 0 ? 'right' : 'waiting');
