import type { Revision } from '../store/revisions.ts';

/** A day on which a page was changed, as the page itself told, or editors have entered, or both. */
export interface EditDay {
  day: string;
  /** What is known of it, at least one. */
  revisions: Revision[];
}

/** The days of revisions, in their order: what two have told of is still one change. */
export function editDays(revisions: Revision[]): EditDay[] {
  const days = Map.groupBy(revisions, ({ day }) => day);
  return Array.from(days, ([day, ofDay]) => ({ day, revisions: ofDay }));
}
