import type { Site, Store } from '../store/store.ts';

/**
 * Finds a site by its key.
 * @throws Error that tells how to add it
 */
export async function findSite(store: Store, key: string): Promise<Site> {
  const site = (await store.listSites()).find((candidate) => candidate.key === key);
  if (site) return site;
  throw new Error(`There is no site ${key}. Add it with: gensvar site add`);
}
