import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The database as the queries that both engines share see it. */
export interface Connection {
  engine: 'sqlite' | 'postgres';
  /** Composes and runs single statements. For several that belong together: `writeTogether`. */
  queries: Kysely<Tables>;
  /**
   * Runs statements in one transaction that never waits for anything else: on the
   * embedded database visitors' answers are written through the same connection.
   * @returns the rows of each statement
   */
  writeTogether: (statements: CompiledQuery[]) => Promise<unknown[][]>;
}
