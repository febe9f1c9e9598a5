import { Pool, TypeOverrides, types, type PoolConfig } from 'pg';

/** Moments and identities are bigint, sums are numeric: both are far below 2^53 here. */
const numberTypes = [types.builtins.INT8, types.builtins.NUMERIC];

/** What every connection to the database has in common. */
export function connectionSettings(url: string): PoolConfig {
  const overrides = new TypeOverrides();
  for (const type of numberTypes) overrides.setTypeParser(type, Number);
  return {
    connectionString: url,
    application_name: 'gensvar',
    types: overrides,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    // A commit that has been acknowledged is on disk, whatever the server's own setting is.
    // Compiling a query takes longer than running it: each reads little.
    options: '-c synchronous_commit=on -c jit=off',
  };
}

/** Makes the pool of connections that queries and answers share. */
export function createPool(url: string): Pool {
  const pool = new Pool({
    ...connectionSettings(url),
    max: 10,
    // Statements of one transaction are sent together, and the server goes on with the next.
    pipeline: true,
    idleTimeoutMillis: 60_000,
    // What hangs is given up, in time for the visitor to be told: 503, try again.
    lock_timeout: 4_000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // A connection that is lost tells so to whoever uses it, and the pool replaces it. Without
  // someone who listens here, the loss would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Makes sure that a commit waits for the disk.
 * @throws when it does not
 */
export async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ commit: string; fsync: string | null }>(
    `select current_setting('synchronous_commit') as commit,
            current_setting('fsync', true) as fsync`,
  );
  const [settings] = rows;
  if (settings?.commit !== 'on' || settings.fsync === 'off') {
    throw new Error(
      'The database does not wait for the disk: synchronous_commit and fsync must be on.',
    );
  }
}
