/*
 * Days and weeks as they are counted in Sweden: a day is text such as `2026-11-22`, a week
 * starts on Monday and has its number by ISO 8601.
 */

/** The days from one to another, both included. There is none when `from` is later than `to`. */
export interface Period {
  from: string;
  to: string;
}

const aDay = 24 * 60 * 60 * 1000;

const timeOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later, or earlier when the number is negative. */
export const addDays = (day: string, days: number): string =>
  new Date(timeOfDay(day) + days * aDay).toISOString().slice(0, 10);

/** How many days there are from one to another, both included; none when they are reversed. */
export const countDays = (from: string, to: string): number =>
  Math.max(0, Math.round((timeOfDay(to) - timeOfDay(from)) / aDay) + 1);

/** The days from one to another, both included, oldest first. */
export const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: countDays(from, to) }, (_, index) => addDays(from, index));

/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(timeOfDay(day)).getUTCDay() + 6) % 7));

export interface Week {
  /** The year that the week belongs to, which is that of its Thursday. */
  year: number;
  /** From 1 to 53. */
  number: number;
}

/** The week of a day by ISO 8601. */
export function weekOf(day: string): Week {
  const thursday = addDays(mondayOf(day), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, number: Math.ceil(countDays(`${year}-01-01`, thursday) / 7) };
}
