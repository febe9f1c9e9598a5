import type { ShowPage } from '../layout.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext } from '../review-environment.ts';
import type { Sessions } from '../sessions.ts';

/** What the pages of people, sessions and the audit log work with. */
export interface AccessDependencies extends Pick<
  ReviewDependencies,
  'store' | 'clock' | 'provider'
> {
  /** The path of the review. */
  root: string;
  /** The review's whole address, as the editor's browser reaches it. */
  rootAddress: (c: ReviewContext) => string;
  sessions: Sessions;
  show: ShowPage;
}
