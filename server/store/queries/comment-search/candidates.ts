import type { CommentChoice, CommentCursor } from '../../comment-search.ts';

/** A comment that may fit. */
export interface Candidate {
  id: number;
  /** Milliseconds since 1970; 0 where only the number tells the order. */
  received: number;
  /** Its page, where the index that it is from tells. */
  pageId?: number;
}

export interface Wanted {
  tier: CommentCursor['tier'];
  /** Those after it in the order of the list; null from the beginning. */
  after: Candidate | null;
  limit: number;
}

/** Gives comments in the order of the list, part by part, each part from an index. */
export interface Candidates {
  next: (wanted: Wanted) => Promise<Candidate[]>;
  /** What of the choice all of them fit. */
  fitted: ReadonlySet<keyof CommentChoice>;
}
