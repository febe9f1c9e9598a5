import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Client } from 'pg';
import { isPassingFault } from '../../../server/store/passing-faults.ts';
import { migrations } from '../../../server/store/postgres/migrations/all.ts';
import { openPostgresStore } from '../../../server/store/postgres/open-postgres-store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import type { IncomingResponse, Store } from '../../../server/store/store.ts';
import { sendForm } from '../../support/send-response.ts';
import { countRows, readDays, readRows } from '../../support/stored-rows.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';
import { startTestService } from '../../support/test-service.ts';

const origin = 'https://www.example.se';
const aDay = 24 * 60 * 60 * 1000;

let database: TestDatabase;
let stores: Store[];

beforeEach(async () => {
  database = await createTestDatabase();
  stores = [];
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.remove();
});

async function open(): Promise<Store> {
  const store = await openPostgresStore({ url: database.database, amendmentWindow: aDay });
  stores.push(store);
  return store;
}

const addSite = (store: Store) =>
  store.addSite({
    ...{ key: 'test', name: 'Test', origins: [origin] },
    ...{ foldWww: false, queryParameters: [], allowedNumbers: [] },
  });

const answers = (siteId: number, count: number): IncomingResponse[] =>
  Array.from({ length: count }, (_, position) => ({
    key: crypto.randomUUID(),
    siteId,
    address: `${origin}/${position % 7}`,
    received: new Date('2026-11-22T12:00:00Z'),
    day: '2026-11-22',
    revisionNo: 1,
    content: { answer: 'yes', survey: 'page' },
  }));

/** Another program at the same database. */
async function connect(connectionString = database.database): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

describe('a PostgreSQL database', () => {
  it('has the same tables and columns as the embedded one', async (context) => {
    const folder = await createTemporaryFolder();
    context.after(() => folder.remove());
    const file = join(folder.path, 'gensvar.db');
    await (await openSqliteStore({ file, amendmentWindow: aDay })).close();
    await open();
    // Words are found in each engine's own way, and only a file wants its keys gathered first.
    const notShared = /^(kysely_|comment_words|response_key_recent|inbox|sqlite_)/;
    const inFile = readRows<{ table: string; column: string }>(
      file,
      `select m.name as "table", c.name as "column"
       from sqlite_master m join pragma_table_info(m.name) c
       where m.type = 'table' order by m.name, c.name`,
    );
    const onServer = readRows<{ table: string; column: string }>(
      database.database,
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = 'public'
       order by table_name collate "C", column_name collate "C"`,
    );
    assert.deepEqual(
      onServer.filter(({ table }) => !notShared.test(table)),
      inFile.filter(({ table }) => !notShared.test(table)),
    );
  });

  it('is made once when several instances start at the same time', async () => {
    const client = await connect();
    await client.query('drop schema public cascade');
    await client.query('create schema public');
    await client.end();
    const started = await Promise.all([open(), open(), open(), open()]);
    await addSite(started[0]);
    assert.equal((await started[3].listSites()).length, 1);
    const applied = countRows(database.database)['kysely_migration'];
    assert.equal(applied, Object.keys(migrations).length);
  });

  it('is refused when it would acknowledge what is not on disk', async () => {
    const url = `${database.database}?options=-c%20synchronous_commit%3Doff`;
    await assert.rejects(
      openPostgresStore({ url, amendmentWindow: aDay }),
      /does not wait for the disk/,
    );
  });
});

describe('instances that count the same pages at the same time', () => {
  it('write to rows of their own, which are summed when they are read', async () => {
    const [one, other] = [await open(), await open()];
    const site = await addSite(one);
    await Promise.all(
      [one, other].map(async (store) => {
        for (let round = 0; round < 20; round += 1) {
          await store.appendResponses(answers(site.id, 21));
        }
      }),
    );
    assert.deepEqual(
      readDays(database.database).map(({ yes }) => yes),
      [120, 120, 120, 120, 120, 120, 120],
    );
    assert.deepEqual(
      readRows(database.database, 'select writer, yes from site_day order by writer'),
      [
        { writer: 1, yes: 420 },
        { writer: 2, yes: 420 },
      ],
    );
    assert.deepEqual(await one.findCountDifferences(), []);
  });

  it('take over the number of one that has stopped', async () => {
    const first = await openPostgresStore({ url: database.database, amendmentWindow: aDay });
    const site = await addSite(first);
    await first.appendResponses(answers(site.id, 1));
    await first.close();
    const next = await open();
    await next.appendResponses(answers(site.id, 1));
    assert.deepEqual(readRows(database.database, 'select writer, yes from site_day'), [
      { writer: 1, yes: 2 },
    ]);
  });
});

describe('while the database cannot be written', () => {
  const fields = () => ({ id: crypto.randomUUID(), page: `${origin}/sida`, answer: 'no' });

  it('an answer is refused for a while, and accepted afterwards', async (context) => {
    const service = await startTestService({ pageOrigin: origin });
    const other = await connect(service.database);
    context.after(async () => {
      await other.end();
      await service.stop();
    });
    const answer = fields();
    await other.query('begin');
    await other.query('lock table response_key in access exclusive mode');
    const refused = await sendForm(service.url, answer, { origin });
    assert.equal(refused.status, 503);
    assert.match(refused.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
    assert.equal(service.faults.splice(0).length, 1);
    await other.query('rollback');
    assert.equal((await sendForm(service.url, answer, { origin })).status, 201);
    assert.equal(readDays(service.database)[0]?.no, 1);
  });

  it('an answer is accepted as soon as cut connections are there again', async (context) => {
    const service = await startTestService({ pageOrigin: origin });
    const other = await connect(service.database);
    context.after(async () => {
      await other.end();
      await service.stop();
    });
    assert.equal((await sendForm(service.url, fields(), { origin })).status, 201);
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const again = fields();
    // The first may meet a connection that is gone: then it is asked to come back.
    const { status } = await sendForm(service.url, again, { origin });
    assert.ok(status === 201 || status === 503, String(status));
    assert.ok((await sendForm(service.url, again, { origin })).ok);
    assert.equal(readDays(service.database)[0]?.no, 2);
  });
});

describe('a fault of PostgreSQL', () => {
  const fault = (more: object, message = 'said by the server') =>
    Object.assign(new Error(message), more);

  for (const code of ['08006', '57P01', '57P03', '53300', '40001', '40P01', '55P03', '57014']) {
    it(`passes when its code is ${code}`, () => {
      assert.ok(isPassingFault(fault({ code })));
    });
  }

  it('passes when the connection was lost without a code', () => {
    assert.ok(isPassingFault(new Error('Connection terminated unexpectedly')));
    assert.ok(isPassingFault(fault({ code: 'ECONNREFUSED' })));
    assert.ok(isPassingFault(fault({ code: 'ENOENT', syscall: 'connect' })));
  });

  it('does not pass when the statement itself is wrong, or a file is not there', () => {
    assert.ok(!isPassingFault(fault({ code: '23514' })));
    assert.ok(!isPassingFault(fault({ code: '42P01' })));
    assert.ok(!isPassingFault(fault({ code: 'ENOENT', syscall: 'open' })));
  });
});
