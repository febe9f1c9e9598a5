import type { Revealed } from './sighting.ts';

export interface Entry extends Revealed {
  at: number;
}

/** Remembers, for a time, who was seen under a name. */
export interface RecentEntries {
  /** Adds an entry, once a key, and returns all that are remembered under the name. */
  add: (name: string, entry: Entry) => Entry[];
}

/** How many names are remembered at most: a flood of names may not fill the memory. */
const mostNames = 20_000;

/** How many entries are remembered under one name. */
const mostEntries = 1000;

/** @param span for how long an entry is remembered, in milliseconds */
export function createRecentEntries(span: number): RecentEntries {
  // A map keeps the order in which names were last added to: the first is the stalest.
  const names = new Map<string, Entry[]>();

  function forgetStale(now: number) {
    for (const [name, entries] of names) {
      const newest = entries.at(-1)?.at ?? 0;
      if (names.size <= mostNames && newest > now - span) return;
      names.delete(name);
    }
  }

  return {
    add(name, entry) {
      const known = names.get(name) ?? [];
      const recent = known.filter(({ at }) => at > entry.at - span).slice(1 - mostEntries);
      if (!recent.some(({ key }) => key === entry.key)) recent.push(entry);
      names.delete(name);
      names.set(name, recent);
      forgetStale(entry.at);
      return recent;
    },
  };
}
