import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely';
import { openStore } from '../../server/store/open-store.ts';
import { noRefusedAnswers } from '../../server/store/refused-answers.ts';
import { createSharedQueries } from '../../server/store/queries/shared-queries.ts';
import { defineRegexp } from '../../server/store/sqlite/define-regexp.ts';
import type { Store } from '../../server/store/store.ts';
import type { Tables } from '../../server/store/tables.ts';
import { addGeneratedSites, findPlaces } from '../bench/reads/generated-database.ts';
import type { OpenDatabase } from '../bench/reads/read-case.ts';
import { readCases } from '../bench/reads/read-cases.ts';
import { createSqliteSink } from '../support/fill-sqlite.ts';
import { generateResponses } from '../support/generate-responses.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/** Tables that grow with the responses, or with what editors do. */
const growing = [
  ...['response', 'comment', 'comment_work', 'comment_tag'],
  ...['page_day', 'site_day_page', 'site_day', 'audit'],
];

const traffic = { pages: 4000, days: 60, lastDay: '2026-11-22', seed: 7 };

const anHour = 60 * 60 * 1000;

const dayAfter = (day: string) =>
  new Date(Date.parse(day) + 24 * anHour).toISOString().slice(0, 10);

let folder: TemporaryFolder;
let file: string;

/** Every query that was run, as it was run. */
const asked: CompiledQuery[] = [];
let database: OpenDatabase;

/** The store's own queries on a connection that notes what they ask. */
async function openWatched(): Promise<OpenDatabase> {
  const queries = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: defineRegexp(new Database(file)) }),
    log: ({ query }) => {
      asked.push(query);
    },
  });
  const unused = () => assert.fail('Reading writes nothing.');
  const shared = createSharedQueries({
    engine: 'sqlite',
    queries,
    writeTogether: unused,
    indexComment: unused,
    forgetDeletedWords: unused,
  });
  const close = () => queries.destroy();
  const appending = { appendResponses: unused, broadcast: undefined, ...noRefusedAnswers };
  const store: Store = { ...shared, ...appending, close };
  return { store, places: await findPlaces(store), close };
}

/** The steps in which the database would answer a query. */
function planOf({ sql, parameters }: CompiledQuery): string[] {
  const plain = defineRegexp(new Database(file, { readonly: true }));
  try {
    return plain
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail);
  } finally {
    plain.close();
  }
}

/** Steps that go through all rows of a table that grows; also when they do so in an index. */
const wholeScans = (plan: string[]): string[] =>
  plan.filter((step) => growing.some((table) => new RegExp(`^SCAN ${table}\\b`).test(step)));

/** Pages with answers in a period, and those of them with answers that count. */
function answeredPages(siteId: number, fromDay: string, toDay: string): [number[], number[]] {
  const plain = new Database(file, { readonly: true });
  const read = (where: string) =>
    plain
      .prepare<unknown[], number>(
        `select distinct page_id from response
         where site_id = ? and day >= ? and day <= ? and ${where} order by page_id`,
      )
      .pluck()
      .all(siteId, fromDay, toDay);
  try {
    return [read('1 = 1'), read('left_out = 0')];
  } finally {
    plain.close();
  }
}

