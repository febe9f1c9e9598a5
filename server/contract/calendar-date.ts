/**
 * Whether a text begins with a date that exists, as `2026-11-22`. `Date.parse`
 * alone takes the 30th of February for the 2nd of March.
 */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  // A day that the month has not would be of the next month. A year has 29 days in February or
  // not as it has 2000 years later, where no year is taken for one of the 20th century.
  const date = new Date(Date.UTC(Number(year) + 2000, Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
}
