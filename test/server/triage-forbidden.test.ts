import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { textOf } from '../support/read-markup.ts';
import { noticeOf, openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
});
afterEach(() => desk.close());

const change = '/review/comments/change';
const list = '/review/comments';

/** The first comment's value in a form, as nobody has touched it. */
const first = () => `${desk.ids[0]}.0`;

describe('comments of another site', () => {
  it('cannot be changed, and are not told of', async () => {
    const { id: _, ...site } = desk.site;
    const other = await desk.store.addSite({ ...site, key: 'o', origins: ['https://o.example'] });
    await desk.play({ address: 'https://o.example/', site: other }, [
      { answer: 'no', comment: 'Hemligt' },
    ]);
    const id = (desk.ids.at(-1) ?? 0) + 1;
    const [comment] = await desk.store.findComments([other.id], [id]);
    assert.equal(comment?.text, 'Hemligt');
    const response = await desk.send(change, [['one', `${id}.0.fixed`]]);
    assert.equal(response.status, 404);
    assert.doesNotMatch(await response.text(), /Hemligt/);
    const both = await desk.sendAndRead(change, [
      ['chosen', `${id}.0`],
      ['chosen', first()],
      ['status', 'fixed'],
      ['returnTo', list],
    ]);
    assert.match(noticeOf(both), /från 2026-11-22 12:00/);
    const work = await desk.store.readCommentWork([{ id, siteId: other.id }]);
    assert.equal(work.get(id)?.status, 'new');
    const left = textOf(await desk.read(`${list}?done=nothing&left=${id}`));
    assert.doesNotMatch(left, /Någon annan ändrade/);
    for (const path of ['', '/mask', '/delete', '/hand-over']) {
      assert.equal((await desk.request(`/review/comments/${id}${path}`)).status, 404, path);
    }
  });

  it('cannot be changed by a reader either', async () => {
    await desk.become('Läsare', 'reader');
    for (const fields of [
      [['one', `${first()}.fixed`]],
      [
        ['chosen', first()],
        ['status', 'fixed'],
      ],
      [['chosen', first()]],
    ] as [string, string][][]) {
      assert.equal((await desk.send(change, fields)).status, 404);
    }
    const [id = 0] = desk.ids;
    const work = await desk.store.readCommentWork([{ id, siteId: desk.site.id }]);
    assert.equal(work.get(id)?.status, 'new');
  });
});
