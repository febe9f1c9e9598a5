import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ShowPage } from '../layout.ts';

/** What the pages for exports and for copies to hand out work with. */
export interface ExportDependencies extends Pick<
  ReviewDependencies,
  'store' | 'clock' | 'dayOf' | 'timeZone' | 'report'
> {
  /** The path of the review. */
  root: string;
  show: ShowPage;
  /** Where the review's styles are, for a document without its frame. */
  stylesheet: string;
}
