/** Random choices that a seed repeats. */
export interface SeededRandom {
  /** A number from 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number from 0 up to, but not including, the limit. */
  below: (limit: number) => number;
  /** Whether something happens that has this share of all cases. */
  chance: (share: number) => boolean;
  pick: <T>(choices: readonly T[]) => T;
  /** A UUID of version 4. */
  uuid: () => string;
}

/** The generator mulberry32: small, and the same on every machine. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick(choices) {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('There is nothing to pick from.');
      return chosen;
    },
    uuid: () =>
      'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
        (place === 'x' ? below(16) : 8 + below(4)).toString(16),
      ),
  };
}
