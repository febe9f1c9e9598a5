import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { IncomingResponse, Site } from '../../server/store/store.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const origin = 'https://www.example.se';
const address = `${origin}/sida`;
const by = { at: new Date('2026-11-22T12:00:00Z'), actor: 'Redaktör' };

describe('revisions that pages tell', () => {
  let temporary: TemporaryStore;
  let site: Site;
  beforeEach(async () => {
    temporary = await openTemporaryStore();
    site = await temporary.addSite({ key: 'test', origins: [origin] });
  });
  afterEach(() => temporary.remove());

  const answer = (
    pageUpdated: string | undefined,
    more: Partial<IncomingResponse> = {},
  ): IncomingResponse => ({
    key: randomUUID(),
    siteId: site.id,
    address,
    received: by.at,
    day: '2026-11-22',
    revisionNo: 1,
    content: { answer: 'yes', survey: 'page', ...(pageUpdated !== undefined && { pageUpdated }) },
    ...more,
  });

  /** The revisions of a page, oldest first. */
  async function told(of = address) {
    const pages = await temporary.store.listPages([site.id], { limit: 10, offset: 0 });
    const page = pages.find((each) => each.address === of);
    const revisions = await temporary.store.listRevisions(page?.id ?? 0, 100);
    return revisions.map(({ day, source }) => `${day} ${source}`).reverse();
  }

  const send = (...responses: IncomingResponse[]) => temporary.store.appendResponses(responses);

  it('are known from the first answer that tells a date, and from each later date', async () => {
    await send(answer(undefined));
    assert.deepEqual(await told(), []);
    await send(answer('2026-11-02'));
    await send(answer('2026-11-02'));
    await send(answer('2026-11-20T08:00:00+01:00'));
    await send(answer(undefined));
    assert.deepEqual(await told(), ['2026-11-02 page', '2026-11-20 page']);
  });

  it('are not made by a date that is older than the known one', async () => {
    await send(answer('2026-11-20'));
    await send(answer('2026-11-02'), answer('2025-01-01'));
    assert.deepEqual(await told(), ['2026-11-20 page']);
    // Nor does the older date take the place of the known one.
    await send(answer('2026-11-19'));
    assert.deepEqual(await told(), ['2026-11-20 page']);
  });

  it('are not made by a date that has not come yet, or that no website has', async () => {
    for (const day of ['2026-11-23', '2027-01-01', '9999-12-31', '0001-01-01', '1970-01-01']) {
      await send(answer(day));
      assert.deepEqual(await told(), [], day);
    }
    await send(answer('2026-11-22'));
    assert.deepEqual(await told(), ['2026-11-22 page']);
  });

  it('are not made by answers that are suspected', async () => {
    await send(answer('2026-11-20', { suspicion: 'rate' }));
    assert.deepEqual(await told(), []);
    await send(answer('2026-11-10'), answer('2026-11-20', { suspicion: 'rate' }));
    assert.deepEqual(await told(), ['2026-11-10 page']);
  });

  it('are one for a batch, and one for each of its pages', async () => {
    const other = `${origin}/annan`;
    await send(
      answer('2026-11-10'),
      answer('2026-11-12'),
      answer('2026-11-11'),
      answer('2026-11-01', { address: other }),
      answer('2026-11-12'),
    );
    assert.deepEqual(await told(), ['2026-11-12 page']);
    assert.deepEqual(await told(other), ['2026-11-01 page']);
  });

  it('are not made by the same answer sent again, nor again after they were removed', async () => {
    const once = answer('2026-11-10');
    await send(once);
    await send(once, { ...once, revisionNo: 2, content: { ...once.content, answer: 'no' } });
    assert.deepEqual(await told(), ['2026-11-10 page']);
    const [page] = await temporary.store.listPages([site.id], { limit: 1, offset: 0 });
    const [revision] = await temporary.store.listRevisions(page?.id ?? 0, 1);
    assert.ok(revision);
    assert.ok(await temporary.store.deleteRevision(revision, by));
    await send(answer('2026-11-10'));
    assert.deepEqual(await told(), []);
    await send(answer('2026-11-11'));
    assert.deepEqual(await told(), ['2026-11-11 page']);
  });

  it('leave title and language as they were told', async () => {
    const titled = answer('2026-11-10');
    await send({ ...titled, content: { ...titled.content, title: 'Titel', pageLanguage: 'sv' } });
    await send(answer('2026-11-20'));
    const [page] = await temporary.store.listPages([site.id], { limit: 1, offset: 0 });
    assert.deepEqual([page?.title, page?.language], ['Titel', 'sv']);
  });
});