describe('a database that grows', () => {
  before(async () => {
    folder = await createTemporaryFolder();
    file = join(folder.path, 'gensvar.db');
    const store = await openStore({ database: file, amendmentHours: 24 });
    const sites = await addGeneratedSites(store);
    await store.close();
    const sink = createSqliteSink(file);
    const siteIds = sites.map(({ id }) => id);
    await generateResponses({ ...traffic, rows: 10_000, siteIds }, sink);
    sink.end();
    database = await openWatched();
  });
  after(async () => {
    await database.close();
    await folder.remove();
  });

  describe('reading it', () => {
    for (const { name, read } of readCases) {
      it(`goes by an index: ${name}`, async () => {
        asked.length = 0;
        await read(database);
        assert.ok(asked.length > 0);
        for (const query of asked) assert.deepEqual(wholeScans(planOf(query)), [], query.sql);
      });
    }

    it('would be seen if it went through a whole table', () => {
      const whole = ['select count(*) from response', 'select count(text) from comment'];
      for (const sql of whole) {
        const query = { ...asked[0], sql, parameters: [] } as unknown as CompiledQuery;
        assert.notDeepEqual(wholeScans(planOf(query)), []);
      }
    });

    it('asks no more queries for fifty pages than for one', async () => {
      const { store, places } = database;
      const numbers: number[] = [];
      for (const limit of [1, 50]) {
        asked.length = 0;
        assert.equal((await store.listPages(places.siteIds, { limit, offset: 0 })).length, limit);
        numbers.push(asked.length);
      }
      assert.equal(numbers[0], numbers[1]);
    });
  });

  describe('generated responses', () => {
    it('have the counts that they come to', async () => {
      assert.deepEqual(await database.store.findCountDifferences(), []);
    });

    it('have a few pages with most of the answers, and comments on fewer than one in four', async () => {
      const { store, places } = database;
      const pages = await store.listPages(places.siteIds, { limit: places.pages, offset: 0 });
      const answers = pages.map(({ yes, no, partly, leftOut }) => yes + no + partly + leftOut);
      const all = answers.reduce((sum, count) => sum + count, 0);
      assert.equal(all, 10_000);
      const busiest = answers.toSorted((one, other) => other - one).slice(0, pages.length / 10);
      assert.ok(busiest.reduce((sum, count) => sum + count, 0) > all / 2);
      const comments = pages.reduce((sum, page) => sum + page.comments, 0);
      assert.ok(comments > all * 0.15 && comments < all * 0.2, `${comments} comments`);
    });
  });

  describe('pages of several sites', () => {
    it('are listed by their newest answer, and turned through without a gap', async () => {
      const { store, places } = database;
      const all = await store.listPages(places.siteIds, { limit: places.pages, offset: 0 });
      const newest = all.toSorted(
        (one, other) =>
          other.lastReceived.getTime() - one.lastReceived.getTime() || other.id - one.id,
      );
      assert.deepEqual(all, newest);
      const parts = [];
      for (let offset = 0; offset < all.length; offset += 50) {
        parts.push(...(await store.listPages(places.siteIds, { limit: 50, offset })));
      }
      assert.deepEqual(parts, all);
    });

    it('have counts that are the sums of their days, and their newest comment', async () => {
      const { store, places } = database;
      for (const page of await store.listPages(places.siteIds, { limit: 20, offset: 40 })) {
        const days = await store.listDailyCounts(page.id, '2000-01-01', '2100-01-01');
        for (const name of ['yes', 'no', 'partly', 'comments', 'leftOut'] as const) {
          const sum = days.reduce((total, day) => total + day[name], 0);
          assert.equal(page[name], sum, `${name} of ${page.address}`);
        }
        const [comment] = await store.listComments(page.id, { limit: 1, offset: 0 });
        assert.deepEqual(page.latestComment, comment ?? null);
        assert.deepEqual(await store.findPage(page.id), page);
      }
    });
  });

  describe('the work list by new comments', () => {
    it('begins as the whole list does, without putting that in order', async () => {
      const { store, places } = database;
      const filter = { siteIds: places.siteIds, period: 90 } as const;
      const list = (limit: number, offset: number) =>
        store.listWork(filter, '2026-08-25', 'new', { limit, offset });
      const all = await list(places.pages, 0);
      assert.ok((all[29]?.waiting ?? 0) < (all[0]?.waiting ?? 0));
      for (const offset of [0, 7, 20]) {
        asked.length = 0;
        assert.deepEqual(await list(10, offset), all.slice(offset, offset + 10));
        assert.ok(!asked.some(({ sql }) => sql.includes('as "waits"')));
      }
    });
  });

  describe('pages of a period', () => {
    const periods = [
      ['a day', '2026-11-22', '2026-11-22'],
      ['two weeks', '2026-11-09', '2026-11-22'],
      ['a month', '2026-10-24', '2026-11-22'],
      ['all days', '2026-09-01', '2026-11-30'],
      ['days that are long over', '2026-09-28', '2026-10-20'],
    ] as const;
    for (const [name, fromDay, toDay] of periods) {
      it(`are those with answers, turned through and counted: ${name}`, async () => {
        const { store, places } = database;
        const [expected, counting] = answeredPages(places.siteId, fromDay, toDay);
        const filter = { siteId: places.siteId, fromDay, toDay };
        const found = [];
        for (let offset = 0; offset < expected.length + 100; offset += 100) {
          found.push(...(await store.readPageCounts(filter, { limit: 100, offset })));
        }
        assert.deepEqual(
          found.map(({ id }) => id),
          expected,
        );
        assert.equal(await store.countPagesInPeriod(filter), expected.length);
        // Told when its days begin and end, the store knows most pages by their last answer.
        const midnight = (day: string) => new Date(Date.parse(day) - anHour);
        const moments = { from: midnight(fromDay), before: midnight(dayAfter(toDay)) };
        assert.equal(await store.countPagesInPeriod({ ...filter, moments }), expected.length);
        const part = await store.readPageCounts({ ...filter, moments }, { limit: 20, offset: 5 });
        assert.deepEqual(
          part.map(({ id }) => id),
          expected.slice(5, 25),
        );
        // Open data tells of no page on which nothing of the period counts.
        assert.ok(counting.length < expected.length || fromDay === toDay);
        for (const told of [filter, { ...filter, moments }]) {
          const open = { ...told, scoredOnly: true };
          assert.equal(await store.countPagesInPeriod(open), counting.length);
          const slice = { limit: counting.length + 1, offset: 0 };
          const ids = (await store.readPageCounts(open, slice)).map(({ id }) => id);
          assert.deepEqual(ids, counting);
        }
      });
    }
  });
});
