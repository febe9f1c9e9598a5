import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { describeJourney } from '../support/browser-journey.ts';
import { scrollToPrompt } from '../support/demo-visitor.ts';

const path = (request: Request) => new URL(request.url()).pathname;

/** Gathers, from before the page loads, how much its content moves without the visitor’s doing. */
async function measureShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts: object[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('hadRecentInput' in entry) || !entry.hadRecentInput)
          shifts.push(entry.toJSON() as object);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      for (let count = 0; count < 3; count += 1) await new Promise(requestAnimationFrame);
      return (window as unknown as { shifts: object[] }).shifts;
    });
}

describeJourney('what a page pays', ['Chromium'], (journey) => {
  it('is one script until the prompt is near, one more then, and one request for a press', async () => {
    const { page, context, requests, faults } = await journey.visit({
      viewport: { width: 1024, height: 600 },
    });
    const { url } = journey.service();
    const scripts = () => requests.filter((one) => one.resourceType() === 'script').map(path);
    const answers = () => requests.filter((one) => one.method() === 'POST').map(path);

    await page.goto(`${url}/demo/`, { waitUntil: 'networkidle' });
    assert.deepEqual(scripts(), ['/widget/page-feedback.js']);
    const prompt = await scrollToPrompt(page);
    await page.waitForLoadState('networkidle');
    const both = ['/widget/page-feedback.js', '/widget/page-feedback.sv.js'];
    assert.deepEqual(scripts(), both);
    assert.deepEqual(answers(), []);

    await prompt.no.click();
    await page.getByText('Tack för ditt svar.').waitFor();
    assert.deepEqual(answers(), ['/feedback/v1/responses']);
    await prompt.field.fill('Något saknades.');
    await prompt.send.click();
    await page.getByText('Tack! Vi har tagit emot din kommentar.').waitFor();
    assert.equal(answers().length, 2);
    assert.deepEqual(scripts(), both);

    assert.deepEqual([...new Set(requests.map((one) => new URL(one.url()).origin))], [url]);
    for (const request of requests) {
      const { cookie, origin } = await request.allHeaders();
      assert.equal(cookie, undefined);
      if (request.method() === 'POST') assert.equal(origin, url);
      const answer = await request.response();
      assert.equal(answer?.headers()['set-cookie'], undefined);
    }
    const { cookies, origins } = await context.storageState({ indexedDB: true });
    assert.deepEqual([cookies, origins], [[], []]);
    assert.deepEqual(faults, []);
  });

  for (const width of [320, 768, 1280]) {
    it(`A16: is no shift of the page on loading and answering, at ${width} px`, async () => {
      const { page } = await journey.visit({ viewport: { width, height: 700 } });
      const shifts = await measureShifts(page);
      await page.goto(`${journey.service().url}/demo/`, { waitUntil: 'networkidle' });
      assert.deepEqual(await shifts(), []);
      const prompt = await scrollToPrompt(page);
      assert.deepEqual(await shifts(), []);
      await prompt.yes.click();
      await page.getByText('Tack för ditt svar.').waitFor();
      assert.deepEqual(await shifts(), []);
    });

    it(`A16: is no shift when the service is slow to answer, at ${width} px`, async () => {
      const { page } = await journey.visit({ viewport: { width, height: 700 } });
      const shifts = await measureShifts(page);
      // Browsers forgive what moves within half a second of a press.
      await page.route('**/responses', async (route) => {
        await page.waitForTimeout(700);
        await route.continue();
      });
      await page.goto(`${journey.service().url}/demo/`);
      const prompt = await scrollToPrompt(page);
      await prompt.no.click();
      await page.getByText('Tack för ditt svar.').waitFor();
      assert.deepEqual(await shifts(), []);
    });
  }

  it('A16: is measured rightly', async () => {
    const { page } = await journey.visit();
    const shifts = await measureShifts(page);
    await page.goto(`${journey.service().url}/demo/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      document.querySelector('h1')?.style.setProperty('margin-block-start', '5rem');
    });
    assert.notDeepEqual(await shifts(), []);
  });
});
