import { isCalendarDate } from '../contract/calendar-date.ts';
import { addDays, countDays, type Period } from '../days.ts';

/** The lengths that an editor can choose, in days; they end today. */
export const periodLengths: readonly number[] = [7, 30, 90, 365];
const usualChoice: PeriodChoice = { kind: 'days', days: 30 };

/** The longest period that an editor can name by its dates, in days: ten years. */
const longestPeriod = 3653;

/** Before the first website there was nothing to answer. */
const firstDay = '1991-08-06';

/** What an editor chose; `last-edit` means other days for each page. */
export type PeriodChoice =
  { kind: 'days'; days: number } | { kind: 'last-edit' } | ({ kind: 'own' } & Period);

/** What is wrong with dates that an editor wrote. */
export type PeriodFault = 'from' | 'to' | 'order' | 'long';

export interface ReadPeriod {
  /** What was chosen, or the usual period when it was nothing or cannot be. */
  choice: PeriodChoice;
  /** The dates as they were written; empty where none were. */
  typed: Period;
  fault?: PeriodFault;
}

/**
 * Reads which period an address asks for: `days=30`, `period=last-edit` or `from=…&to=…`.
 * @param query the text of a parameter in the address
 * @param today as `2026-11-22`, the last day of a period that has no other
 */
export function readPeriod(
  query: (name: 'days' | 'period' | 'from' | 'to') => string | undefined,
  today: string,
): ReadPeriod {
  const typed = { from: query('from')?.trim() ?? '', to: query('to')?.trim() ?? '' };
  if (typed.from || typed.to) return readDates(typed, today);
  if (query('period') === 'last-edit') return { choice: { kind: 'last-edit' }, typed };
  const days = periodLengths.find((length) => String(length) === query('days'));
  return { choice: days === undefined ? usualChoice : { kind: 'days', days }, typed };
}

function readDates(typed: Period, today: string): ReadPeriod {
  const refuse = (fault: PeriodFault) => ({ choice: usualChoice, typed, fault });
  const isDay = (text: string) => text.length === 10 && isCalendarDate(text) && text >= firstDay;
  if (!isDay(typed.from)) return refuse('from');
  if (typed.to && !isDay(typed.to)) return refuse('to');
  const to = typed.to && typed.to < today ? typed.to : today;
  if (typed.from > to) return refuse('order');
  if (countDays(typed.from, to) > longestPeriod) return refuse('long');
  return { choice: { kind: 'own', from: typed.from, to }, typed };
}

/**
 * The days of a choice on one page. Since the last edit means from the day after it: on the
 * day itself nobody knows which text a visitor had read.
 * @param lastEdit the day of the page's last revision; null when none is known
 * @returns null for a page without revisions when the choice was `last-edit`
 */
export function resolvePeriod(
  choice: PeriodChoice,
  today: string,
  lastEdit: string | null,
): Period | null {
  if (choice.kind === 'own') return { from: choice.from, to: choice.to };
  if (choice.kind === 'days') return { from: addDays(today, 1 - choice.days), to: today };
  return lastEdit === null ? null : { from: addDays(lastEdit, 1), to: today };
}

/** The parameters of an address that asks for a choice, as `days=30`. */
export const periodQuery = (choice: PeriodChoice): string => {
  if (choice.kind === 'own') return `from=${choice.from}&to=${choice.to}`;
  return choice.kind === 'days' ? `days=${choice.days}` : 'period=last-edit';
};
