import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { allBrowsers, describeJourney, type Journey } from '../support/browser-journey.ts';
import { findPrompt, scrollToPrompt } from '../support/demo-visitor.ts';

const answerThanks = 'Tack för ditt svar. Du kan också skriva en kommentar.';
const commentThanks = 'Tack! Vi har tagit emot din kommentar.';
const articleTitle = 'Skriv tydliga länktexter';

/** Waits until an element says exactly this. */
async function says(page: Page, text: string) {
  await page.getByText(text, { exact: true }).waitFor();
}

/** What is stored of a page: its counts and the comments on it. */
async function storedOf({ service }: Journey, path: string) {
  const { store, site, url } = service();
  const slice = { limit: 100, offset: 0 };
  const pages = await store.listPages([site.id], slice);
  const found = pages.find(({ address }) => address === url + path);
  if (!found) return undefined;
  const { yes, no, comments } = found;
  const texts = (await store.listComments(found.id, slice)).map(({ answer, text }) => [
    answer,
    text,
  ]);
  return { yes, no, comments, texts };
}

describeJourney('a visitor’s words reach an editor', allBrowsers, (journey) => {
  it('is answered, commented on and read', async () => {
    const comment = 'Jag hittade inte hur jag länkar till dokument.\nVar står det? 🙂';
    const { page, faults } = await journey.visit();
    await page.goto(`${journey.service().url}/demo/`);
    await page.getByRole('heading', { level: 1, name: articleTitle }).waitFor();
    const prompt = await scrollToPrompt(page);
    await prompt.no.click();
    await says(page, answerThanks);
    await prompt.field.fill(comment);
    await prompt.send.click();
    await says(page, commentThanks);
    assert.equal(await prompt.field.count(), 0);
    assert.deepEqual(faults, []);

    const editor = await journey.signIn();
    const entry = editor.page.getByRole('listitem').filter({ hasText: articleTitle });
    assert.match(await entry.innerText(), /0 av 1 svarade ja/);
    assert.match(await entry.innerText(), /Jag hittade inte hur jag länkar till dokument\./);
    await entry.getByRole('link', { name: articleTitle }).click();
    await editor.page.getByRole('heading', { level: 1, name: articleTitle }).waitFor();
    assert.match(await editor.page.locator('dl.facts').innerText(), /0 av 1 svarade ja/);
    const words = editor.page.getByRole('blockquote').filter({ hasText: 'länkar till dokument' });
    assert.equal(await words.evaluate((quote) => quote.textContent), comment);
    const about = editor.page.getByRole('listitem').filter({ has: words });
    assert.match(await about.innerText(), /^Nej\b/m);
    assert.deepEqual(editor.faults, []);
  });

  it('A8: counts once, as the visitor last said, however quickly that was', async () => {
    const { page } = await journey.visit();
    await page.goto(`${journey.service().url}/demo/en/`);
    await page.locator('page-feedback').scrollIntoViewIfNeeded();
    await page.locator('page-feedback section').waitFor();
    await page.locator('section button[value=yes]').dblclick();
    await page.locator('section button[value=no]').click();
    await page.getByText('Thank you for your answer. You can also').waitFor();
    await page.locator('section button[value=no][aria-pressed=true]').waitFor();
    const expected = { yes: 0, no: 1, comments: 0, texts: [] };
    assert.deepEqual(await storedOf(journey, '/demo/en'), expected);
  });

  it('A21: works under a strict policy, which finds nothing to forbid', async () => {
    const { page, context, faults } = await journey.visit();
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`The policy forbade ${violatedDirective} ${blockedURI}.`);
      });
    });
    const response = await page.goto(`${journey.service().url}/demo/strict-csp/`);
    const policy = response?.headers()['content-security-policy'] ?? '';
    assert.match(policy, /default-src 'none'.*require-trusted-types-for 'script'/);
    const prompt = await scrollToPrompt(page);
    await prompt.yes.click();
    await says(page, answerThanks);
    await prompt.field.fill('Tydligt.');
    await prompt.send.click();
    await says(page, commentThanks);
    assert.deepEqual(faults, []);
    assert.deepEqual(await storedOf(journey, '/demo/strict-csp'), {
      yes: 1,
      no: 0,
      comments: 1,
      texts: [['yes', 'Tydligt.']],
    });
  });

  it('A19: can be written by keyboard alone, from the top of the page', async () => {
    const { page, faults } = await journey.visit();
    await page.goto(`${journey.service().url}/demo/`);
    const before = await storedOf(journey, '/demo');
    const prompt = findPrompt(page);
    const isFocused = (selector: string) =>
      page.evaluate((wanted) => {
        const active = document.activeElement;
        return (active?.shadowRoot?.activeElement ?? active)?.matches(wanted) ?? false;
      }, selector);

    /** Presses Tab until the focus is on what the visitor looks for. */
    async function tabTo(selector: string) {
      for (let count = 0; count < 60; count += 1) {
        await page.keyboard.press('Tab');
        if (await isFocused(selector)) return;
      }
      throw new Error(`The Tab key never came to ${selector}.`);
    }

    await tabTo('.skip');
    await page.keyboard.press('Enter');
    await tabTo('.read-more li:last-child a');
    // The prompt is near now, and takes the place of its plain form.
    await prompt.no.waitFor();
    await tabTo('button[value=no]');
    await page.keyboard.press('Space');
    await says(page, answerThanks);
    assert.ok(await isFocused('button[value=no][aria-pressed=true]'));
    await tabTo('textarea');
    await page.keyboard.type('Skrivet utan mus.');
    await tabTo('button[type=submit]');
    await page.keyboard.press('Enter');
    await says(page, commentThanks);
    assert.ok(await isFocused('button[value=no][aria-pressed=true]'));
    await page.keyboard.press('Tab');
    assert.ok(await isFocused('section > [part=links] a'));
    assert.deepEqual(faults, []);

    const after = await storedOf(journey, '/demo');
    assert.deepEqual(after?.texts[0], ['no', 'Skrivet utan mus.']);
    assert.equal(after.no, (before?.no ?? 0) + 1);
  });
});
