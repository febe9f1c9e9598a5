import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { aMinute, anHour } from '../support/moving-clock.ts';
import { readForms, textOf } from '../support/read-markup.ts';
import { openReviewDesk, pressSignIn, type ReviewDesk } from '../support/review-desk.ts';
import { startTestService } from '../support/test-service.ts';

const here = 'http://localhost';
const ownForm = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } };

describe('signing in to the review', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
  });
  afterEach(() => desk.close());

  const open = (token: string, init?: RequestInit) =>
    desk.request(`/review/sign-in?token=${token}`, init);
  const press = async (token?: string) =>
    desk.request('/review/sign-in', pressSignIn(token ?? (await desk.createToken())));

  it('opens a link to a page with a button, which signs in', async () => {
    const link = await open(await desk.createToken());
    assert.equal(link.status, 200);
    assert.equal(link.headers.get('set-cookie'), null);
    const markup = await link.text();
    assert.match(textOf(markup), /Länken loggar in Redaktör\./);
    const [form] = readForms(markup, `${here}/review/sign-in`);
    assert.equal(form?.buttons[0]?.text, 'Logga in');
    assert.equal(form.action, `${here}/review/sign-in`);

    const response = await press(form.fields['token']);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/review/');
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^gensvar=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('uses a link once', async () => {
    const token = await desk.createToken();
    assert.equal((await press(token)).status, 303);
    for (const again of [await press(token), await open(token)]) {
      assert.equal(again.status, 403);
      assert.equal(again.headers.get('set-cookie'), null);
      const text = textOf(await again.text());
      assert.match(text, /Inloggningslänken går inte att använda/);
      assert.match(text, /gensvar editor invite/);
      assert.match(text, /Be en administratör i Gensvar om en ny länk/);
      assert.match(text, /Starta om tjänsten/);
    }
  });

  it('lets a link live for 60 minutes', async () => {
    const token = await desk.createToken();
    const late = await desk.createToken();
    desk.forward(60 * aMinute - 1);
    assert.equal((await press(token)).status, 303);
    assert.equal((await open(late)).status, 200);
    desk.forward(1);
    assert.equal((await open(late)).status, 403);
    assert.equal((await press(late)).status, 403);
  });

  it('refuses a link that was never made', async () => {
    assert.equal((await open('a'.repeat(43))).status, 403);
    assert.equal((await desk.request('/review/sign-in')).status, 403);
    assert.equal((await press('a'.repeat(43))).status, 403);
  });

  it('does not let another website press the button', async () => {
    const token = await desk.createToken();
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const forged = await desk.request('/review/sign-in', { ...pressSignIn(token), headers });
    assert.equal(forged.status, 403);
    assert.equal(forged.headers.get('set-cookie'), null);
    assert.equal((await press(token)).status, 303);
  });

  it('does not let a scanner use the link up, however often it looks', async () => {
    const token = await desk.createToken();
    for (const init of [{ method: 'HEAD' }, {}, {}, { headers: { purpose: 'prefetch' } }]) {
      assert.equal((await open(token, init)).headers.get('set-cookie'), null);
    }
    assert.equal((await press(token)).status, 303);
  });

  it('answers every page with 401 and the way in, while nobody is signed in', async () => {
    for (const path of ['/review/', '/review/pages/1', '/review/nothing']) {
      const response = await desk.request(path);
      assert.equal(response.status, 401, path);
      assert.match(textOf(await response.text()), /Du är inte inloggad.*gensvar editor invite/);
    }
    const english = await desk.request('/review/', { headers: { 'accept-language': 'en' } });
    const markup = await english.text();
    assert.match(markup, /<html lang="en">/);
    assert.match(textOf(markup), /You are not signed in/);
  });

  it('keeps an editor who works signed in for 12 hours', async () => {
    await desk.signIn();
    for (let hour = 1; hour < 12; hour += 1) {
      desk.forward(anHour);
      assert.equal((await desk.request('/review/')).status, 200, `after ${hour} hours`);
    }
    desk.forward(anHour - 1);
    assert.equal((await desk.request('/review/')).status, 200);
    desk.forward(1);
    assert.equal((await desk.request('/review/')).status, 401);
  });

  it('ends a session that was not used for 2 hours', async () => {
    await desk.signIn();
    desk.forward(2 * anHour - 1);
    assert.equal((await desk.request('/review/')).status, 200);
    desk.forward(2 * anHour - 1);
    assert.equal((await desk.request('/review/')).status, 200, 'the last use counts');
    desk.forward(2 * anHour);
    assert.equal((await desk.request('/review/')).status, 401);
  });

  it('takes no cookie that the service did not make', async () => {
    const headers = { cookie: `gensvar=${'a'.repeat(43)}` };
    assert.equal((await desk.request('/review/', { headers })).status, 401);
  });

  it('ends the session on the service when the editor signs out', async () => {
    await desk.signIn();
    const [signOut] = readForms(await desk.read('/review/'), `${here}/review/`).slice(-1);
    assert.equal(signOut?.action, `${here}/review/sign-out`);
    const response = await desk.request('/review/sign-out', ownForm);
    assert.equal(response.status, 303);
    assert.match(response.headers.get('set-cookie') ?? '', /^gensvar=; Max-Age=0/);
    const next = response.headers.get('location') ?? '';
    assert.match(textOf(await desk.read(next)), /Du är utloggad/);
    // The desk still sends the old cookie, as a thief would.
    assert.equal((await desk.request('/review/')).status, 401);
  });

  it('ends the earlier session of a browser that signs in again', async () => {
    const first = (await press()).headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = pressSignIn(await desk.createToken());
    const headers = { 'sec-fetch-site': 'same-origin', cookie: first };
    const second = await desk.request('/review/sign-in', { ...again, headers });
    const cookie = second.headers.get('set-cookie')?.split(';')[0] ?? '';
    assert.notEqual(cookie, first);
    assert.equal((await desk.request('/review/', { headers: { cookie } })).status, 200);
    assert.equal((await desk.request('/review/', { headers: { cookie: first } })).status, 401);
  });
});

