import type { CommentCursor } from '../../comment-search.ts';

/** A comment that may fit. */
export interface Candidate {
  id: number;
  /** Milliseconds since 1970; 0 where only the number tells the order. */
  received: number;
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
  /** Whether all of them have the words that are looked for. */
  haveWords: boolean;
}
