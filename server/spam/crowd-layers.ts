import { createRecentEntries, othersThan, type Company } from './recent-entries.ts';
import { unsuspected, type Judgement, type Layer, type Sighting } from './sighting.ts';

const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;

/** So many answers in so short a time are no people's. */
interface CrowdLimit {
  /** How many visitors are too many. */
  tooMany: number;
  /** In how long a time, in milliseconds. */
  span: number;
}

/** From one source. The shortest span first, here and below. */
const floodLimits: CrowdLimit[] = [
  { tooMany: 100, span: aMinute },
  { tooMany: 500, span: 60 * aMinute },
];

/** From one source on one page. */
const ballotLimits: CrowdLimit[] = [
  { tooMany: 60, span: 10 * aMinute },
  { tooMany: 250, span: aDay },
];

/**
 * The layers that suspect a crowd, and all who came before the crowd was too large. From most
 * sources there is one visitor only: their pages are looked at when there is another.
 */
export function createCrowdLayers(): { flood: Layer; ballotStuffing: Layer } {
  const bySource = createRecentEntries(...floodLimits.map(reachOf));
  const byPage = createRecentEntries(...ballotLimits.map(reachOf));
  /** What the first layer has seen, for the second. */
  let met: { sighting: Sighting; company: Company | undefined } | undefined;

  function meet(sighting: Sighting): Company | undefined {
    const { source } = sighting;
    return source === undefined ? undefined : bySource.add(source, sighting);
  }

  return {
    flood(sighting) {
      const company = meet(sighting);
      met = { sighting, company };
      return judgeCrowd(sighting, company, floodLimits);
    },
    ballotStuffing(sighting) {
      const company = met?.sighting === sighting ? met.company : meet(sighting);
      met = undefined;
      if (!company) return unsuspected;
      const { source = '', address } = sighting;
      const { first, seen } = company;
      const isSecond = seen.some(({ size }) => size === 2);
      if (isSecond) byPage.add(`${source} ${first.address}`, first);
      return judgeCrowd(sighting, byPage.add(`${source} ${address}`, sighting), ballotLimits);
    },
  };
}

/** One more than is too many: those before are revealed once, not at each that follows. */
const reachOf = ({ span, tooMany }: CrowdLimit) => ({ span, most: tooMany + 1 });

function judgeCrowd(
  { key }: Sighting,
  company: Company | undefined,
  limits: CrowdLimit[],
): Judgement {
  if (!company) return unsuspected;
  const { seen } = company;
  const crowds = seen.filter(({ size }, place) => size >= (limits[place]?.tooMany ?? Infinity));
  if (crowds.length === 0) return unsuspected;
  const newCrowds = seen.filter(({ size }, place) => size === limits[place]?.tooMany);
  return { isSuspect: true, revealed: newCrowds.flatMap((crowd) => othersThan(key, crowd)) };
}
