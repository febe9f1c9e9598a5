/**
 * Whether a text begins with a date that exists, as `2026-11-22`. `Date.parse`
 * alone takes the 30th of February for the 2nd of March.
 */
export function isCalendarDate(text: string): boolean {
  const [day = ''] = /^\d{4}-\d\d-\d\d/.exec(text) ?? [];
  const time = Date.parse(`${day}T00:00:00Z`);
  return day !== '' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
