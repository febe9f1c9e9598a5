import type { Revealed } from './sighting.ts';

/** Who was seen under a name: the sites by the keys, those seen first first. */
export type Seen = ReadonlyMap<string, Entry>;

interface Entry {
  siteId: number;
  at: number;
}

/** How far back it is remembered who was seen. */
export interface Reach {
  /** For how long somebody is remembered, in milliseconds. */
  span: number;
  /** How many are remembered under one name. */
  most: number;
}

/** One who is seen, and on which page. */
export interface Seer extends Revealed {
  address: string;
  at: number;
}

/** Several who were seen under the same name. */
export interface Company {
  /** Who was seen there when nobody else had been. */
  first: Seer;
  /** All who are remembered, for each reach. */
  seen: Seen[];
}

/** Remembers, for a time, who was seen under a name. */
export interface RecentEntries {
  /**
   * Adds one who was seen, once a key.
   * @returns undefined when nobody else was seen under the name
   */
  add: (name: string, seen: Seer) => Company | undefined;
}

/** How many names are remembered at most: a flood of names may not fill the memory. */
const mostNames = 10_000;

/** Names last two of these at most: nobody is remembered for longer than a day. */
const halfADay = 12 * 60 * 60 * 1000;

/** Under most names only one is ever seen: to keep that one plainly costs a tenth. */
interface Remembered {
  first: Seer;
  seen: Map<string, Entry>[] | undefined;
}

/**
 * What it does for one who is seen is the same however many there are: a flood must not
 * be able to slow the service. So names are not forgotten one by one: there are those of now
 * and those of before, and when it is time all of before go at once.
 * @param reaches the longest last
 */
export function createRecentEntries(...reaches: Reach[]): RecentEntries {
  const turn = Math.min(reaches.at(-1)?.span ?? 0, halfADay);
  let ofNow = new Map<string, Remembered>();
  let ofBefore: typeof ofNow = new Map();
  let begun = Number.NEGATIVE_INFINITY;

  function forgetBefore(now: number) {
    if (now < begun + turn && ofNow.size < mostNames / 2) return;
    ofBefore = ofNow;
    ofNow = new Map();
    begun = now;
  }

  return {
    add(name, seen) {
      forgetBefore(seen.at);
      let known = ofNow.get(name);
      if (!known) {
        const { key, siteId, address, at } = seen;
        known = ofBefore.get(name) ?? { first: { key, siteId, address, at }, seen: undefined };
        ofNow.set(name, known);
      }
      const { first } = known;
      if (!known.seen && first.key === seen.key) return undefined;
      known.seen ??= reaches.map(() => new Map([[first.key, first]]));
      known.seen.forEach((entries, place) => {
        addTo(entries, seen, reaches[place]);
      });
      return { first, seen: known.seen };
    },
  };
}

function addTo(
  entries: Map<string, Entry>,
  { key, siteId, at }: Seer,
  { span, most }: Reach = { span: 0, most: 0 },
): void {
  for (const [oldKey, old] of entries) {
    if (entries.size < most && old.at > at - span) break;
    if (oldKey !== key) entries.delete(oldKey);
    else break;
  }
  if (!entries.has(key)) entries.set(key, { siteId, at });
}

/** All but one of those who were seen. */
export const othersThan = (key: string, seen: Seen): Revealed[] =>
  [...seen]
    .filter(([otherKey]) => otherKey !== key)
    .map(([otherKey, { siteId }]) => ({ siteId, key: otherKey }));
