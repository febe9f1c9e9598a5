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

/** Remembers, for a time, who was seen under a name. */
export interface RecentEntries {
  /**
   * Adds one who was seen, once a key.
   * @returns all who are remembered under the name, for each reach; undefined when it is nobody else
   */
  add: (name: string, seen: Revealed & { at: number }) => Seen[] | undefined;
}

/** How many names are remembered at most: a flood of names may not fill the memory. */
const mostNames = 10_000;

/** Names last two of these at most: nobody is remembered for longer than a day. */
const halfADay = 12 * 60 * 60 * 1000;

/** Under most names only one is ever seen: to keep that one plainly costs a tenth. */
interface Single extends Revealed {
  at: number;
}

/**
 * What it does for one who is seen is the same however many there are: a flood must not
 * be able to slow the service. So names are not forgotten one by one: there are those of now
 * and those of before, and when it is time all of before go at once.
 * @param reaches the longest last
 */
export function createRecentEntries(...reaches: Reach[]): RecentEntries {
  const turn = Math.min(reaches.at(-1)?.span ?? 0, halfADay);
  let ofNow = new Map<string, Single | Map<string, Entry>[]>();
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
      const known = ofNow.get(name) ?? ofBefore.get(name);
      if (known === undefined || (!Array.isArray(known) && known.key === seen.key)) {
        const { key, siteId, at } = known ?? seen;
        ofNow.set(name, { key, siteId, at });
        return undefined;
      }
      let all = known;
      if (!Array.isArray(all)) {
        const { key, siteId, at } = all;
        all = reaches.map(() => new Map([[key, { siteId, at }]]));
      }
      ofNow.set(name, all);
      all.forEach((entries, place) => addTo(entries, seen, reaches[place]));
      return all;
    },
  };
}

function addTo(
  entries: Map<string, Entry>,
  { key, siteId, at }: Single,
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
