import type { Pool, PoolClient } from 'pg';

/** SQLSTATE of a transaction that lost against another: serialization failure, deadlock. */
const lostAgainstAnother = new Set(['40001', '40P01']);

/** How often a transaction is tried that loses against others. */
const mostTries = 3;

/**
 * Runs work in one transaction on one connection: on disk when the promise is fulfilled.
 * When it loses against another transaction it is tried again, so it must change nothing
 * but the database.
 * @throws what the database says, with nothing of it stored; when the connection is lost
 * while committing nobody knows, and whoever asked must ask again
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryOnce(pool, work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!lostAgainstAnother.has(code) || tries === mostTries) throw error;
    }
  }
}

async function tryOnce<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
