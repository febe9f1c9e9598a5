import type { By } from './moderation.ts';

/** Suspected answers without a comment, of one page, day and suspicion. */
export interface SuspectedAnswers {
  /** The day as `2026-11-22`. */
  day: string;
  /** The names of the layers that suspected them. */
  suspicion: string;
  leftOut: number;
  /** Those that an editor has counted in again. */
  counted: number;
}

export type SuspectedOf = Pick<SuspectedAnswers, 'day' | 'suspicion'> & {
  siteId: number;
  pageId: number;
};

/** What editors do with suspected answers that no comment leads to. */
export interface SuspectedAnswersReview {
  /** Those of a page between two days, both included; the newest day first. */
  listSuspectedAnswers(
    page: { id: number; siteId: number },
    from: string,
    to: string,
  ): Promise<SuspectedAnswers[]>;
  /**
   * Counts them in, or leaves them out again; audited.
   * @param most how many at the most, so that answers coming in do not wait long
   * @returns how many were changed
   */
  changeSuspectedAnswers(
    answers: SuspectedOf,
    leftOut: boolean,
    most: number,
    by: By,
  ): Promise<number>;
}
