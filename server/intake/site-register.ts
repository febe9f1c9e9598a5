import type { Clock } from '../clock.ts';
import type { Site, Store } from '../store/store.ts';

/** A site as one of its origins leads to it. */
export interface SiteAtOrigin {
  site: Site;
  /** The registered origin that stands for the one asked about. */
  origin: string;
}

/** Tells which site an origin belongs to. */
export interface SiteRegister {
  /**
   * What is known without a look at the database, as it mostly is: whoever takes in an answer
   * need not wait then. Undefined when that is not enough: ask `findByOrigin`.
   */
  known: (origin: string) => SiteAtOrigin | undefined;
  findByOrigin: (origin: string) => Promise<SiteAtOrigin | undefined>;
  findByKey: (key: string) => Promise<Site | undefined>;
  /** Reads the sites anew before it answers next: one has been changed here. */
  forget: () => void;
}

/** An unknown origin makes the register look again, but not more often than this: 1 second. */
const lookAgainAfter = 1000;

/** What another process has changed about a site is known after at most this: a minute. */
const staleAfter = 60_000;

/**
 * Keeps the registered sites in memory. A site that another process adds is
 * found at its first answer.
 */
export function createSiteRegister(store: Store, clock: Clock): SiteRegister {
  let byOrigin = new Map<string, SiteAtOrigin>();
  let byKey = new Map<string, Site>();
  let readAt = Number.NEGATIVE_INFINITY;

  /** The look that is under way: whoever asks meanwhile waits for what it finds. */
  let reading: Promise<void> | undefined;

  async function read() {
    const startedAt = clock().getTime();
    const found = new Map<string, SiteAtOrigin>();
    const keys = new Map<string, Site>();
    for (const site of await store.listSites()) {
      keys.set(site.key, site);
      for (const origin of site.origins) {
        if (site.foldWww) {
          const twin = otherWww(origin);
          if (!found.has(twin)) found.set(twin, { site, origin });
        }
        found.set(origin, { site, origin });
      }
    }
    byOrigin = found;
    byKey = keys;
    readAt = startedAt;
  }

  const sinceRead = () => clock().getTime() - readAt;

  async function find<Found>(look: () => Found | undefined): Promise<Found | undefined> {
    const known = look();
    const age = sinceRead();
    if (known && age < staleAfter) return known;
    if (!known && age < lookAgainAfter && age >= 0) return undefined;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    await reading;
    return look();
  }

  return {
    known: (origin) => (sinceRead() < staleAfter ? byOrigin.get(origin) : undefined),
    findByOrigin: (origin) => find(() => byOrigin.get(origin)),
    findByKey: (key) => find(() => byKey.get(key)),
    forget() {
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** The same origin with `www.` where it has none, and without where it has it. */
function otherWww(origin: string): string {
  return /:\/\/www\./.test(origin)
    ? origin.replace('://www.', '://')
    : origin.replace('://', '://www.');
}
