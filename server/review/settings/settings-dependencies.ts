import type { ShowPage } from '../layout.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext } from '../review-environment.ts';

/** What the pages of settings work with. */
export interface SettingsDependencies extends Pick<
  ReviewDependencies,
  'store' | 'clock' | 'words' | 'widgetFolder' | 'siteChanged'
> {
  /** The path of the review. */
  root: string;
  /** The service's base address as the administrator's browser reaches it. */
  base: (c: ReviewContext) => string;
  show: ShowPage;
}
