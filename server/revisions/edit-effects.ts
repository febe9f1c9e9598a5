import { addDays, type Period } from '../days.ts';
import { compareAnswers, type Comparison } from '../numbers/compare-answers.ts';
import { sumCounts } from '../numbers/sum-counts.ts';
import type { Counts, DailyCount } from '../store/store.ts';
import type { EditDay } from './edit-days.ts';

/** What came longer before an edit tells little of how the page was when it was edited. */
const longestBefore = 90;

/** The answers on one side of an edit. */
export interface EditSide extends Period {
  counts: Counts;
}

export interface EditEffect {
  edit: EditDay;
  before: EditSide;
  after: EditSide;
  comparison: Comparison;
}

/**
 * What was answered before and after each edit of a page. Before: since the day after the edit
 * before it, at most 90 days. After: until the day before the next edit, or today. The day of
 * an edit belongs to neither side, as nobody knows at which hour the text was changed.
 * @param edits newest first
 * @param most for how many of the newest it is told
 * @param today as `2026-11-22`
 * @param listCounts the page's counts from one day to another
 */
export async function editEffects(
  edits: EditDay[],
  most: number,
  today: string,
  listCounts: (from: string, to: string) => Promise<DailyCount[]>,
): Promise<EditEffect[]> {
  const sides = edits.slice(0, most).map((edit) => ({
    edit,
    before: beforeOf(edit.day, edits),
    after: afterOf(edit.day, edits, today),
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

function beforeOf(day: string, edits: EditDay[]): Period {
  const earlier = edits.find((other) => other.day < day)?.day;
  const longest = addDays(day, -longestBefore);
  const from = earlier === undefined ? longest : addDays(earlier, 1);
  return { from: from > longest ? from : longest, to: addDays(day, -1) };
}

function afterOf(day: string, edits: EditDay[], today: string): Period {
  const later = edits.findLast((other) => other.day > day)?.day;
  return { from: addDays(day, 1), to: later === undefined ? today : addDays(later, -1) };
}
