import type { Pool } from 'pg';
import type { Connection } from '../connection.ts';
import { inTransaction } from './in-transaction.ts';

/** Runs statements in one transaction, each of which sees what others have committed before it. */
export const createWriteTogether =
  (pool: Pool): Connection['writeTogether'] =>
  (statements) =>
    inTransaction(pool, async (client) => {
      const results: unknown[][] = [];
      for (const { sql, parameters } of statements) {
        const { rows } = await client.query<Record<string, unknown>>(sql, [...parameters]);
        results.push(rows);
      }
      return results;
    });