describe('revisions that editors enter', () => {
  let temporary: TemporaryStore;
  let place: { siteId: number; pageId: number };
  beforeEach(async () => {
    temporary = await openTemporaryStore();
    const { id: siteId } = await temporary.addSite({ key: 'test', origins: [origin] });
    const content = { answer: 'yes', survey: 'page' } as const;
    const when = { received: by.at, day: '2026-11-22', revisionNo: 1 };
    await temporary.store.appendResponses([
      { key: randomUUID(), siteId, address, content, ...when },
    ]);
    const [page] = await temporary.store.listPages([siteId], { limit: 1, offset: 0 });
    place = { siteId, pageId: page?.id ?? 0 };
  });
  afterEach(() => temporary.remove());

  const audited = async () =>
    (await temporary.store.listAudit([place.siteId], { limit: 10, offset: 0 }))
      .map(({ action, actor, subject, detail }) => ({ action, actor, subject, detail }))
      .filter(({ action }) => action.startsWith('revision-'))
      .reverse();

  it('are added once a day, changed and deleted, each with an entry in the log', async () => {
    const { store } = temporary;
    const day = '2026-11-10';
    assert.equal(await store.addRevision({ ...place, day, note: 'Kortare' }, by), true);
    assert.equal(await store.addRevision({ ...place, day, note: 'Igen' }, by), false);
    const [added] = await store.listRevisions(place.pageId, 10);
    assert.deepEqual(added, {
      ...{ ...place, id: added?.id, day, note: 'Kortare' },
      ...{ source: 'editor', actor: 'Redaktör', version: 1 },
    });
    assert.equal(await store.changeRevisionNote(added, 'Tydligare', by), true);
    const changed = await store.findRevision(added);
    assert.deepEqual(changed, { ...added, note: 'Tydligare', version: 2 });
    assert.equal(await store.deleteRevision(changed, by), true);
    assert.equal(await store.findRevision(added), null);
    const entry = { actor: 'Redaktör', subject: address, detail: { day } };
    assert.deepEqual(await audited(), [
      { action: 'revision-added', ...entry },
      { action: 'revision-changed', ...entry },
      { action: 'revision-deleted', ...entry },
    ]);
  });

  it('are not overwritten by an editor who saw an older one', async () => {
    const { store } = temporary;
    await store.addRevision({ ...place, day: '2026-11-10', note: null }, by);
    const [seen] = await store.listRevisions(place.pageId, 10);
    assert.ok(seen);
    assert.equal(await store.changeRevisionNote(seen, 'Först', by), true);
    assert.equal(await store.changeRevisionNote(seen, 'Sedan', by), false);
    assert.equal(await store.deleteRevision(seen, by), false);
    assert.equal((await store.findRevision(seen))?.note, 'Först');
    assert.deepEqual(
      (await audited()).map(({ action }) => action),
      ['revision-added', 'revision-changed'],
    );
  });

  it('are not changed by one of two editors at the same moment', async () => {
    const { store } = temporary;
    await store.addRevision({ ...place, day: '2026-11-10', note: null }, by);
    const [seen] = await store.listRevisions(place.pageId, 10);
    assert.ok(seen);
    const notes = ['a', 'b', 'c', 'd', 'e'];
    const done = await Promise.all(notes.map((note) => store.changeRevisionNote(seen, note, by)));
    assert.equal(done.filter(Boolean).length, 1);
    assert.equal((await audited()).length, 2);
    assert.equal((await store.findRevision(seen))?.note, notes[done.indexOf(true)]);
  });

  it('are not touched through another site', async () => {
    const { store } = temporary;
    await store.addRevision({ ...place, day: '2026-11-10', note: null }, by);
    const [seen] = await store.listRevisions(place.pageId, 10);
    assert.ok(seen);
    const other = { ...seen, siteId: seen.siteId + 1 };
    assert.equal(await store.findRevision(other), null);
    assert.equal(await store.changeRevisionNote(other, 'x', by), false);
    assert.equal(await store.deleteRevision(other, by), false);
    assert.deepEqual(await store.findRevision(seen), seen);
  });

  it('are told by their last day for several pages, those to come left out', async () => {
    const { store } = temporary;
    const days = (today: string) => store.findLastRevisionDays([place.pageId, 999], today);
    assert.deepEqual(await days('2026-11-22'), new Map());
    for (const day of ['2026-11-10', '2026-11-14', '2026-11-12']) {
      await store.addRevision({ ...place, day, note: null }, by);
    }
    assert.deepEqual(await days('2026-11-22'), new Map([[place.pageId, '2026-11-14']]));
    assert.deepEqual(await days('2026-11-13'), new Map([[place.pageId, '2026-11-12']]));
    assert.deepEqual(await store.findLastRevisionDays([], '2026-11-22'), new Map());
  });
});
