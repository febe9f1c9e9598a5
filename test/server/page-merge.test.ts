import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Answer } from '../../server/contract/response-schema.ts';
import { finishMerge, finishMerges } from '../../server/page-merge/finish-merges.ts';
import type { IncomingResponse, Site, Store } from '../../server/store/store.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const origin = 'https://www.example.se';
const by = { at: new Date('2026-11-22T12:00:00Z'), actor: 'Redaktör' };

let temporary: TemporaryStore;
let store: Store;
let site: Site;
let number = 0;
beforeEach(async () => {
  temporary = await openTemporaryStore();
  store = temporary.store;
  site = await temporary.addSite({ key: 'test', origins: [origin] });
});
afterEach(() => temporary.remove());

interface Played {
  answer?: Answer;
  comment?: string;
  day?: string;
  title?: string;
  key?: string;
  revisionNo?: number;
  suspicion?: string;
}

function response(path: string, played: Played = {}): IncomingResponse {
  const { answer = 'yes', comment, day = '2026-11-20', title, key, ...more } = played;
  number += 1;
  return {
    key: key ?? `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    siteId: site.id,
    address: origin + path,
    received: new Date(`${day}T10:00:00Z`),
    day,
    revisionNo: undefined,
    content: {
      answer,
      survey: 'page',
      ...(comment !== undefined && { comment }),
      ...(title !== undefined && { title }),
    },
    ...more,
  };
}

const answer = async (...responses: IncomingResponse[]) => {
  const outcomes = await store.appendResponses(responses);
  return outcomes.map(({ kind }) => kind);
};

async function pageAt(path: string): Promise<number> {
  const place = await store.findPlaceAt(site.id, origin + path);
  assert.ok(place, `no page at ${path}`);
  return place.id;
}

const begin = async (from: string, into: string) =>
  store.beginMerge({ siteId: site.id, pageId: await pageAt(from), into: origin + into }, by);

const counts = async (path: string) => {
  const page = await store.findPage(await pageAt(path));
  return page && [page.yes, page.no, page.partly, page.comments, page.leftOut];
};

const assertRight = async () => {
  assert.deepEqual(await store.findCountDifferences(), []);
};

/** Two pages with answers and comments on some days, one of them suspected. */
const playTwoPages = () =>
  answer(
    response('/old', { day: '2026-11-01', comment: 'Ett' }),
    response('/old', { day: '2026-11-01', answer: 'no' }),
    response('/old', { day: '2026-11-02', answer: 'no', comment: 'Två' }),
    response('/old', { day: '2026-11-03', answer: 'partly', suspicion: 'links' }),
    response('/new', { day: '2026-11-02', answer: 'no', comment: 'Tre', title: 'Ny' }),
  );

describe('merging a page into its successor', () => {
  it('moves answers, comments and counts, and none is counted twice', async () => {
    await playTwoPages();
    assert.equal((await begin('/old', '/new')).kind, 'begun');
    assert.equal(await finishMerge(store, await pageAt('/old')), 4);
    assert.deepEqual(await counts('/old'), [0, 0, 0, 0, 0]);
    assert.deepEqual(await counts('/new'), [1, 3, 0, 3, 1]);
    await assertRight();
    const into = await pageAt('/new');
    const comments = await store.listComments(into, { limit: 9, offset: 0 });
    assert.deepEqual(comments.map(({ text }) => text).sort(), ['Ett', 'Tre', 'Två']);
    const days = await store.listDailyCounts(into, '2026-11-01', '2026-11-30');
    assert.deepEqual(
      days.map(({ day, yes, no, leftOut }) => [day, yes, no, leftOut]),
      [
        ['2026-11-01', 1, 1, 0],
        ['2026-11-02', 0, 2, 0],
        ['2026-11-03', 0, 0, 1],
      ],
    );
    assert.deepEqual(
      await store.listDailyCounts(await pageAt('/old'), '2026-01-01', '2027-01-01'),
      [],
    );
  });

  it('has right counts after each step, and goes on where it was interrupted', async () => {
    await playTwoPages();
    await begin('/old', '/new');
    const old = await pageAt('/old');
    for (let step = 1; step <= 4; step += 1) {
      assert.equal(await store.moveMerged(old, 1), 1);
      await assertRight();
      const [before, after] = [await counts('/old'), await counts('/new')];
      const answers = (each: number[] | null) =>
        (each ?? []).reduce((sum, n) => sum + n, 0) - (each?.[3] ?? 0);
      assert.deepEqual([answers(before), answers(after)], [4 - step, 1 + step]);
    }
  });

  it('is finished by the service when it starts again', async () => {
    await playTwoPages();
    await begin('/old', '/new');
    await store.moveMerged(await pageAt('/old'), 2);
    assert.deepEqual(await store.listUnfinishedMerges(), [await pageAt('/old')]);
    await finishMerges(store);
    assert.deepEqual(await store.listUnfinishedMerges(), []);
    assert.deepEqual(await counts('/new'), [1, 3, 0, 3, 1]);
    await assertRight();
  });

  it('is no longer among the pages of a period, nor before all is moved', async () => {
    await playTwoPages();
    await answer(response('/old', { day: '2026-11-20' }), response('/new', { day: '2026-11-20' }));
    const listed = async () => {
      const period = { siteId: site.id, fromDay: '2026-11-01', toDay: '2026-11-03' };
      const moments = {
        from: new Date('2026-10-31T23:00Z'),
        before: new Date('2026-11-03T23:00Z'),
      };
      const pages = await store.readPageCounts({ ...period, moments }, { limit: 10, offset: 0 });
      return pages.map(({ address, yes, no }) => [address.slice(origin.length), yes, no]).sort();
    };
    assert.deepEqual(await listed(), [
      ['/new', 0, 1],
      ['/old', 1, 2],
    ]);
    await begin('/old', '/new');
    await store.moveMerged(await pageAt('/old'), 3);
    // A suspected answer is left on the page.
    assert.deepEqual((await listed()).at(-1), ['/old', 0, 0]);
    await store.moveMerged(await pageAt('/old'), 1);
    assert.deepEqual(await listed(), [['/new', 1, 3]]);
  });

  it('lets answers to the old address count for the successor, from its beginning', async () => {
    await playTwoPages();
    await begin('/old', '/new');
    const title = 'Den gamla sidans titel';
    await answer(response('/old', { title }), response('/new'), response('/old', { title }));
    assert.deepEqual(await counts('/old'), [1, 2, 0, 2, 1]);
    assert.deepEqual(await counts('/new'), [3, 1, 0, 1, 0]);
    assert.equal(
      (await store.findPage(await pageAt('/new')))?.title,
      'Ny',
      'it has not been renamed',
    );
    await finishMerges(store);
    assert.deepEqual(await counts('/new'), [4, 3, 0, 3, 1]);
    await assertRight();
  });

  it('lets a visitor go on with an answer, before and after it was moved', async () => {
    const key = crypto.randomUUID();
    await answer(response('/new'), response('/old', { key }));
    await begin('/old', '/new');
    assert.deepEqual(await answer(response('/old', { key, answer: 'no' })), ['amended']);
    await assertRight();
    await finishMerges(store);
    assert.deepEqual(await answer(response('/old', { key, answer: 'no', comment: 'Hej' })), [
      'amended',
    ]);
    assert.deepEqual(await answer(response('/elsewhere', { key })), ['other-page']);
    assert.deepEqual(await counts('/new'), [1, 1, 0, 1, 0]);
    await assertRight();
  });

  it('moves a page to an address that has no answers yet', async () => {
    await answer(response('/old', { title: 'Titel', day: '2026-11-05' }));
    assert.equal((await begin('/old', '/moved')).kind, 'begun');
    await finishMerges(store);
    const moved = await store.findPage(await pageAt('/moved'));
    assert.equal(moved?.title, 'Titel');
    assert.equal(moved.lastReceived.toISOString(), '2026-11-05T10:00:00.000Z');
    assert.deepEqual(await counts('/moved'), [1, 0, 0, 0, 0]);
    await assertRight();
  });

  it('leads what was merged before straight to the newest successor', async () => {
    await answer(response('/a'), response('/b'), response('/c'));
    await begin('/a', '/b');
    await begin('/b', '/c');
    await answer(response('/a'));
    assert.equal((await store.findPlaceAt(site.id, `${origin}/a`))?.mergedInto, await pageAt('/c'));
    await finishMerges(store);
    assert.deepEqual(await counts('/c'), [4, 0, 0, 0, 0]);
    await assertRight();
  });

  it('refuses circles, itself and pages of other sites', async () => {
    await answer(response('/a'), response('/b'));
    const other = await temporary.addSite({ key: 'other', origins: ['https://other.example'] });
    assert.equal((await begin('/a', '/a')).kind, 'same');
    assert.equal((await begin('/a', '/b')).kind, 'begun');
    assert.equal((await begin('/b', '/a')).kind, 'merged');
    assert.equal((await begin('/a', '/c')).kind, 'merged');
    const foreign = { siteId: other.id, pageId: await pageAt('/b'), into: `${origin}/c` };
    assert.equal((await store.beginMerge(foreign, by)).kind, 'unknown');
    await assertRight();
  });

  it('of two that would make a circle at the same time, one begins', async () => {
    await answer(response('/a'), response('/b'));
    const outcomes = await Promise.all([begin('/a', '/b'), begin('/b', '/a')]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['begun', 'merged']);
  });

  it('is audited, once', async () => {
    await answer(response('/old'), response('/new'));
    await begin('/old', '/new');
    await begin('/old', '/new');
    const entries = await store.listAudit([site.id], { limit: 9, offset: 0 }, 'page-merged');
    assert.deepEqual(entries, [
      {
        ...by,
        siteId: site.id,
        action: 'page-merged',
        subject: `${origin}/old`,
        detail: { into: `${origin}/new` },
      },
    ]);
  });
});
