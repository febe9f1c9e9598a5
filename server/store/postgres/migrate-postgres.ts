import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { migrate } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import { connectionSettings } from './create-pool.ts';
import { migrations } from './migrations/all.ts';

/** Names the lock among all of the database: "gensvar" in ASCII, shortened to 31 bits. */
const migrationLock = 1_734_702_710;

/**
 * Brings the tables up to date. Instances that start at the same time wait for each other:
 * the lock is held by a connection of its own, and goes with it.
 */
export async function migratePostgres(url: string, queries: Kysely<Tables>): Promise<void> {
  const client = new Client(connectionSettings(url));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(queries, migrations);
  } finally {
    await client.end();
  }
}
