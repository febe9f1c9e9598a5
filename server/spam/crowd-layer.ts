import { createRecentEntries, othersThan } from './recent-entries.ts';
import { unsuspected, type Layer, type Sighting } from './sighting.ts';

/** So many answers in so short a time are no people's. */
export interface Crowd {
  /** Names what is counted together; undefined when the sighting does not count. */
  nameOf: (sighting: Sighting) => string | undefined;
  /** The shortest span first. */
  limits: CrowdLimit[];
}

interface CrowdLimit {
  /** How many visitors are too many. */
  tooMany: number;
  /** In how long a time, in milliseconds. */
  span: number;
}

/** Suspects a crowd, and all who came before the crowd was too large. */
export function createCrowdLayer({ nameOf, limits }: Crowd): Layer {
  // One more than is too many: those before are revealed once, not at each that follows.
  const recent = createRecentEntries(
    ...limits.map(({ span, tooMany }) => ({ span, most: tooMany + 1 })),
  );
  return (sighting) => {
    const name = nameOf(sighting);
    const seen = name === undefined ? undefined : recent.add(name, sighting);
    if (!seen) return unsuspected;
    const crowds = seen.filter(({ size }, place) => size >= (limits[place]?.tooMany ?? Infinity));
    if (crowds.length === 0) return unsuspected;
    const newCrowds = seen.filter(({ size }, place) => size === limits[place]?.tooMany);
    return {
      isSuspect: true,
      revealed: newCrowds.flatMap((crowd) => othersThan(sighting.key, crowd)),
    };
  };
}
