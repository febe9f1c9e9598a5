/**
 * Acknowledged answers that could not be put into their tables and are kept apart, for somebody
 * to look into: none, unless the database itself was hurt.
 */
export interface RefusedAnswers {
  countRefused(): Promise<number>;
  /** Deletes those that a site received before a moment: they have words as others have. */
  forgetRefused(siteId: number, before: Date): Promise<void>;
}

/** Where answers go to their tables at once, or are refused. */
export const noRefusedAnswers: RefusedAnswers = {
  countRefused: () => Promise.resolve(0),
  forgetRefused: () => Promise.resolve(),
};
