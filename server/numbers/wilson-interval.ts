/** The standard normal deviate that leaves 2.5 % in each tail: an interval of 95 %. */
export const deviate95 = 1.959963984540054;

export interface Interval {
  lower: number;
  upper: number;
}

/**
 * The score interval of a share, of 95 % unless told (E. B. Wilson, "Probable inference, the law
 * of succession, and statistical inference", 1927). It stays within 0 and 1 and
 * holds for small samples, where the usual margin of error does not.
 * @param part how many there are of the kind
 * @param whole how many there are in all, at least 1
 * @param deviate the standard normal deviate of another level than 95 %
 * @returns shares from 0 to 1
 * @throws RangeError when the counts make no share
 */
export function wilsonInterval(part: number, whole: number, deviate = deviate95): Interval {
  if (!(whole > 0 && part >= 0 && part <= whole)) {
    throw new RangeError(`There is no share of ${part} in ${whole}.`);
  }
  const share = part / whole;
  const weight = deviate ** 2 / whole;
  const centre = share + weight / 2;
  const spread = Math.sqrt(weight * (share * (1 - share) + weight / 4));
  // The share lies within; rounding must not put an end of it just outside 0, 1 or the share.
  return {
    lower: Math.min(share, Math.max(0, (centre - spread) / (1 + weight))),
    upper: Math.max(share, Math.min(1, (centre + spread) / (1 + weight))),
  };
}
