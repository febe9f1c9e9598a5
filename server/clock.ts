/** Tells the time. Passed in, so that a test can play a day. */
export type Clock = () => Date;

/** In every time zone of this century, a day begins at a whole quarter of an hour. */
const aQuarter = 15 * 60 * 1000;

/**
 * A function that names the day of a moment in a time zone.
 * @returns the day as `2026-11-22`
 */
export function createDayOf(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  let known = { quarter: NaN, day: '' };
  return (moment) => {
    const quarter = Math.floor(moment.getTime() / aQuarter);
    if (quarter !== known.quarter) known = { quarter, day: format.format(moment) };
    return known.day;
  };
}
