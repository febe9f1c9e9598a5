import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { openStore } from '../../../server/store/open-store.ts';
import type { IncomingResponse, Site, Store } from '../../../server/store/store.ts';
import { runGensvar, startGensvar } from '../../support/gensvar-process.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { countRows, readDays, readRows, readResponses } from '../../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = { timeout: 120_000 };

const anyTime = Date.parse('2026-11-01T08:00:00Z');
const anHour = 60 * 60 * 1000;

let folder: TemporaryFolder;
let file: string;
let target: TestDatabase;
let site: Site;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  file = join(folder.path, 'gensvar.db');
  target = await createTestDatabase();
  await withStore(file, async (store) => {
    site = await store.addSite({
      ...{ key: 'test', name: 'Test', origins: ['https://www.example.se'] },
      ...{ foldWww: true, queryParameters: ['id'], allowedNumbers: ['08-123 45 67'] },
    });
    const editor = await store.addEditor({ name: 'Åsa', siteIds: [site.id] });
    await store.addSignInLink({ tokenHash: 'abc', editorId: editor.id, expires: new Date() });
    await store.readSecret('receipt');
  });
});
afterEach(async () => {
  await target.remove();
  await folder.remove();
});

async function withStore<T>(database: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ database, amendmentHours: 24 });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const comments = ['Jag hittar inte blanketten.', 'Hur räknar ni?\nMån–fre 🙂', "O'Hara \\x41 {}"];

/** Plays visitors on forty pages over three weeks; some amend, some are suspected. */
const play = (count: number, seed = 1) =>
  withStore(file, async (store) => {
    const random = createSeededRandom(seed);
    for (let done = 0; done < count; done += 1000) {
      const batch = Array.from({ length: Math.min(1000, count - done) }, (): IncomingResponse => {
        const received = new Date(anyTime + random.below(500) * anHour);
        return {
          key: random.uuid(),
          siteId: site.id,
          address: `https://www.example.se/${random.below(40)}`,
          received,
          day: received.toISOString().slice(0, 10),
          revisionNo: 1,
          content: {
            answer: random.pick(['yes', 'no', 'partly']),
            survey: 'page',
            title: `Sida ${random.below(40)}`,
            ...(random.chance(0.3) && { comment: random.pick(comments) }),
            ...(random.chance(0.1) && { rating: 1 + random.below(5) }),
          },
          ...(random.chance(0.05) && { suspicion: 'decoy' }),
        };
      });
      await store.appendResponses(batch);
      await store.appendResponses(
        batch.slice(0, 100).map((response) => ({
          ...response,
          revisionNo: 2,
          content: { ...response.content, comment: 'Skrivet efteråt.' },
        })),
      );
    }
    await store.closeAmendmentWindows(new Date(anyTime + 300 * anHour));
  });

const words = () => ['move-database', '--to', target.database];
const settings = () => ({ folder: folder.path, environment: { GENSVAR_DATABASE: file } });
const move = () => runGensvar(words(), settings());

async function assertMoved() {
  assert.deepEqual(readResponses(target.database), readResponses(file));
  assert.deepEqual(readDays(target.database), readDays(file));
  const kept = (database: string) =>
    withStore(database, async (store) => ({
      pages: await store.listPages([site.id], { limit: 100, offset: 0 }),
      secret: Buffer.from(await store.readSecret('receipt')).toString('hex'),
    }));
  assert.deepEqual(await kept(target.database), await kept(file));
  const rows = countRows(target.database);
  assert.equal(rows['comment_words'], rows['comment']);
  assert.ok(!('unfinished_move' in rows));
}

describe('gensvar move-database', () => {
  it('moves everything, and proves it table by table', slow, async () => {
    await play(700);
    const { code, output, errors } = await move();
    assert.equal(code, 0, errors);
    assert.match(output, /^response +700 +700 +([0-9a-f]{12}) +\1 +equal$/m);
    assert.doesNotMatch(output, /DIFFERENT/);
    assert.match(errors, /^Moving response: 700 of 700/m);
    assert.ok(!`${output}${errors}`.includes(target.database), 'The address may hold a password.');
    await assertMoved();
  });

  it(
    'leaves a database in which answers go on being stored, amended and counted',
    slow,
    async () => {
      await play(300);
      await move();
      const [key] = readRows<{ key: string }>(
        target.database,
        `select key from response_key where response_id is not null order by key limit 1`,
      ).map((row) => row.key.slice(2));
      await withStore(target.database, async (store) => {
        const response = {
          siteId: site.id,
          address: 'https://www.example.se/ny',
          received: new Date(anyTime + 310 * anHour),
          day: '2026-11-14',
          revisionNo: 9,
          content: { answer: 'yes' as const, survey: 'page' as const },
        };
        const uuid = String(key).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
        const outcomes = await store.appendResponses([
          { ...response, key: crypto.randomUUID() },
          { ...response, key: uuid },
        ]);
        assert.deepEqual(
          outcomes.map(({ kind }) => kind),
          ['new', 'other-page'],
        );
        await store.addEditor({ name: 'Ny', siteIds: [site.id] });
        assert.deepEqual(await store.findCountDifferences(), []);
      });
      assert.equal(readResponses(target.database).length, 301);
    },
  );

  it('refuses a database with something in it, and touches nothing there', slow, async () => {
    await play(10);
    await move();
    const rows = countRows(target.database);
    await play(10, 2);
    const again = await move();
    assert.equal(again.code, 1);
    assert.match(again.errors, /not empty/);
    assert.deepEqual(countRows(target.database), rows);
  });

  it('refuses to move while somebody writes to the old database', slow, async () => {
    await play(10);
    const other = new Database(file);
    other.exec('begin immediate');
    const { code, errors } = await move();
    other.close();
    assert.equal(code, 1);
    assert.match(errors, /locked/);
    assert.equal(countRows(target.database)['response'], 0);
  });

  it('says what is wrong with its arguments', slow, async () => {
    const wrong = await runGensvar(['move-database', '--to', 'annan.db'], settings());
    assert.equal(wrong.code, 1);
    assert.match(wrong.errors, /--to postgres:/);
    const missing = await runGensvar(words(), {
      folder: folder.path,
      environment: { GENSVAR_DATABASE: join(folder.path, 'fel.db') },
    });
    assert.equal(missing.code, 1);
    assert.match(missing.errors, /GENSVAR_DATABASE/);
  });

  /** Ends a move at once when it has moved some responses, but not all. */
  async function interrupt() {
    const child = startGensvar(words(), settings());
    while (!/Moving response:/.test(child.errors())) await setTimeout(1);
    child.kill();
    await child.ended();
    const { response = 0, unfinished_move: state = 0 } = countRows(target.database);
    assert.ok(state > 0, 'It was not interrupted: it had ended.');
    assert.ok(response >= 5000, `It had moved ${response} responses.`);
  }

  it('goes on after it was killed', slow, async () => {
    await play(10_000);
    await interrupt();
    const { code, output, errors } = await move();
    assert.equal(code, 0, errors);
    assert.doesNotMatch(errors, /Moving page:/, 'It moved again what had been moved.');
    assert.match(output, /^response +10000 +10000 /m);
    await assertMoved();
  });

  it('begins anew when answers have come in since it was killed', slow, async () => {
    await play(10_000);
    await interrupt();
    await play(100, 2);
    const { code, output, errors } = await move();
    assert.equal(code, 0, errors);
    assert.match(output, /^response +10100 +10100 /m);
    await assertMoved();
  });
});