describe("the demo's link, printed in the terminal of the same machine,", () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk({ linksOpenAtOnce: true });
  });
  afterEach(() => desk.close());

  const open = (token: string, init?: RequestInit) =>
    desk.request(`/review/sign-in?token=${token}`, init);

  it('signs in as it is opened, once', async () => {
    const token = await desk.createToken();
    const response = await open(token);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/review/');
    assert.match(response.headers.get('set-cookie') ?? '', /^gensvar=[\w-]{43};/);
    assert.equal((await open(token)).status, 403);
  });

  for (const [name, init] of [
    ['a HEAD request', { method: 'HEAD' }],
    ['a prefetch', { headers: { 'sec-purpose': 'prefetch' } }],
    ['a prerender', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['an older prefetch', { headers: { purpose: 'prefetch' } }],
  ] as const) {
    it(`is not used up by ${name}`, async () => {
      const token = await desk.createToken();
      const early = await open(token, init);
      assert.equal(early.headers.get('set-cookie'), null);
      assert.equal((await open(token)).status, 303);
    });
  }
});

describe('signing in at an https address', () => {
  it('names the cookie __Host- and lets a proxy speak http to the service', async () => {
    const desk = await openReviewDesk({ secure: true, basePath: '/gensvar' });
    try {
      const token = await desk.createToken();
      const response = await desk.request('/gensvar/review/sign-in', pressSignIn(token));
      assert.equal(response.headers.get('location'), '/gensvar/review/');
      const cookie = response.headers.get('set-cookie') ?? '';
      assert.match(cookie, /^__Host-gensvar=[\w-]{43};/);
      assert.match(cookie, /; Path=\/;.*; Secure/);
      assert.doesNotMatch(cookie, /Domain/);

      await desk.signIn();
      assert.equal((await desk.request('/gensvar/review/')).status, 200);
      const signOut = await desk.request('/gensvar/review/sign-out', {
        method: 'POST',
        headers: { origin: 'https://svar.example.se', host: 'svar.example.se' },
      });
      assert.equal(signOut.status, 303);
      assert.match(signOut.headers.get('set-cookie') ?? '', /^__Host-gensvar=; .*Secure/);
    } finally {
      await desk.close();
    }
  });
});

describe('the review in the running service', () => {
  it('is reached by the link, over HTTP, and marks its pages as private', async () => {
    const service = await startTestService();
    try {
      const link = await service.signInLink();
      const signedIn = await fetch(link, { redirect: 'manual' });
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
      const list = await fetch(`${service.url}/review`, { headers: { cookie } });
      assert.equal(list.status, 200);
      assert.equal(list.url, `${service.url}/review/`);
      assert.equal(list.headers.get('cache-control'), 'no-store');
      assert.match(list.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      assert.equal(list.headers.get('x-frame-options'), 'DENY');
      const markup = await list.text();
      assert.match(markup, new RegExp(`src=&quot;${service.url}/widget/page-feedback.js&quot;`));

      const href = /<link rel="stylesheet" href="([^"]+)"/.exec(markup)?.[1] ?? '';
      const stylesheet = await fetch(new URL(href, service.url));
      assert.match(stylesheet.headers.get('content-type') ?? '', /^text\/css/);
      assert.match(stylesheet.headers.get('cache-control') ?? '', /immutable/);
      assert.match(await stylesheet.text(), /:focus-visible/);

      // fetch sends no Sec-Fetch-Site of a browser's making, so the origin decides.
      const headers = { cookie, origin: service.url };
      const init = { method: 'POST', redirect: 'manual', headers } as const;
      assert.equal((await fetch(`${service.url}/review/sign-out`, init)).status, 303);
      assert.equal((await fetch(`${service.url}/review/`, { headers: { cookie } })).status, 401);
      assert.deepEqual(service.faults, []);
    } finally {
      await service.stop();
    }
  });
});
