import type { Clock } from '../clock.ts';
import { inShortSteps } from '../short-steps.ts';
import type { Site, Store } from '../store/store.ts';

/** How many comments are deleted in one transaction. */
const sizes = { first: 50, least: 25, most: 500 };

/** What the retention found on one site. */
export interface RetentionResult {
  site: Site;
  /** Comments received before this moment are over their time. */
  before: Date;
  comments: number;
}

export interface RetentionOptions {
  store: Store;
  clock: Clock;
  /** Whether to tell only what would be deleted. */
  dryRun: boolean;
  /** Who asked for it, for the audit log. */
  actor: string;
}

/**
 * Deletes the comments that each site has kept for as long as it has decided to. Their
 * answers go on counting. Each batch is audited with its deletion, so that a run which
 * is interrupted has told what it did and can be run again.
 */
export async function applyRetention(options: RetentionOptions): Promise<RetentionResult[]> {
  const { store, clock, dryRun, actor } = options;
  const results: RetentionResult[] = [];
  for (const site of await store.listSites()) {
    const at = clock();
    const before = monthsBefore(at, site.settings.retentionMonths);
    const comments = dryRun
      ? await store.countCommentsBefore(site.id, before)
      : await inShortSteps(sizes, (most) =>
          store.deleteCommentsBefore(site.id, before, most, { at, actor }),
        );
    if (!dryRun) await store.forgetRefused(site.id, before);
    results.push({ site, before, comments });
  }
  if (!dryRun) await store.forgetDeletedWords();
  return results;
}

/** The same day and time some months earlier; the last day of a month that is too short. */
export function monthsBefore(moment: Date, months: number): Date {
  const earlier = new Date(moment);
  earlier.setUTCMonth(earlier.getUTCMonth() - months);
  if (earlier.getUTCDate() !== moment.getUTCDate()) earlier.setUTCDate(0);
  return earlier;
}
