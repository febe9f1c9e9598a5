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
  /** The statement that makes a comment's words findable, in place of what they were. */
  indexComment: (comment: IndexedComment) => CompiledQuery;
  /** Removes from the disk what is left of the words of comments that are gone. */
  forgetDeletedWords: () => Promise<void>;
}

/** A comment as far as searching for its words goes. */
export interface IndexedComment {
  responseId: number;
  siteId: number;
  text: string;
}
