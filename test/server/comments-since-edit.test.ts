import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createDayOf } from '../../server/clock.ts';
import { readSearch } from '../../server/store/comment-search/search-query.ts';
import type { CommentChoice } from '../../server/store/comment-search.ts';
import type { Site } from '../../server/store/store.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const by = { at: new Date('2026-11-22T12:00:00Z'), actor: 'editor' };

describe('comments since the last edits of their pages', () => {
  let temporary: TemporaryStore;
  let site: Site;
  beforeEach(async () => {
    temporary = await openTemporaryStore();
    site = await temporary.addSite({ key: 'one', origins: ['https://one.example'] });
  });
  afterEach(() => temporary.remove());

  /** Comments in the order in which they come: the first has the number 1. */
  const say = (...all: [path: string, received: string][]) =>
    temporary.store.appendResponses(
      all.map(([path, received]) => ({
        key: crypto.randomUUID(),
        siteId: site.id,
        address: `https://one.example${path}`,
        received: new Date(received),
        day: received.slice(0, 10),
        revisionNo: 1,
        content: { answer: 'no' as const, comment: 'samma ord', survey: 'page' as const },
      })),
    );

  async function edit(path: string, ...days: string[]) {
    const pages = await temporary.store.listPages([site.id], { limit: 1000, offset: 0 });
    const page = pages.find(({ address }) => address === `https://one.example${path}`);
    assert.ok(page);
    for (const day of days) {
      const revision = { siteId: site.id, pageId: page.id, day, note: null };
      assert.ok(await temporary.store.addRevision(revision, by));
    }
    return page.id;
  }

  const find = async (more: Partial<CommentChoice> = {}, zone = 'Europe/Stockholm') => {
    const sinceEdit = { today: '2026-11-22', dayOf: createDayOf(zone) };
    const choice = { siteIds: [site.id], sinceEdit, ...more };
    const { ids } = await temporary.store.searchComments(choice, 'oldest', null, 50);
    const { count } = await temporary.store.countFound(choice, 1000);
    assert.equal(count, ids.length, 'what is counted is what is found');
    return ids;
  };

  it('are those from the day after the last edit of each page', async () => {
    await say(
      ['/a', '2026-11-09T12:00:00Z'],
      ['/a', '2026-11-10T12:00:00Z'],
      ['/a', '2026-11-11T12:00:00Z'],
      ['/b', '2026-11-11T12:00:00Z'],
      ['/b', '2026-11-16T12:00:00Z'],
    );
    await edit('/a', '2026-11-01', '2026-11-10');
    await edit('/b', '2026-11-15');
    assert.deepEqual(await find(), [3, 5]);
  });

  it('are none of pages without edits, or with edits that are still to come', async () => {
    await say(['/a', '2026-11-20T12:00:00Z'], ['/b', '2026-11-20T12:00:00Z']);
    assert.deepEqual(await find(), []);
    await edit('/a', '2026-11-23');
    assert.deepEqual(await find(), []);
    await edit('/a', '2026-11-19');
    assert.deepEqual(await find(), [1]);
  });

  it('begin at midnight in the zone of the service', async () => {
    await say(
      ['/a', '2026-11-09T09:59:59.999Z'],
      ['/a', '2026-11-09T10:00:00Z'],
      ['/a', '2026-11-09T22:59:59.999Z'],
      ['/a', '2026-11-09T23:00:00Z'],
      ['/a', '2026-11-10T11:59:59.999Z'],
      ['/a', '2026-11-10T12:00:00Z'],
    );
    await edit('/a', '2026-11-09');
    assert.deepEqual(await find({}, 'Europe/Stockholm'), [4, 5, 6]);
    assert.deepEqual(await find({}, 'Pacific/Kiritimati'), [2, 3, 4, 5, 6], '14 hours ahead');
    assert.deepEqual(await find({}, 'Etc/GMT+12'), [6], '12 hours behind');
  });

  it('are found by words, tag, status and answer too', async () => {
    await say(
      ['/a', '2026-11-09T12:00:00Z'],
      ['/a', '2026-11-11T12:00:00Z'],
      ['/b', '2026-11-11T12:00:00Z'],
    );
    const pageId = await edit('/a', '2026-11-10');
    const { store } = temporary;
    await store.addTag(site.id, 'Språk', by);
    const tag = (await store.listTags(site.id)).find(({ name }) => name === 'Språk');
    assert.ok(tag);
    const all = [1, 2, 3].map((id) => ({ id, version: 0 }));
    await store.changeComments(site.id, all, { status: 'fixed', addTags: [tag.id] }, by);
    const words = readSearch('ord') ?? undefined;
    assert.ok(words);
    assert.deepEqual(await find({ words }), [2]);
    assert.deepEqual(await find({ status: 'fixed' }), [2]);
    assert.deepEqual(await find({ status: 'new' }), []);
    assert.deepEqual(await find({ tagId: tag.id }), [2]);
    assert.deepEqual(await find({ tagId: tag.id, words, answer: 'no' }), [2]);
    assert.deepEqual(await find({ answer: 'no' }), [2]);
    assert.deepEqual(await find({ answer: 'yes' }), []);
    assert.deepEqual(await find({ pageId }), [2]);
    assert.deepEqual(await find({ sections: ['https://one.example/b'] }), []);
    assert.deepEqual(await find({ from: new Date('2026-11-12T00:00:00Z') }), []);
  });
});
