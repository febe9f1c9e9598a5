import type Database from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import type { Connection } from '../connection.ts';
import type { ResponseKeys } from './response-keys.ts';

/**
 * Runs statements in one transaction without a pause: had it a pause, visitors' answers
 * could slip into it and be acknowledged before they are committed.
 * @param emptyInbox puts the answers that wait there where the statements find them
 */
export function createWriteTogether(
  database: Database.Database,
  keys: ResponseKeys,
  emptyInbox: () => void,
): Connection['writeTogether'] {
  const run = database.transaction((statements: CompiledQuery[]) => {
    keys.settle();
    return statements.map(({ sql, parameters }): unknown[] => {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(...parameters);
      statement.run(...parameters);
      return [];
    });
  });
  return (statements) =>
    new Promise((resolve) => {
      emptyInbox();
      try {
        resolve(run.immediate(statements));
      } catch (fault) {
        keys.forget();
        throw fault;
      }
    });
}
