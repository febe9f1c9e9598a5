import type { ShowPage } from '../layout.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';

/** What the pages on which editors work with comments need. */
export interface TriageDependencies extends Pick<ReviewDependencies, 'store' | 'clock'> {
  /** The path of the review. */
  root: string;
  show: ShowPage;
}
