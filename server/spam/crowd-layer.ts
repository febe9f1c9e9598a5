import { createRecentEntries } from './recent-entries.ts';
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
  const recent = createRecentEntries(span);
  return (sighting) => {
    const name = nameOf(sighting);
    if (name === undefined) return unsuspected;
    const { siteId, key, at } = sighting;
    const entries = recent.add(name, { siteId, key, at });
    if (entries.length < tooMany) return unsuspected;
    // Those before were told when the crowd became too large, each since when it came.
    const revealed = entries.length === tooMany ? entries.filter((each) => each.key !== key) : [];
    return { isSuspect: true, revealed };
  };
}
