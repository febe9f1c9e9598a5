const aDay = 24 * 60 * 60 * 1000;

/**
 * The moment a day, such as `2026-11-22`, begins in the zone that `dayOf` tells days of. It
 * is searched for: no zone is further than a day from Greenwich, and clocks are put back at
 * most hours.
 */
export function startOfDay(day: string, dayOf: (moment: Date) => string): Date {
  let before = Date.parse(day) - aDay;
  let within = Date.parse(day) + aDay;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(new Date(middle)) >= day) within = middle;
    else before = middle;
  }
  return new Date(within);
}

/** The day that comes so many days after another one. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * aDay).toISOString().slice(0, 10);
