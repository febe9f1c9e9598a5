import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Kysely, PostgresDialect, sql, type RawBuilder } from 'kysely';
import type { Pool } from 'pg';
import { createPool } from '../../../server/store/postgres/create-pool.ts';
import { createWriteTogether } from '../../../server/store/postgres/write-together.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
let pool: Pool;
let queries: Kysely<Tables>;
beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool(database.database);
  queries = new Kysely({ dialect: new PostgresDialect({ pool }) });
});
afterEach(async () => {
  await queries.destroy();
  await database.remove();
});

const write = (...statements: RawBuilder<unknown>[]) =>
  createWriteTogether(pool)(statements.map((statement) => statement.compile(queries)));

const addEditor = (name: string) => sql`insert into editor (name) values (${name}) returning name`;

const names = async () =>
  (await queries.selectFrom('editor').select('name').orderBy('name').execute()).map(
    ({ name }) => name,
  );

describe('statements that are written together', () => {
  it('are run in their order, each seeing what was done before it', async () => {
    const results = await write(
      addEditor('Kim'),
      sql`update editor set name = name || ' R.' where name = 'Kim'`,
      sql`lock table page in share row exclusive mode`,
      sql`select name from editor where name like ${'Kim%'}`,
    );
    assert.deepEqual(results, [[{ name: 'Kim' }], [], [], [{ name: 'Kim R.' }]]);
    assert.deepEqual(await names(), ['Kim R.']);
  });

  it('leave nothing when one of them fails, and tell of that one', async () => {
    await write(addEditor('Kim'));
    const failing = write(addEditor('Robin'), addEditor('Kim'), addEditor('Alex'));
    await assert.rejects(failing, { code: '23505' });
    assert.deepEqual(await names(), ['Kim']);
    // The connection goes on as if nothing had happened.
    for (const name of ['Alex', 'Robin']) await write(addEditor(name));
    assert.deepEqual(await names(), ['Alex', 'Kim', 'Robin']);
    assert.equal(pool.totalCount, 1);
  });

  it('are tried again when others had the same rows in another order', async () => {
    await write(addEditor('Kim'), addEditor('Robin'));
    const rename = (name: string) => sql`update editor set language = 'sv' where name = ${name}`;
    const pause = sql`select pg_sleep(0.2)`;
    await Promise.all([
      write(rename('Kim'), pause, rename('Robin'), addEditor('One')),
      write(rename('Robin'), pause, rename('Kim'), addEditor('Two')),
    ]);
    assert.deepEqual(await names(), ['Kim', 'One', 'Robin', 'Two']);
  });
});
