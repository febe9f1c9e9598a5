import type { Revealed } from './sighting.ts';

/** Who was seen under a name: the sites by the keys, those seen first first. */
export type Seen = ReadonlyMap<string, { siteId: number; at: number }>;

/** Remembers, for a time, who was seen under a name. */
export interface RecentEntries {
  /** Adds one who was seen, once a key, and returns all that are remembered under the name. */
  add: (name: string, seen: Revealed & { at: number }) => Seen;
}

/** How many names are remembered at most: a flood of names may not fill the memory. */
const mostNames = 10_000;

/**
 * What it does for one who is seen is the same however many there are: a flood must not
 * be able to slow the service.
 * @param span for how long somebody is remembered, in milliseconds
 * @param most how many are remembered under one name
 */
export function createRecentEntries(span: number, most: number): RecentEntries {
  // Maps keep the order in which names and keys were last added: the first is the stalest.
  const names = new Map<string, Map<string, { siteId: number; at: number }>>();
  const newest = new Map<string, number>();

  function forgetStaleNames(now: number) {
    for (const [name, at] of newest) {
      if (newest.size <= mostNames && at > now - span) return;
      newest.delete(name);
      names.delete(name);
    }
  }

  return {
    add(name, { key, siteId, at }) {
      const seen = names.get(name) ?? new Map<string, { siteId: number; at: number }>();
      for (const [oldKey, old] of seen) {
        if (seen.size < most && old.at > at - span) break;
        if (oldKey !== key) seen.delete(oldKey);
        else break;
      }
      if (!seen.has(key)) seen.set(key, { siteId, at });
      names.set(name, seen);
      newest.delete(name);
      newest.set(name, at);
      forgetStaleNames(at);
      return seen;
    },
  };
}

/** All but one of those who were seen. */
export const othersThan = (key: string, seen: Seen): Revealed[] =>
  [...seen]
    .filter(([otherKey]) => otherKey !== key)
    .map(([otherKey, { siteId }]) => ({ siteId, key: otherKey }));
