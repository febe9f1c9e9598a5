import { differenceInterval, type Proportion } from './difference-interval.ts';

/** Beyond this, how many more answers it takes is a guess about another year. */
export const mostAnswersNeeded = 1000;

/** How many more answers after an edit it takes to say that it made a difference. */
export type AnswersNeeded =
  | { kind: 'about'; count: number }
  /** More than `mostAnswersNeeded`. */
  | { kind: 'many' }
  /** However many come: those from before are too few, or the shares are the same. */
  | { kind: 'never' };

/**
 * About how many more answers after the edit it takes until the interval of the difference
 * no longer holds 0. It is assumed that both shares stay as they have been so far and that
 * what came before the edit is all there will be; nobody knows whether that comes true, so
 * the number is rounded up to one that does not look exact.
 * @param deviate how wide the interval is, as a standard normal deviate
 */
export function answersNeeded(
  before: Proportion,
  after: Proportion,
  deviate: number,
): AnswersNeeded {
  const share = after.part / after.whole;
  const suffices = (more: number) => {
    const whole = after.whole + more;
    const { lower, upper } = differenceInterval(before, { part: share * whole, whole }, deviate);
    return lower > 0 || upper < 0;
  };
  // What all visitors of all time could tell.
  if (!suffices(1e12)) return { kind: 'never' };
  if (!suffices(mostAnswersNeeded)) return { kind: 'many' };
  // The interval only narrows as answers come, so that the number can be closed in on.
  let [tooFew, enough] = [-1, mostAnswersNeeded];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (suffices(middle)) enough = middle;
    else tooFew = middle;
  }
  return { kind: 'about', count: roundUp(enough) };
}

/** To a number that does not look exact: by fives up to 50, by tens up to 200, then by fifties. */
function roundUp(count: number): number {
  const step = count <= 10 ? 1 : count <= 50 ? 5 : count <= 200 ? 10 : 50;
  return Math.ceil(count / step) * step;
}
