import { readSearch } from '../../../server/store/comment-search/search-query.ts';
import type { CommentChoice } from '../../../server/store/comment-search.ts';
import type { Store } from '../../../server/store/store.ts';
import type { ReadPlaces } from './generated-database.ts';

/** One query of the review or the API, as it is asked in earnest. */
export interface ReadCase {
  name: string;
  /** Whether nobody waits for it: work that the service does by itself. */
  isJob?: boolean;
  read: (database: OpenDatabase) => Promise<unknown>;
}

/** A generated database, opened anew. */
export interface OpenDatabase {
  store: Store;
  places: ReadPlaces;
  close: () => Promise<void>;
}

/** The first part of a list. */
export const first = { limit: 50, offset: 0 };

/** The last part of a list: as deep as a reader can turn. */
export const lastOf = (total: number) => ({ limit: 50, offset: Math.max(0, total - 50) });

export const wordsOf = (siteId: number, typed: string): CommentChoice => ({
  siteIds: [siteId],
  words: readSearch(typed) ?? undefined,
});
