import type { AuditEntry } from './audit-log.ts';

/** Who changes something, when: what the audit log wants to know beside the change itself. */
export type By = Pick<AuditEntry, 'at' | 'actor'>;

/** What editors and the retention do to responses that are stored. Each is audited with it. */
export interface Moderation {
  /**
   * Leaves a response out of the score, or counts it again.
   * @returns whether there is such a response on that site and it was changed
   */
  setLeftOut(response: { id: number; siteId: number; leftOut: boolean }, by: By): Promise<boolean>;
  /**
   * Puts a masked text in the place of a comment; the words it had are gone. Its visitor
   * can no longer amend the response: the words would come back.
   * @param comment `was` is the text that was masked; nothing is done when it is another now
   * @returns whether there is such a comment on that site
   */
  maskComment(
    comment: { id: number; siteId: number; text: string; was?: string },
    by: By,
  ): Promise<boolean>;
  /**
   * Deletes a comment with its history; its answer goes on counting, and can no longer be
   * amended.
   * @returns whether there was such a comment on that site
   */
  deleteComment(comment: { id: number; siteId: number }, by: By): Promise<boolean>;
  /** How many comments of a site are older than a moment. */
  countCommentsBefore(siteId: number, before: Date): Promise<number>;
  /**
   * Deletes the oldest comments of a site that are older than a moment; answers and counts stay.
   * @param most how many at the most, so that answers coming in do not wait long
   * @returns how many were deleted
   */
  deleteCommentsBefore(siteId: number, before: Date, most: number, by: By): Promise<number>;
  /** Removes from the disk what is left of the words of comments that are masked or deleted. */
  forgetDeletedWords(): Promise<void>;
}
