import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findBrowsers } from '../run/find-browsers.ts';
import { openWebsite, type Website } from '../support/embedding-website.ts';

/** As high as the room that the guide tells the browser to keep free. */
const barHeight = 96;

const bar = `<div style="position: fixed; inset: 0 0 auto; block-size: ${barHeight}px"></div>`;
const far = '<div style="block-size: 300vh"></div>';

/** How far below the bar the part begins and ends that has the focus, in the page or its prompt. */
const placeOfFocus = (page: Page) =>
  page.evaluate((height) => {
    const outer = document.activeElement;
    const part = outer?.shadowRoot?.activeElement ?? outer;
    const { top, bottom } = part?.getBoundingClientRect() ?? { top: NaN, bottom: NaN };
    return { name: part?.localName, top: top - height, bottom: bottom - height };
  }, barHeight);

for (const browser of findBrowsers(process.env)) {
  describe(`a website with a bar that stays at the top, in ${browser.name}`, () => {
    let website: Website;
    before(async () => {
      website = await openWebsite(browser);
    });
    afterEach(() => website.leave());
    after(() => website.close());

    /** Answers, goes below all that the page has, and comes back by the keyboard, stop by stop. */
    async function comeBack(styles: string) {
      const prompt = '<page-feedback accessibility-href="#a" contact-href="#b"></page-feedback>';
      const { page, prompt: find } = await website.visit({
        head: `<style>${styles}</style>`,
        body: `${bar}${far}${prompt}${far}<a href="#1">efter</a>${website.loader}`,
      });
      await find().element.scrollIntoViewIfNeeded();
      await find().answer('no');
      await page.getByRole('link', { name: 'efter' }).focus();
      const places = [];
      for (let stop = 0; stop < 6; stop += 1) {
        await page.keyboard.press('Shift+Tab');
        places.push(await placeOfFocus(page));
      }
      return places;
    }

    const names = ['a', 'button', 'textarea', 'a', 'button', 'button'];

    it('A11: hides nothing that has the focus, with the rule of the guide', async () => {
      const places = await comeBack(website.guide('css', 'scroll-padding-top'));
      assert.deepEqual(
        places.map(({ name }) => name),
        names,
      );
      for (const { name, top, bottom } of places) {
        // A browser that shows the caret may leave the upper part of a field under the bar.
        const seen = name === 'textarea' ? bottom - 44 : top;
        assert.ok(seen >= 0, `${name}: ${top} to ${bottom} px below the bar`);
      }
    });

    it('A11: would hide some of it without', async () => {
      const places = await comeBack('');
      assert.ok(places.some(({ top }) => top < 0));
    });
  });
}
