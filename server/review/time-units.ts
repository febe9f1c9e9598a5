import { daysBetween, mondayOf, type Period } from '../days.ts';
import { addCounts, noCounts } from '../numbers/sum-counts.ts';
import type { Counts, DailyCount } from '../store/store.ts';

/** Up to this many days each stands for itself; over more, each week does. */
const mostDays = 45;

/** What was answered on a day, or in those days of a week that the period has. */
export interface TimeUnit extends Counts, Period {}

export interface TimeUnits {
  unit: 'day' | 'week';
  /** All units of the period, also those without answers, oldest first. */
  all: TimeUnit[];
}

/**
 * The counts of a period by day, or by week when it is long.
 * @param counts the days with answers
 */
export function timeUnits({ from, to }: Period, counts: DailyCount[]): TimeUnits {
  const days = daysBetween(from, to);
  const unit = days.length > mostDays ? 'week' : 'day';
  const byDay = new Map(counts.map((count) => [count.day, count]));
  const units = new Map<string, TimeUnit>();
  for (const day of days) {
    const name = unit === 'week' ? mondayOf(day) : day;
    const known = units.get(name) ?? { ...noCounts, from: day, to: day };
    const counted = addCounts(known, byDay.get(day) ?? noCounts);
    units.set(name, { ...counted, from: known.from, to: day });
  }
  return { unit, all: [...units.values()] };
}
