import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answer } from '../../server/contract/response-schema.ts';
import type { IncomingResponse } from '../../server/store/store.ts';
import { workSorts, type WorkFilter, type WorkSort } from '../../server/store/work-list.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const origin = 'https://www.example.se';
const day = '2026-11-22';

/** So many that the parts at the end are sought from there. */
const pages = 4500;

let temporary: TemporaryStore;
let siteIds: number[];

/** Pages with one answer each, some with a comment; every hundredth has twelve more, all no. */
function answersOf(siteId: number): IncomingResponse[] {
  const answer = (page: number, given: Answer, comment?: string): IncomingResponse => ({
    key: crypto.randomUUID(),
    siteId,
    address: `${origin}/${(page * 7919) % pages}`,
    // Several pages had their newest answer at the same moment: then their numbers decide.
    received: new Date(Date.parse(day) + (page % 50) * 1000),
    day,
    revisionNo: 1,
    content: { answer: given, survey: 'page', ...(comment !== undefined && { comment }) },
  });
  return Array.from({ length: pages }, (_, page) => [
    answer(page, 'yes', page % 3 === 0 ? 'Ett ord' : undefined),
    ...(page % 100 === 0 ? Array.from({ length: 12 }, () => answer(page, 'no')) : []),
  ]).flat();
}

describe('the work list of many pages', () => {
  before(async () => {
    temporary = await openTemporaryStore();
    const { store, addSite } = temporary;
    const site = await addSite({ key: 'test', origins: [origin] });
    siteIds = [site.id];
    await store.appendResponses(answersOf(site.id));
    const ids = await store.listPageIdsAfter(0, pages);
    await store.refreshRecent(ids, { 7: day, 30: day, 90: day });
  });
  after(() => temporary.remove());

  for (const sort of workSorts) {
    it(`is turned through without a gap to its very end: by ${sort}`, async () => {
      const filter: WorkFilter = { siteIds, period: 90 };
      const list = (limit: number, offset: number) =>
        temporary.store.listWork(filter, day, sort, { limit, offset });
      const all = await list(pages, 0);
      assert.equal(new Set(all.map(({ id }) => id)).size, pages);
      for (const offset of [0, 20, 30, 1990, 2010, 2240, 2260, pages - 10, pages, 9000]) {
        assert.deepEqual(await list(20, offset), all.slice(offset, offset + 20), `${offset}`);
      }
    });
  }

  it('is put in the order that was chosen', async () => {
    const filter: WorkFilter = { siteIds, period: 90 };
    const around = async (sort: WorkSort, place: number) =>
      temporary.store.listWork(filter, day, sort, { limit: 2, offset: place - 1 });
    const waiting = (await around('new', pages / 3)).map((page) => page.waiting > 0);
    const needy = (await around('attention', pages / 100)).map((page) => page.needsAttention);
    const busy = (await around('answers', pages / 100)).map(({ counts }) => counts.no > 1);
    assert.deepEqual(
      { waiting, needy, busy },
      {
        waiting: [true, false],
        needy: [true, false],
        busy: [true, false],
      },
    );
  });
});
