/** Tells the time. Passed in, so that a test can play a day. */
export type Clock = () => Date;

/**
 * A function that names the day of a moment in a time zone.
 * @returns the day as `2026-11-22`
 */
export function createDayOf(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (moment) => format.format(moment);
}
