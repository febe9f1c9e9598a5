import { addDays, type Period } from '../days.ts';
import { compareAnswers, type Comparison } from '../numbers/compare-answers.ts';
import { sumCounts } from '../numbers/sum-counts.ts';
import type { Revision } from '../store/revisions.ts';
import type { Counts, DailyCount } from '../store/store.ts';

/** What came longer before an edit tells little of how the page was when it was edited. */
const longestBefore = 90;

/** The answers on one side of an edit. */
export interface EditSide extends Period {
  counts: Counts;
}

export interface EditEffect {
  revision: Revision;
  before: EditSide;
  after: EditSide;
  comparison: Comparison;
}

/**
 * What was answered before and after each edit of a page. Before: since the day after the edit
 * before it, at most 90 days. After: until the day before the next edit, or today. The day of
 * an edit belongs to neither side, as nobody knows at which hour the text was changed.
 * @param revisions newest first
 * @param most for how many of the newest it is told
 * @param today as `2026-11-22`
 * @param listCounts the page's counts from one day to another
 */
export async function editEffects(
  revisions: Revision[],
  most: number,
  today: string,
  listCounts: (from: string, to: string) => Promise<DailyCount[]>,
): Promise<EditEffect[]> {
  const sides = revisions.slice(0, most).map((revision) => ({
    revision,
    before: beforeOf(revision.day, revisions),
    after: afterOf(revision.day, revisions, today),
  }));
  const first = sides.at(-1)?.before.from;
  const counts = first === undefined ? [] : await listCounts(first, today);
  return sides.map((side) => {
    const before = { ...side.before, counts: sumCounts(counts, side.before) };
    const after = { ...side.after, counts: sumCounts(counts, side.after) };
    const comparison = compareAnswers(before.counts, after.counts);
    return { ...side, before, after, comparison };
  });
}

function beforeOf(day: string, revisions: Revision[]): Period {
  const earlier = revisions.find((other) => other.day < day)?.day;
  const longest = addDays(day, -longestBefore);
  const from = earlier === undefined ? longest : addDays(earlier, 1);
  return { from: from > longest ? from : longest, to: addDays(day, -1) };
}

function afterOf(day: string, revisions: Revision[], today: string): Period {
  const later = revisions.findLast((other) => other.day > day)?.day;
  return { from: addDays(day, 1), to: later === undefined ? today : addDays(later, -1) };
}
