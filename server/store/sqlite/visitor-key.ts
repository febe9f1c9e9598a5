import { keyDigits } from '../key-bytes.ts';

/** The key of a site's visitor. */
export interface VisitorKey {
  siteId: number;
  /** As memory knows it. */
  digits: string;
  /** As the database knows it. */
  bytes: Uint8Array;
}

/** @param key the UUID as the visitor sent it */
export function visitorKey(siteId: number, key: string): VisitorKey {
  const digits = keyDigits(key);
  return { siteId, digits, bytes: Buffer.from(digits, 'hex') };
}

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
    get: ({ siteId, digits }) => sites.get(siteId)?.get(digits),
    set({ siteId, digits }, known) {
      let site = sites.get(siteId);
      if (!site) sites.set(siteId, (site = new Map<string, Known>()));
      const before = site.size;
      site.set(digits, known);
      size += site.size - before;
    },
    values: () => [...sites.values()].flatMap((site) => [...site.values()]),
    size: () => size,
  };
}
