/** What a series of measurements comes to. */
export interface Spread {
  median: number;
  /** A quarter of the measurements is below this. */
  low: number;
  /** A quarter of the measurements is above this. */
  high: number;
}

/** Sums up measurements; one outlier on a busy machine changes nothing. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    return below + (above - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
