import type Database from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import type { Connection } from '../connection.ts';

/**
 * Runs statements in one transaction without a pause: had it a pause, visitors' answers
 * could slip into it and be acknowledged before they are committed.
 */
export function createWriteTogether(database: Database.Database): Connection['writeTogether'] {
  const run = database.transaction((statements: CompiledQuery[]) =>
    statements.map(({ sql, parameters }): unknown[] => {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(...parameters);
      statement.run(...parameters);
      return [];
    }),
  );
  return (statements) =>
    new Promise((resolve) => {
      resolve(run.immediate(statements));
    });
}
