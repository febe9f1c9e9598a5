import type { Clock } from '../clock.ts';
import { addDays, startOfDay } from '../start-of-day.ts';
import type { DayRange } from '../store/api-reads.ts';
import { invalidParameters } from './read-query.ts';

const aDay = 24 * 60 * 60 * 1000;

/** How many days an answer tells of when no period is asked for. */
const usualDays = 30;

/** The most days of a period: what an answer costs stays bounded. */
const mostDays = 366;

/** What a request says about its period: dates, moments or nothing. */
export interface AskedPeriod {
  from?: string | undefined;
  to?: string | undefined;
}

export interface PeriodReader {
  /** The days that are asked for. */
  days: (asked: AskedPeriod) => DayRange;
  /** The same to the moment, for what has a time of day. */
  moments: (asked: AskedPeriod) => { from: Date; before: Date };
}

/**
 * Reads periods. Days begin and end at midnight in the service's time zone.
 * @param dayOf names the day of a moment in that zone
 */
export function createPeriodReader(clock: Clock, dayOf: (moment: Date) => string): PeriodReader {
  const toDay = (text: string) => (isDate(text) ? text : dayOf(new Date(text)));

  function days({ from, to }: AskedPeriod) {
    const last = to === undefined ? dayOf(clock()) : toDay(to);
    const first = from === undefined ? addDays(last, 1 - usualDays) : toDay(from);
    checkPeriod(Date.parse(last) - Date.parse(first) + aDay);
    const moments = {
      from: startOfDay(first, dayOf),
      before: startOfDay(addDays(last, 1), dayOf),
    };
    return { fromDay: first, toDay: last, moments };
  }

  return {
    days,
    moments({ from, to }) {
      const { moments } = days({ from, to });
      const start = from === undefined || isDate(from) ? moments.from : new Date(from);
      const end = to === undefined || isDate(to) ? moments.before : new Date(to);
      checkPeriod(Math.max(aDay, end.getTime() - start.getTime() - aDay));
      if (end < start) checkPeriod(0);
      return { from: start, before: end };
    },
  };
}

function checkPeriod(length: number): void {
  if (length <= 0) throw invalidParameters([{ field: 'from', detail: 'must not be after to' }]);
  if (length <= mostDays * aDay) return;
  throw invalidParameters([{ field: 'from', detail: `must be within ${mostDays} days of to` }]);
}

const isDate = (text: string) => text.length === 10;
