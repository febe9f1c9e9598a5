import { createRecentEntries, othersThan } from './recent-entries.ts';
import { unsuspected, type Layer, type Sighting } from './sighting.ts';

/** So many answers in so short a time are no people's. */
export interface Crowd {
  /** Names what is counted together; undefined when the sighting does not count. */
  nameOf: (sighting: Sighting) => string | undefined;
  /** How many visitors are too many. */
  tooMany: number;
  /** In how long a time, in milliseconds. */
  span: number;
}

/** Suspects a crowd, and all who came before the crowd was too large. */
export function createCrowdLayer({ nameOf, tooMany, span }: Crowd): Layer {
  // One more than is too many: those before are revealed once, not at each that follows.
  const recent = createRecentEntries(span, tooMany + 1);
  return (sighting) => {
    const name = nameOf(sighting);
    if (name === undefined) return unsuspected;
    const { key } = sighting;
    const seen = recent.add(name, sighting);
    if (seen.size < tooMany) return unsuspected;
    return { isSuspect: true, revealed: seen.size === tooMany ? othersThan(key, seen) : [] };
  };
}
