import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { anHour } from '../support/moving-clock.ts';
import { contentsOf, readForms, textOf } from '../support/read-markup.ts';
import { openReviewDesk, pressSignIn, type ReviewDesk } from '../support/review-desk.ts';

let desk: ReviewDesk;
beforeEach(async () => {
  desk = await openReviewDesk();
  await desk.signIn();
});
afterEach(() => desk.close());

/** Signs the same editor in at another browser. */
async function signInElsewhere(): Promise<{ headers: { cookie: string } }> {
  const press = pressSignIn(await desk.createToken());
  const headers = { 'sec-fetch-site': 'same-origin', cookie: 'gensvar=none' };
  const response = await desk.request('/review/sign-in', { ...press, headers });
  return { headers: { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' } };
}

const rows = async () => {
  const markup = await desk.read('/review/sessions');
  return contentsOf(contentsOf(markup, 'tbody').join(''), 'tr').map(textOf);
};

const post = (path: string, fields: Record<string, string> = {}) =>
  desk.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });

describe("an editor's own sessions", () => {
  it('are listed by when they began, with nothing about devices', async () => {
    desk.forward(anHour);
    await signInElsewhere();
    const [newer, older] = await rows();
    assert.match(newer ?? '', /^2026-11-22 14:00 2026-11-22 14:00 Avsluta inloggningen från/);
    assert.match(older ?? '', /^2026-11-22 13:00 2026-11-22 14:00 Den här inloggningen$/);
  });

  it('can be ended one by one', async () => {
    const elsewhere = await signInElsewhere();
    const [form] = readForms(await desk.read('/review/sessions'), 'http://localhost/').filter(
      ({ action }) => action.endsWith('/sessions/end'),
    );
    const session = form?.buttons[0]?.value ?? '';
    const ended = await post('/review/sessions/end', { session });
    assert.equal(ended.headers.get('location'), '/review/sessions');
    assert.equal((await desk.request('/review/', elsewhere)).status, 401);
    assert.equal((await rows()).length, 1);
    const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
    assert.equal(entry?.action, 'sessions-revoked');
  });

  it('can all be ended but the one in use', async () => {
    const others = [await signInElsewhere(), await signInElsewhere()];
    await post('/review/sessions/end-others');
    for (const other of others) assert.equal((await desk.request('/review/', other)).status, 401);
    assert.deepEqual((await rows()).length, 1);
  });

  it('are nobody else’s to end', async () => {
    const elsewhere = await signInElsewhere();
    const [form] = readForms(await desk.read('/review/sessions'), 'http://localhost/').filter(
      ({ action }) => action.endsWith('/sessions/end'),
    );
    const session = form?.buttons[0]?.value ?? '';
    const siteIds = [desk.site.id];
    await desk.signIn(await desk.store.addEditor({ name: 'Kim', siteIds }));
    await post('/review/sessions/end', { session });
    assert.equal((await desk.request('/review/', elsewhere)).status, 200);
  });

  it('that have ended are forgotten when somebody signs in', async () => {
    desk.forward(13 * anHour);
    await desk.signIn();
    const alive = { now: new Date(0), usedSince: new Date(-1) };
    assert.equal((await desk.store.listSessions(desk.editor.id, alive)).length, 1);
  });
});
