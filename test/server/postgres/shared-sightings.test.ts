import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { openStore } from '../../../server/store/open-store.ts';
import { defaultSettings } from '../../../server/store/site-settings.ts';
import type { Store } from '../../../server/store/store.ts';
import { startGensvar, type GensvarProcess } from '../../support/gensvar-process.ts';
import { sendForm, type Fields } from '../../support/send-response.ts';
import { changeRows, readRows } from '../../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = { timeout: 120_000 };

const origin = 'https://www.agency.example';
const sentence = 'Denna myndighet måste läggas ner omedelbart och för alltid';

let folder: TemporaryFolder;
let database: TestDatabase;
let store: Store;
let instances: GensvarProcess[];
/** The address of each instance. */
let bases: string[];

before(async () => {
  folder = await createTemporaryFolder();
  database = await createTestDatabase();
  store = await openStore({ database: database.database, amendmentHours: 24 });
  await store.addSite({
    ...{ key: 'agency', name: 'Agency', origins: [origin], settings: defaultSettings },
    ...{ foldWww: false, queryParameters: [], allowedNumbers: [] },
  });
  instances = [0, 1].map(() =>
    startGensvar(['serve'], {
      folder: folder.path,
      environment: {
        PORT: '0',
        GENSVAR_DATABASE: database.database,
        GENSVAR_PROXY_HOPS: '1',
      },
    }),
  );
  const addresses = await Promise.all(instances.map((instance) => instance.ready()));
  bases = addresses.map(({ API }) => new URL(API ?? '').origin);
}, slow);

after(async () => {
  for (const instance of instances) instance.kill();
  await Promise.all(instances.map((instance) => instance.ended()));
  await store.close();
  await database.remove();
  await folder.remove();
});

let visitors = 0;

/** @param from the visitor's address; every visitor has another unless it is told */
async function send(instance: number, path: string, more: Fields = {}, from?: string) {
  visitors += 1;
  const own = `198.51.${visitors >> 8}.${visitors & 255}`;
  const { status } = await sendForm(
    bases[instance] ?? '',
    { id: crypto.randomUUID(), page: `${origin}${path}`, answer: 'no', ...more },
    { 'x-forwarded-for': from ?? own },
  );
  assert.equal(status, 201);
}

/** How many answers on a page count, and how many are left out. */
async function score(path: string) {
  const pages = await store.listPages([1], { limit: 100, offset: 0 });
  const { no = 0, leftOut = 0 } = pages.find(({ address }) => address === origin + path) ?? {};
  return { no, leftOut };
}

/** Waits until what the instances have told each other has taken effect. */
async function untilScore(path: string, expected: Awaited<ReturnType<typeof score>>) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { no, leftOut } = await score(path);
    if (no === expected.no && leftOut === expected.leftOut) return;
    await setTimeout(50);
  }
  assert.deepEqual(await score(path), expected);
}

/** When somebody was seen, as instances tell it: the last of its line. */
const timeIn = (line: string) => Number(line.split(' ').at(-1));

describe('two instances on one database', () => {
  it('suspect the same words in turn at both as they would at one', slow, async () => {
    for (let count = 0; count < 5; count += 1) await send(0, '/at-one', { comment: sentence });
    const another = sentence.replace('Denna', 'Den andra');
    for (let count = 0; count < 5; count += 1) {
      await send(count % 2, '/at-both', { comment: another });
    }
    // At the fourth even the first is seen to be a robot's.
    await untilScore('/at-one', { no: 0, leftOut: 5 });
    await untilScore('/at-both', { no: 0, leftOut: 5 });
    assert.deepEqual(await store.findCountDifferences(), []);
  });

  it('let one of two count that say the same at the same time', slow, async () => {
    for (const turn of ['ett', 'tre', 'fem']) {
      const comment = `${sentence}, gång ${turn}`;
      await Promise.all([0, 1].map((instance) => send(instance, `/${turn}`, { comment })));
      await untilScore(`/${turn}`, { no: 1, leftOut: 1 });
    }
  });

  it('see the crowd that comes to both, and let the others count', slow, async () => {
    for (let count = 0; count < 70; count += 1) await send(count % 2, '/crowd', {}, '203.0.113.7');
    for (let count = 0; count < 6; count += 1) await send(count % 2, '/crowd');
    await untilScore('/crowd', { no: 6, leftOut: 70 });
    assert.deepEqual(await store.findCountDifferences(), []);
  });

  it('go on telling each other when their connections were lost', slow, async () => {
    changeRows(
      database.database,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query ilike 'listen%'`,
    );
    // What is told while a connection is made anew is not heard.
    for (let tries = 0; ; tries += 1) {
      const path = `/lost-${tries}`;
      const comment = `${sentence}, sedan den bröts: ${'x'.repeat(tries)}`;
      await send(0, path, { comment });
      await setTimeout(100);
      await send(1, path, { comment });
      const { leftOut } = await score(path);
      if (leftOut === 1) return;
      assert.ok(tries < 100);
    }
  });

  it('store nothing of what they tell, and tell nothing that names anyone', slow, async () => {
    const told: string[] = [];
    const listener = new Client({ connectionString: database.database });
    await listener.connect();
    listener.on('notification', ({ payload = '' }) => told.push(payload));
    await listener.query('listen gensvar');
    const id = crypto.randomUUID();
    const comment = `${sentence}, hälsar Kim`;
    const sent = Date.now();
    await send(0, '/quiet', { id, comment }, '203.0.113.99');
    // What was sent before may be told of only now.
    const lineOfIt = () =>
      told.flatMap((payload) => payload.split('\n')).find((line) => timeIn(line) >= sent);
    for (let tries = 0; tries < 200 && !lineOfIt(); tries += 1) await setTimeout(20);
    await listener.end();
    assert.ok(lineOfIt());
    for (const plain of [id, 'quiet', 'agency', 'Kim', '203.0.113.99']) {
      assert.ok(!told.join().includes(plain), told.join());
    }
    const [, , , source = ''] = lineOfIt()?.split(' ') ?? [];
    assert.match(source, /^[\w-]{16}$/);
    const columns = readRows<{ table: string; column: string }>(
      database.database,
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'character varying')`,
    );
    assert.ok(columns.length > 10);
    for (const { table, column } of columns) {
      const found = readRows(
        database.database,
        `select 1 from "${table}" where position('${source}' in "${column}") > 0`,
      );
      assert.deepEqual(found, [], `${table}.${column}`);
    }
  });
});
