import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { Connection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { createSharedQueries } from '../queries/shared-queries.ts';
import { searchWords, siteWord } from '../search-words.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import {
  createAppendResponses,
  type AppendOptions,
  type AppendResponses,
} from './append-responses.ts';
import { defineRegexp } from './define-regexp.ts';
import { forgetDeletedWords } from './forget-deleted-words.ts';
import { migrations } from './migrations/all.ts';
import { createResponseKeys } from './response-keys.ts';
import { createWriteTogether } from './write-together.ts';

/** `PRAGMA synchronous` as a number: 2 is FULL, a commit waits for the disk. */
const synchronousFull = 2;

export interface SqliteStoreOptions extends AppendOptions {
  /** The database's file; made when it is not there. */
  file: string;
  /** How many keys are written before they are put into the index, where the usual is too many. */
  mostRecentKeys?: number;
}

/**
 * Opens the embedded database, brings its tables up to date and checks that an
 * acknowledged answer will be on disk.
 * @throws when the file cannot be opened or made, or a migration fails
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  mkdirSync(dirname(options.file), { recursive: true });
  const database = new Database(options.file);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 2000');
    // A deleted comment must not be found in the file.
    database.pragma('secure_delete = ON');
    if (database.pragma('synchronous', { simple: true }) !== synchronousFull) {
      throw new Error('The database does not wait for the disk: synchronous is not FULL.');
    }
    defineRegexp(database);
    let responses: AppendResponses | undefined;
    const queries = new Kysely<Tables>({
      dialect: new SqliteDialect({
        database: {
          // What is asked must find all that has been acknowledged.
          prepare(statement) {
            if (!database.inTransaction) responses?.emptyIfPossible();
            return database.prepare(statement);
          },
          close() {
            responses?.close();
            database.close();
          },
        },
      }),
    });
    await migrate(queries, migrations);
    const keys = createResponseKeys(database, options.mostRecentKeys);
    const { append, empty, refused } = (responses = createAppendResponses(database, keys, options));
    const connection: Connection = {
      engine: 'sqlite',
      queries,
      writeTogether: createWriteTogether(database, keys, empty),
      indexComment: ({ responseId, siteId, text }) => {
        const { exact, folded } = searchWords(text);
        return sql`insert or replace into comment_words (rowid, site, exact, folded)
          values (${responseId}, ${siteWord(siteId)}, ${exact}, ${folded})`.compile(queries);
      },
      forgetDeletedWords: () => forgetDeletedWords(database),
    };
    return {
      appendResponses: append,
      ...createSharedQueries(connection),
      ...refused,
      broadcast: undefined,
      close: () => queries.destroy(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
