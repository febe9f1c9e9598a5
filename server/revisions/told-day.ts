/** Before the first website there was no page to update: such a date is a template's. */
export const firstDay = '1991-08-06';

/**
 * The day on which a page says that it was updated, if it can be believed. A moment is read as
 * the date that is written in it, as the page shows it to its readers.
 * @param pageUpdated a date or a moment that has been checked to exist, as `2026-11-22T08:00:00Z`
 * @param today the day on which the page said so: nothing was updated after it
 * @returns a day such as `2026-11-22`; null when nothing believable was told
 */
export function toldDay(pageUpdated: string | undefined, today: string): string | null {
  const day = pageUpdated?.slice(0, 10) ?? '';
  return day >= firstDay && day <= today ? day : null;
}

/** Whether a page tells of a revision: only a later day than the one that it told before. */
export const isNewRevision = (told: string | null, known: string | null): told is string =>
  told !== null && told > (known ?? '');
