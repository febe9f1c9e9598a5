import type { Period } from '../days.ts';
import type { Counts, DailyCount } from '../store/store.ts';

export const noCounts: Counts = { yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0 };

export const addCounts = (one: Counts, other: Counts): Counts => ({
  yes: one.yes + other.yes,
  no: one.no + other.no,
  partly: one.partly + other.partly,
  comments: one.comments + other.comments,
  leftOut: one.leftOut + other.leftOut,
});

/** The counts of those days that lie in a period. */
export const sumCounts = (counts: DailyCount[], { from, to }: Period): Counts =>
  counts.filter(({ day }) => day >= from && day <= to).reduce(addCounts, noCounts);
