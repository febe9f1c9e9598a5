import type { Answer } from '../contract/response-schema.ts';
import type { CommentStatus } from './comment-status.ts';
import type { SearchQuery } from './comment-search/search-query.ts';

/** Which comments are looked for. What is absent does not matter. */
export interface CommentChoice {
  /** The sites to look in; none of others is told of. */
  siteIds: number[];
  pageId?: number | undefined;
  /** Addresses; each stands for itself and what lies below it. */
  sections?: string[] | undefined;
  /** The language of the page. */
  language?: string | undefined;
  answer?: Answer | undefined;
  /** Received from this moment on. */
  from?: Date | undefined;
  /** Received before this moment. */
  before?: Date | undefined;
  /** Received after the last edit of the page that they are about. */
  sinceEdit?: SinceEdit | undefined;
  tagId?: number | undefined;
  status?: CommentStatus | undefined;
  /** The editor who looks after them; null for nobody. */
  assigneeId?: number | null | undefined;
  leftOut?: boolean | undefined;
  words?: SearchQuery | undefined;
}

/**
 * How the last edits of pages are told: as in the report of a page, what came on the day of the
 * edit is not since it. Of pages without edits no comment fits.
 */
export interface SinceEdit {
  /** As `2026-11-22`; what is edited later is not edited yet. */
  today: string;
  /** The day of a moment, in the service's zone. */
  dayOf: (moment: Date) => string;
}

/** A place in a list of comments: those after it are told. */
export interface CommentCursor {
  /** 0 while comments have whole words as written, 1 among those that are similar. */
  tier: 0 | 1;
  /** When the comment was received, in milliseconds since 1970. */
  received: number;
  id: number;
}

/** One part of a list of comments. */
export interface FoundComments {
  /** In the order of the list; `findComments` reads them. */
  ids: number[];
  /** Where the list goes on; null at its end. */
  next: CommentCursor | null;
  /**
   * Whether the looking was given up before the part was full, as too many comments were
   * looked at that did not fit: it can go on from `next`.
   */
  isGivenUp: boolean;
}

/** How many comments there are: `count`, or more than that. */
export interface FoundCount {
  count: number;
  isMore: boolean;
}

export type CommentOrder = 'newest' | 'oldest';

/** Finding comments across pages. What it costs is bounded, however many there are. */
export interface CommentSearch {
  /**
   * Finds a part of the comments that fit. When words are looked for, those that have them
   * whole and as written come first, in the order of their answers.
   */
  searchComments(
    choice: CommentChoice,
    order: CommentOrder,
    after: CommentCursor | null,
    limit: number,
  ): Promise<FoundComments>;
  /** Counts the comments that fit, up to `most` of them, and as far as the looking goes. */
  countFound(choice: CommentChoice, most: number): Promise<FoundCount>;
}
