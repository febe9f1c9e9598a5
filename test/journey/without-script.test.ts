import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { allBrowsers, describeJourney, type Journey } from '../support/browser-journey.ts';

const articleTitle = 'Skriv tydliga länktexter';
const commentThanks = 'Tack! Vi har tagit emot din kommentar.';

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Opens a demo page where no script runs, and presses an answer of the plain form. */
async function answer(journey: Journey, path: string, word: string): Promise<Page> {
  const { page } = await journey.visit({ javaScriptEnabled: false });
  await page.goto(journey.service().url + path);
  await press(page, word);
  return page;
}

/** How often a page has been said to help, and not to help. */
async function countsOf({ service }: Journey, path: string) {
  const { store, site, url } = service();
  const pages = await store.listPages([site.id], { limit: 100, offset: 0 });
  const found = pages.find(({ address }) => address === url + path);
  return found && { yes: found.yes, no: found.no, comments: found.comments };
}

describeJourney('a visitor without script', allBrowsers, (journey) => {
  for (const [path, question] of [
    ['/demo/', 'Hjälpte denna information dig?'],
    ['/demo/en/', 'Did this information help you?'],
  ] as const) {
    it(`A2, A18: meets a form that is named by its question on ${path}`, async () => {
      const { page } = await journey.visit({ javaScriptEnabled: false });
      await page.goto(journey.service().url + path);
      const form = page.getByRole('form', { name: question, exact: true });
      assert.equal(await form.getByRole('button').count(), 2);
      assert.equal(await form.getByRole('heading', { name: question }).count(), 1);
    });
  }

  it('A18: answers, comments, is corrected, and is read by an editor', async () => {
    const page = await answer(journey, '/demo/', 'Nej');
    await heading(page, 'Tack för ditt svar');
    assert.match(page.url(), /\/feedback\/v1\/receipt\?/);
    // Reloading the receipt sends nothing again.
    await page.reload();
    await heading(page, 'Tack för ditt svar');
    assert.deepEqual(await countsOf(journey, '/demo'), { yes: 0, no: 1, comments: 0 });

    const field = page.getByRole('textbox', { name: /^Vad saknade du/ });
    const start = 'Var står det om dokument?\nJag "letade" <länge> & väl. ';
    const long = start + 'å'.repeat(1005 - start.length);
    await field.fill(long);
    await press(page, 'Skicka');
    await heading(page, 'Fel: kommentaren är inte skickad');
    assert.equal(await page.title(), 'Fel: kommentaren är inte skickad');
    const fault = 'Texten är 5 tecken för lång. Korta den och skicka igen.';
    assert.ok((await page.locator('label[for=comment]').innerText()).includes(fault));
    assert.equal(await field.inputValue(), long);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');

    const short = long.slice(0, 1000);
    await field.fill(short);
    await press(page, 'Skicka');
    await page.getByText(commentThanks).waitFor();
    assert.equal(await page.getByRole('textbox').count(), 0);
    assert.deepEqual(await page.context().cookies(), []);
    await page.getByRole('link', { name: 'Tillbaka till sidan' }).click();
    await heading(page, articleTitle);

    const editor = await journey.signIn();
    await editor.page.getByRole('link', { name: articleTitle }).click();
    await heading(editor.page, articleTitle);
    assert.match(await editor.page.locator('dl.facts').innerText(), /0 av 1 svarade ja/);
    const quote = editor.page.getByRole('blockquote');
    assert.equal(await quote.evaluate((element) => element.textContent), short);
  });

  it('A8, A18: changes the answer, also after the comment, and counts once', async () => {
    const page = await answer(journey, '/demo/strict-csp/', 'Ja');
    await heading(page, 'Tack för ditt svar');
    await page.getByRole('radio', { name: /^Nej/ }).check();
    await page.getByRole('textbox').fill('Något saknades.');
    await press(page, 'Skicka');
    await page.getByText(commentThanks).waitFor();
    const path = '/demo/strict-csp';
    assert.deepEqual(await countsOf(journey, path), { yes: 0, no: 1, comments: 1 });
    await press(page, /^Ja/);
    await page.getByText('Ditt svar: Ja').waitFor();
    assert.deepEqual(await countsOf(journey, path), { yes: 1, no: 0, comments: 1 });
  });

  it('A7, A18: is told when the comment is empty, in the language of the page', async () => {
    const page = await answer(journey, '/demo/en/', 'Yes');
    await heading(page, 'Thank you for your answer');
    await press(page, 'Send');
    await page.getByText('Write something in the box before you send.').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.ok(await page.getByRole('textbox').evaluate((field) => field.matches(':focus')));
  });

  it('A7, A18: is shown what hides personal data, and can send it so', async () => {
    const page = await answer(journey, '/demo/', 'Nej');
    await page.getByRole('textbox').fill('Ring mig på 070-174 06 05.');
    await press(page, 'Skicka');
    await page.getByText('Det ser ut som att texten innehåller personuppgifter.').waitFor();
    assert.equal(await page.getByRole('textbox').inputValue(), 'Ring mig på 070-174 06 05.');
    assert.match(await page.getByRole('blockquote').innerText(), /^Ring mig på \[dolt\]\.$/);
    await press(page, 'Skicka så här');
    await page.getByText(commentThanks).waitFor();
  });

  it('A18: answers by a link where the page may hold no form', async () => {
    const { page } = await journey.visit({ javaScriptEnabled: false });
    await page.goto(`${journey.service().url}/demo/link-only/`);
    await page.locator('page-feedback').getByRole('link').click();
    await heading(page, 'Hjälpte denna information dig?');
    await press(page, /^Ja/);
    await heading(page, 'Tack för ditt svar');
    await page.getByRole('textbox', { name: /^Vad hjälpte dig/ }).fill('Allt.');
    await press(page, 'Skicka');
    await page.getByText(commentThanks).waitFor();
  });

  it('A18: keeps the plain form where only the script is blocked', async () => {
    const { page } = await journey.visit();
    await page.route('**/widget/**', (route) => route.abort());
    await page.goto(`${journey.service().url}/demo/`);
    await press(page, 'Ja');
    await heading(page, 'Tack för ditt svar');
  });
});
