import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { allBrowsers, describeJourney, type Journey } from '../support/browser-journey.ts';
import { scrollToPrompt } from '../support/demo-visitor.ts';

const written = 'Jag är född 19121212-1212.\nRing <070-174 06 05>!';
const masked = 'Jag är född [dolt].\nRing <[dolt]>!';
const found = 'Det ser ut som att texten innehåller personuppgifter.';
const commentThanks = 'Tack! Vi har tagit emot din kommentar.';

/** The comments that editors can read on a demo page, newest first. */
async function storedOf({ service }: Journey, path: string): Promise<string[]> {
  const { store, site, url } = service();
  const slice = { limit: 100, offset: 0 };
  const pages = await store.listPages([site.id], slice);
  const id = pages.find(({ address }) => address === url + path)?.id;
  return id === undefined ? [] : (await store.listComments(id, slice)).map(({ text }) => text);
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

const textOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.textContent);

/** Answers no on a demo page without script, and sends a comment. */
async function sendWithoutScript(journey: Journey, path: string, comment: string) {
  const { page } = await journey.visit({ javaScriptEnabled: false });
  await page.goto(journey.service().url + path);
  await press(page, 'Nej');
  await page.getByRole('textbox').fill(comment);
  await press(page, /^Skicka$/);
  return page;
}

describeJourney('personal data that a visitor writes without script', allBrowsers, (journey) => {
  it('A7, A18: is told in the label, and the words are kept', async () => {
    const page = await sendWithoutScript(journey, '/demo/', written);
    assert.equal(await page.title(), 'Fel: kommentaren är inte skickad');
    const field = page.getByRole('textbox', { name: new RegExp(`^Vad saknade du.*${found}$`) });
    assert.equal(await field.inputValue(), written);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.ok(await field.evaluate((area) => area.matches(':focus')));
    assert.deepEqual(await storedOf(journey, '/demo'), []);
  });

  it('A18: is shown as it would be sent, and sent so', async () => {
    const page = await sendWithoutScript(journey, '/demo/', written);
    const preview = page.getByRole('form', { name: 'Så här skickas den:' });
    assert.equal(await textOf(page, 'blockquote'), masked);
    await preview.getByRole('button', { name: 'Skicka så här' }).click();
    await page.getByText(commentThanks).waitFor();
    assert.deepEqual(await storedOf(journey, '/demo'), [masked]);
  });

  it('A18: can be taken away instead', async () => {
    const page = await sendWithoutScript(journey, '/demo/strict-csp/', written);
    await page.getByRole('textbox').fill('Jag är född i Lund.');
    await press(page, /^Skicka$/);
    await page.getByText(commentThanks).waitFor();
    assert.deepEqual(await storedOf(journey, '/demo/strict-csp'), ['Jag är född i Lund.']);
  });

  it('A18: is told again when it is sent again', async () => {
    const page = await sendWithoutScript(journey, '/demo/strict-csp/', written);
    const before = await storedOf(journey, '/demo/strict-csp');
    await page.getByRole('textbox').fill('Nås på tolvan@example.se.');
    await press(page, /^Skicka$/);
    assert.equal(await textOf(page, 'blockquote'), 'Nås på [dolt].');
    assert.deepEqual(await storedOf(journey, '/demo/strict-csp'), before);
  });
});

describeJourney('personal data that a visitor writes in the prompt', allBrowsers, (journey) => {
  it('A7, A19: is not sent until it is masked, and no editor sees it', async () => {
    const { page, requests, faults } = await journey.visit();
    await page.goto(`${journey.service().url}/demo/`);
    const prompt = await scrollToPrompt(page);
    await prompt.no.press('Enter');
    await prompt.field.fill(written);
    await prompt.send.press('Enter');
    await page.getByRole('group', { name: found }).waitFor();
    const posts = () => requests.filter((request) => request.method() === 'POST').length;
    assert.equal(posts(), 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(commentThanks, { exact: true }).waitFor();
    assert.equal(posts(), 2);
    assert.deepEqual(await storedOf(journey, '/demo'), [masked]);
    assert.deepEqual(faults, []);

    const editor = await journey.signIn();
    await editor.page.getByRole('link', { name: 'Skriv tydliga länktexter' }).click();
    await editor.page.getByRole('blockquote').waitFor();
    assert.equal(await textOf(editor.page, 'blockquote'), masked);
  });

  it('A10: is masked in the words of the prompt’s language', async () => {
    const { page } = await journey.visit();
    await page.goto(`${journey.service().url}/demo/en/`);
    await page.locator('page-feedback').scrollIntoViewIfNeeded();
    await page.locator('page-feedback [part=answer][value=no]').click();
    await page.getByRole('textbox').fill('Call +44 20 7946 0123, please.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('button', { name: 'Send like this' }).click();
    await page.getByText('Thank you! We have received your comment.').waitFor();
    assert.deepEqual(await storedOf(journey, '/demo/en'), ['Call [hidden], please.']);
  });
});
