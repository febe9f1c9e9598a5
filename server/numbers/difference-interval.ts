import { deviate95, wilsonInterval, type Interval } from './wilson-interval.ts';

/** How many there are of a kind, among how many in all. */
export interface Proportion {
  part: number;
  /** At least 1. */
  whole: number;
}

export interface Difference extends Interval {
  /** The second share less the first, from -1 to 1. */
  difference: number;
}

/**
 * The difference of two independent shares with its hybrid score interval (R. G. Newcombe,
 * "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17, 1998, method 10): each end takes Wilson's limits
 * of both shares on the side where they matter.
 * @param deviate the standard normal deviate of another level than 95 %
 * @throws RangeError when the counts make no share
 */
export function differenceInterval(
  before: Proportion,
  after: Proportion,
  deviate = deviate95,
): Difference {
  const first = wilsonInterval(before.part, before.whole, deviate);
  const second = wilsonInterval(after.part, after.whole, deviate);
  const [firstShare, secondShare] = [before.part / before.whole, after.part / after.whole];
  const difference = secondShare - firstShare;
  return {
    difference,
    lower: difference - Math.hypot(secondShare - second.lower, first.upper - firstShare),
    upper: difference + Math.hypot(second.upper - secondShare, firstShare - first.lower),
  };
}
