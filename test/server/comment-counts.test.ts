import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { IncomingResponse, Site } from '../../server/store/store.ts';
import { changeRows, readRows } from '../support/stored-rows.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
let site: Site;

const by = { at: new Date('2026-11-22T12:00:00Z'), actor: 'editor' };
const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';

beforeEach(async () => {
  temporary = await openTemporaryStore();
  site = await temporary.addSite({ key: 'example', origins: ['https://www.example.se'] });
});
afterEach(() => temporary.remove());

type Said = Partial<IncomingResponse> & { comment?: string };

function incoming({ comment, ...said }: Said = {}): IncomingResponse {
  return {
    key: first,
    siteId: site.id,
    address: 'https://www.example.se/a',
    received: by.at,
    day: '2026-11-22',
    revisionNo: undefined,
    content: { answer: 'no', comment, survey: 'page' },
    ...said,
  };
}

const answer = (...said: Said[]) => temporary.store.appendResponses(said.map(incoming));

/** An editor has given a comment a status. */
const setStatus = (status: string) => {
  changeRows(
    temporary.database,
    `insert into comment_work (site_id, response_id, page_id, received, status, version, changed_at, batch)
     select site_id, response_id, page_id, received, '${status}', 1, 0, 'one' from comment
     where response_id = 1`,
    // An editor's own change takes the comment away from those that wait.
    ...(status === 'new' ? [] : ['update page_comments set waiting = waiting - 1']),
  );
};

interface Counted {
  stored: number;
  waiting: number;
}

/** What is counted on the page; every other table of counts is checked with it. */
async function counted(): Promise<Counted> {
  assert.deepEqual(await temporary.store.findCountDifferences(), []);
  const [row] = readRows<Counted>(
    temporary.database,
    'select sum(stored) as stored, sum(waiting) as waiting from page_comments',
  );
  return { stored: row?.stored ?? 0, waiting: row?.waiting ?? 0 };
}

describe('counting the comments of a page', () => {
  it('counts those that come with an answer or after it, each once', async () => {
    await answer({ comment: 'Ett.' }, { key: second });
    assert.deepEqual(await counted(), { stored: 1, waiting: 1 });
    await answer({ key: second, comment: 'Två.' }, { comment: 'Ett till.' });
    await answer({ key: second, comment: 'Två.' });
    assert.deepEqual(await counted(), { stored: 2, waiting: 2 });
  });

  it('counts a comment that is added and changed in one batch once', async () => {
    await answer({}, { comment: 'Ett.' }, { comment: 'Ett till.' });
    assert.deepEqual(await counted(), { stored: 1, waiting: 1 });
  });

  it('lets no suspected comment wait', async () => {
    await answer({ comment: 'Köp!', suspicion: 'rate' });
    assert.deepEqual(await counted(), { stored: 1, waiting: 0 });
    await answer({ key: second });
    await answer({ key: second, comment: 'Köp mer!', suspicion: 'rate' });
    assert.deepEqual(await counted(), { stored: 2, waiting: 0 });
  });

  it('lets a comment stop waiting when it is suspected later', async () => {
    await answer({ comment: 'Ett.' });
    await answer({ content: { answer: 'yes', survey: 'page' }, suspicion: 'rate' });
    assert.deepEqual(await counted(), { stored: 1, waiting: 0 });
  });

  it('takes none away that an editor has handled already', async () => {
    await answer({ comment: 'Ett.' });
    setStatus('fixed');
    assert.deepEqual(await counted(), { stored: 1, waiting: 0 });
    await answer({ content: { answer: 'yes', survey: 'page' }, suspicion: 'rate' });
    assert.deepEqual(await counted(), { stored: 1, waiting: 0 });
  });

  it('follows what is left out of the score, and counted again', async () => {
    await answer({ comment: 'Ett.' }, { key: second, comment: 'Två.' });
    const { store } = temporary;
    await store.setLeftOut({ id: 1, siteId: site.id, leftOut: true }, by);
    assert.deepEqual(await counted(), { stored: 2, waiting: 1 });
    await store.setLeftOut({ id: 1, siteId: site.id, leftOut: false }, by);
    assert.deepEqual(await counted(), { stored: 2, waiting: 2 });
    await store.suspectStored([
      { siteId: site.id, key: first, suspicion: 'crowd' },
      { siteId: site.id, key: second, suspicion: 'crowd' },
    ]);
    assert.deepEqual(await counted(), { stored: 2, waiting: 0 });
  });

  it('leaves out what is handled without counting it twice', async () => {
    await answer({ comment: 'Ett.' });
    setStatus('no-action');
    const { store } = temporary;
    await store.setLeftOut({ id: 1, siteId: site.id, leftOut: true }, by);
    await store.setLeftOut({ id: 1, siteId: site.id, leftOut: false }, by);
    assert.deepEqual(await counted(), { stored: 1, waiting: 0 });
  });

  it('counts a comment that has a row of work, and is new, as waiting', async () => {
    await answer({ comment: 'Ett.' });
    setStatus('new');
    assert.deepEqual(await counted(), { stored: 1, waiting: 1 });
  });

  it('follows deletion by an editor', async () => {
    await answer({ comment: 'Ett.' }, { key: second, comment: 'Två.' });
    await temporary.store.deleteComment({ id: 1, siteId: site.id }, by);
    assert.deepEqual(await counted(), { stored: 1, waiting: 1 });
  });

  it('follows the retention, and a comment that is written anew', async () => {
    const old = new Date('2025-01-01T23:30:00Z');
    await answer({ comment: 'Gammal.', received: old, day: '2025-01-02' });
    await answer({ key: second, comment: 'Ny.' });
    const before = new Date('2026-01-01T00:00:00Z');
    assert.equal(await temporary.store.deleteCommentsBefore(site.id, before, 10, by), 1);
    assert.deepEqual(await counted(), { stored: 1, waiting: 1 });
    const received = new Date('2025-01-02T08:00:00Z');
    await answer({ comment: 'Gammal, igen.', received, day: '2025-01-02' });
    assert.deepEqual(await counted(), { stored: 2, waiting: 2 });
  });

  it('can be made anew', async () => {
    await answer({ comment: 'Ett.', received: new Date('2026-11-20T23:30:00Z') });
    for (const table of ['page_comments', 'page_span_comments', 'site_day_comments']) {
      changeRows(temporary.database, `update ${table} set stored = 7`);
    }
    const { store } = temporary;
    assert.equal((await store.findCountDifferences()).length, 3);
    for (const page of await store.listPageKeys()) await store.rebuildPageCounts(page);
    for (const day of await store.listSiteDays()) await store.rebuildSiteDay(day);
    assert.deepEqual(await counted(), { stored: 1, waiting: 1 });
  });
});
