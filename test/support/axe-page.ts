import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Visit } from './browser-journey.ts';

/** Every rule there is, also those that are only advice. */
const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  ...['best-practice', 'experimental'],
];

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The engine is put in before each page's own scripts: a strict policy lets nothing in later. */
export const bringAxe = ({ context }: Visit) => context.addInitScript({ path: axePath });

/**
 * What the engine leaves undecided, and why that is no fault: a hidden button is judged in
 * the states in which it is shown, a field for robots is hidden from all people alike, and
 * the text of a chart is judged by `chartContrasts`.
 */
const explained = [
  /^undecided hidden-content: <button type="submit"/,
  /^undecided hidden-content: <input name="website" autocomplete="off" hidden=""/,
  /^undecided color-contrast: <text /,
];

/** The faults of a page, and what the engine could not decide, in words. */
async function judge(page: Page): Promise<string[]> {
  const faults = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: typeof Axe };
      const results = await axe.run(document, options);
      const inWords = (kind: string, { id, nodes }: Axe.Result) =>
        nodes.map(({ html, any, all, none }) => {
          const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
          return `${kind} ${id}: ${html.slice(0, 300)} (${why})`;
        });
      if (results.passes.length < 15) throw new Error('Hardly any rule had something to judge.');
      return [
        ...results.violations.flatMap((result) => inWords('fault', result)),
        ...results.incomplete.flatMap((result) => inWords('undecided', result)),
      ];
    },
    { runOnly: tags },
  );
  return faults.filter((fault) => !explained.some((pattern) => pattern.test(fault)));
}

/** The contrast of each text in a chart with what is painted behind the chart. */
const chartContrasts = (page: Page) =>
  page.locator('svg text').evaluateAll((texts) => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { Color, getContrast } = (axe as unknown as { commons: { color: ColorTools } }).commons
      .color;
    const read = (value: string) => {
      const color = new Color();
      color.parseString(value);
      return color;
    };
    return texts.map((text) => {
      let behind: Element | null = text;
      while (behind && read(getComputedStyle(behind).backgroundColor).alpha < 1) {
        behind = behind.parentElement;
      }
      const ground = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)';
      return getContrast(read(ground), read(getComputedStyle(text).fill));
    });
  });

interface AxeColor {
  alpha: number;
  parseString: (value: string) => void;
}

/** What axe-core computes contrasts with. */
interface ColorTools {
  Color: new () => AxeColor;
  getContrast: (behind: AxeColor, color: AxeColor) => number;
}

/** @throws when the page has faults on a light or a dark screen */
export async function assertNoFaults(page: Page) {
  await page.waitForLoadState();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const query = `(prefers-color-scheme: ${colorScheme})`;
    assert.ok(await page.evaluate((media) => matchMedia(media).matches, query), query);
    assert.deepEqual(await judge(page), [], `${page.url()} on a ${colorScheme} screen`);
    for (const contrast of await chartContrasts(page)) assert.ok(contrast >= 4.5, 'the chart');
  }
}
