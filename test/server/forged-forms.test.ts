import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { textOf } from '../support/read-markup.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

type Headers = Record<string, string>;

const forms = [
  '/review/sign-out',
  '/review/sign-in',
  '/review/language',
  '/review/sessions/end',
  '/review/sessions/end-others',
  '/review/people/test/add',
  '/review/people/test/1/role',
  '/review/people/test/1/link',
  '/review/people/test/1/end-sessions',
  '/review/people/test/1/remove',
];

const types = ['application/x-www-form-urlencoded', 'application/json', 'text/plain'];

/** What browsers tell when another page, or none, sends a form. */
const forged: Headers[] = [
  {},
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://other.example.se' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://www.example.se' },
  { origin: 'http://www.example.se' },
  { origin: 'https://www.example.se:8443' },
  { origin: 'https://www.example.se.evil.example' },
  { origin: 'null' },
  // The host that the service was reached at, which whoever asks may choose.
  { origin: 'https://evil.example', host: 'evil.example' },
];

describe('at an address that the operator has told, the review', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk({ secure: true, publicOrigin: 'https://www.example.se' });
    await desk.store.setRole(desk.editor.id, desk.site.id, 'administrator');
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const send = (path: string, headers: Headers) =>
    desk.request(path, { method: 'POST', headers, body: 'role=reader' });

  it('refuses every form that another website sends, whatever it holds', async () => {
    for (const path of forms) {
      for (const headers of forged) {
        for (const type of types) {
          const response = await send(path, { 'content-type': type, ...headers });
          assert.equal(response.status, 403, `${path} ${JSON.stringify(headers)}`);
          assert.match(textOf(await response.text()), /Formuläret kunde inte tas emot/);
        }
      }
    }
    assert.equal((await desk.request('/review/')).status, 200, 'still signed in');
  });

  it('refuses other ways of writing too', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const headers = { origin: 'https://evil.example' };
      const response = await desk.request('/review/sign-out', { method, headers });
      assert.equal(response.status, 403, method);
    }
  });

  it('takes its own forms, behind a proxy that has another name', async () => {
    for (const headers of [
      { origin: 'https://www.example.se', host: 'gensvar.internal:3000' },
      { origin: 'https://www.example.se', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-origin' },
    ] as Headers[]) {
      await desk.signIn();
      const response = await send('/review/sign-out', headers);
      assert.equal(response.status, 303, JSON.stringify(headers));
    }
  });
});
