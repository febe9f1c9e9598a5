import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { describeJourney } from '../support/browser-journey.ts';
import { scrollToPrompt } from '../support/demo-visitor.ts';

/** What is smaller than a finger: links, buttons and fields of the page itself, with their height. */
const smallTargets = (page: Page, least: number) =>
  page.locator('a, button, summary, select, textarea, label:has(input)').evaluateAll(
    (targets, smallest) =>
      targets
        .filter((target) => target.checkVisibility() && !target.matches('.skip'))
        .map((target) => {
          // A link that is broken over lines is as tall as one of its lines.
          const heights = [...target.getClientRects()].map(({ height }) => height);
          return { words: target.textContent.trim().slice(0, 60), height: Math.min(...heights) };
        })
        .filter(({ height }) => height < smallest),
    least,
  );

const within = 24;
const alone = 44;

describeJourney('A12: what can be pressed is large enough', ['Chromium'], (journey) => {
  const open = async (page: Page, path: string) => {
    await page.goto(new URL(path, journey.service().url).href);
    await page.waitForLoadState();
  };

  it('on the demo pages', async () => {
    const { page } = await journey.visit();
    for (const path of ['', 'en/', 'strict-csp/', 'link-only/', 'states/', 'themes/']) {
      await open(page, `/demo/${path}`);
      assert.deepEqual(await smallTargets(page, within), [], path);
    }
  });

  it('on the pages for visitors without script', async () => {
    const { page } = await journey.visit({ javaScriptEnabled: false });
    const about = `${journey.service().url}/demo/`;
    await open(page, `/feedback/v1/form?page=${encodeURIComponent(about)}`);
    assert.deepEqual(await smallTargets(page, alone), [], 'the form');
    await page.getByRole('button', { name: /^Nej/ }).click();
    await page.getByRole('heading', { name: 'Tack för ditt svar' }).waitFor();
    assert.deepEqual(await smallTargets(page, alone), [], 'the receipt');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Skriv något i rutan').waitFor();
    assert.deepEqual(await smallTargets(page, alone), [], 'the fault');
  });

  it('in the review', async () => {
    const visitor = await journey.visit();
    await open(visitor.page, '/demo/');
    const prompt = await scrollToPrompt(visitor.page);
    await prompt.no.click();
    await prompt.field.fill('Något saknades.');
    await prompt.send.click();
    await visitor.page.getByText('Tack! Vi har tagit emot din kommentar.').waitFor();

    const { page } = await journey.signIn();
    await page.getByRole('link', { name: 'Skriv tydliga länktexter' }).waitFor();
    assert.deepEqual(await smallTargets(page, alone), [], 'the list');
    await page.getByRole('link', { name: 'Skriv tydliga länktexter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Skriv tydliga länktexter' }).waitFor();
    // The address stands within a line of text.
    const small = await smallTargets(page, alone);
    assert.deepEqual(
      small.filter(({ words }) => !words.startsWith('http')),
      [],
      'the report',
    );
    assert.deepEqual(await smallTargets(page, within), [], 'the report');
    await open(page, '/review/pages/999');
    assert.deepEqual(await smallTargets(page, alone), [], 'where there is no page');
  });
});
