import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readForms, textOf } from '../support/read-markup.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const address = 'https://www.example.se/blankett';

describe("the editor's language", () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const inEnglish = { headers: { 'accept-language': 'en-GB,en;q=0.9' } };
  const choose = (fields: Record<string, string>) =>
    desk.request('/review/language', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });

  it("is the browser's until the editor has chosen", async () => {
    assert.match(await desk.read('/review/'), /<html lang="sv">/);
    await desk.play({ address }, times(1234, { answer: 'yes' }));
    const text = await desk.read('/review/', inEnglish);
    assert.match(text, /<html lang="en">/);
    assert.match(textOf(text), /100% said yes \(1,234 of 1,234\).*22 Nov 2026, 13:00/);
  });

  it('is the chosen one from then on, and the editor stays where it was chosen', async () => {
    await desk.play({ address }, [{ answer: 'yes' }]);
    const path = '/review/?page=1';
    const form = readForms(await desk.read(path), `http://localhost${path}`)[0];
    const button = form?.buttons[0];
    assert.equal(button?.text, 'English');
    assert.match(form?.markup ?? '', /<button[^>]* lang="en"/);
    const response = await choose({ ...form?.fields, language: button.value });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), path);
    assert.match(await desk.read(path), /<html lang="en">/);
    await desk.signIn();
    assert.match(await desk.read('/review/'), /Svenska/);
  });

  it('cannot be used to lead the editor elsewhere', async () => {
    for (const returnTo of [
      'https://evil.example/review/',
      '//evil.example/review/',
      String.raw`/\evil.example/review/`,
      '/review/../widget/',
      'javascript:alert(1)',
      '',
    ]) {
      const response = await choose({ language: 'en', returnTo });
      assert.equal(response.headers.get('location'), '/review/', returnTo);
    }
  });

  it('is not one that the review does not have', async () => {
    assert.equal((await choose({ language: 'xx', returnTo: '/review/' })).status, 400);
    assert.match(await desk.read('/review/'), /<html lang="sv">/);
  });

  it('is not chosen by a form that is far too large', async () => {
    const refused = await choose({ language: 'en', returnTo: 'x'.repeat(2_000_000) });
    assert.equal(refused.status, 413);
    const said = textOf(await refused.text());
    assert.match(said, /Formuläret är för stort Ingenting är sparat\. Gå tillbaka/);
    assert.match(await desk.read('/review/'), /<html lang="sv">/);
  });

  it('is the one in which a stranger is told that a form is too large', async () => {
    const body = new URLSearchParams({ token: 'x'.repeat(20_000) });
    const headers = { 'sec-fetch-site': 'same-origin', cookie: 'none=1', 'accept-language': 'en' };
    const refused = await desk.request('/review/sign-in', { method: 'POST', headers, body });
    assert.equal(refused.status, 413);
    assert.match(textOf(await refused.text()), /The form is too large/);
  });
});
