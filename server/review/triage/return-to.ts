import { addressOf } from '../layout.ts';
import { placeInReview } from '../language-choice.ts';
import type { ReviewContext } from '../review-environment.ts';

/** Parameters in which a page that an editor comes back to is told what was done. */
const outcomeNames = ['done', 'left', 'same'] as const;

/** Others, of other parts of a page's report: each was told once. */
const otherOutcomeNames = ['edit', 'care', 'suspected'] as const;

export type Outcome = Partial<Record<(typeof outcomeNames)[number], string>>;

/** What the address says was done a moment ago. */
export const readOutcome = (c: ReviewContext): Outcome =>
  Object.fromEntries(
    outcomeNames.flatMap((name) => {
      const value = c.req.query(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The path and query of a page, to come back to, without what was done before. */
export function placeToReturn(c: ReviewContext): string {
  return withOutcome(addressOf(c), {}).replace(/#.*/, '');
}

/** An address in the review that a form brought along, told what was done. */
export function returnAddress(asked: unknown, root: string, outcome: Outcome): string {
  return withOutcome(placeInReview(asked, root), outcome);
}

function withOutcome(address: string, outcome: Outcome): string {
  const url = new URL(address, 'http://gensvar.invalid');
  for (const name of [...outcomeNames, ...otherOutcomeNames]) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  return `${url.pathname}${url.search}#done`;
}
