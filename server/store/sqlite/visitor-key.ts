import { keyBytes } from '../key-bytes.ts';

/** The key of a site's visitor. */
export interface VisitorKey {
  siteId: number;
  /** In small letters, as memory knows it. */
  text: string;
  /** As the database knows it. */
  bytes: Uint8Array;
}

/** @param key the UUID as the visitor sent it */
export const visitorKey = (siteId: number, key: string): VisitorKey => ({
  siteId,
  text: key.toLowerCase(),
  bytes: keyBytes(key),
});

/** What memory knows of visitors, in the order in which they came. */
export interface VisitorMap<Known> {
  get: (visitor: VisitorKey) => Known | undefined;
  set: (visitor: VisitorKey, known: Known) => void;
  values: () => Known[];
  size: () => number;
}

/** A map for each site: to join site and key to one name costs more than to look twice. */
export function createVisitorMap<Known>(): VisitorMap<Known> {
  const sites = new Map<number, Map<string, Known>>();
  let size = 0;
  return {
    get: ({ siteId, text }) => sites.get(siteId)?.get(text),
    set({ siteId, text }, known) {
      let site = sites.get(siteId);
      if (!site) sites.set(siteId, (site = new Map<string, Known>()));
      const before = site.size;
      site.set(text, known);
      size += site.size - before;
    },
    values: () => [...sites.values()].flatMap((site) => [...site.values()]),
    size: () => size,
  };
}
