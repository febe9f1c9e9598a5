import type { Pool } from 'pg';
import type { Connection } from '../connection.ts';
import { inTransaction } from './in-transaction.ts';

/** Runs statements in one transaction, each of which sees what others have committed before it. */
export const createWriteTogether =
  (pool: Pool): Connection['writeTogether'] =>
  (statements) =>
    inTransaction(pool, async (client) => {
      // Sent one after the other without waiting for answers: of those after one that fails,
      // nothing is done.
      const answers = statements.map(({ sql, parameters }) =>
        client.query<Record<string, unknown>>(sql, [...parameters]),
      );
      return (await Promise.all(answers)).map(({ rows }) => rows);
    });
