import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** The most presses of Tab on the way to something. */
const mostPresses = 150;

/**
 * Presses Tab until something of this name has the focus: a link or button by its words, a
 * field by its label, hidden words for screen readers among them. Who looks for what stands
 * before goes backwards: after the way around the browser's own buttons, a headless Firefox
 * takes no Enter.
 * @throws when nothing on the way is called so
 */
export async function reachByTab(
  page: Page,
  name: RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press(key);
    const reached = await focusedName(page);
    if (name.test(reached)) return;
    passed.push(reached);
  }
  assert.fail(`nothing is reached that is called ${name.source}, only:\n${passed.join('\n')}`);
}

/** What has the focus, by its label or its own words. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const labels = element && 'labels' in element ? (element.labels as NodeListOf<Element>) : null;
    const words =
      element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
    return words.replace(/\s+/g, ' ').trim();
  });
