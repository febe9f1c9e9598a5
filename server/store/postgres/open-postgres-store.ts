import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely';
import type { Connection } from '../connection.ts';
import { createSharedQueries } from '../queries/shared-queries.ts';
import { noRefusedAnswers } from '../refused-answers.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { createAppendResponses } from './append-responses.ts';
import { createBroadcast } from './broadcast.ts';
import { createIndexComment } from './comment-words.ts';
import { assertDurable, createPool } from './create-pool.ts';
import { forgetDeletedWords } from './forget-deleted-words.ts';
import { migratePostgres } from './migrate-postgres.ts';
import { createWriteTogether } from './write-together.ts';
import { createWriterNumber } from './writer-number.ts';

export interface PostgresStoreOptions {
  /** Where the database is and who signs in: `postgres://name:password@host/database`. */
  url: string;
  /** How long a response may be amended, in milliseconds. */
  amendmentWindow: number;
}

/**
 * Opens a database that several instances may share, brings its tables up to date and
 * checks that an acknowledged answer will be on disk.
 * @throws when it cannot be reached, does not wait for the disk or a migration fails
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const pool = createPool(options.url);
  const queries = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    // `in ()` is understood by the embedded database only.
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  try {
    await assertDurable(pool);
    await migratePostgres(options.url, queries);
  } catch (error) {
    await queries.destroy();
    throw error;
  }
  const connection: Connection = {
    engine: 'postgres',
    queries,
    writeTogether: createWriteTogether(pool),
    indexComment: createIndexComment(queries),
    forgetDeletedWords: () => forgetDeletedWords(options.url),
  };
  const writer = createWriterNumber(options.url);
  const broadcast = createBroadcast(options.url);
  return {
    appendResponses: createAppendResponses(pool, writer, options.amendmentWindow),
    ...createSharedQueries(connection),
    ...noRefusedAnswers,
    broadcast,
    async close() {
      await broadcast.close();
      await writer.close();
      await queries.destroy();
    },
  };
}
