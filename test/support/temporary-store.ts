import { openStore } from '../../server/store/open-store.ts';
import type { NewSite, Site, Store } from '../../server/store/store.ts';
import { createTestDatabase } from './test-database.ts';

/** A real store with a database of its own. */
export interface TemporaryStore {
  store: Store;
  /** The database's file or address. */
  database: string;
  /** Registers a site that has nothing special but what is told. */
  addSite: (site: Partial<NewSite> & Pick<NewSite, 'key' | 'origins'>) => Promise<Site>;
  remove: () => Promise<void>;
}

/** Opens an empty store whose responses may be amended for a day. */
export async function openTemporaryStore(): Promise<TemporaryStore> {
  const { database, remove } = await createTestDatabase();
  const store = await openStore({ database, amendmentHours: 24 });
  return {
    store,
    database,
    addSite: (site) =>
      store.addSite({
        name: site.key,
        foldWww: false,
        queryParameters: [],
        allowedNumbers: [],
        ...site,
      }),
    async remove() {
      await store.close();
      await remove();
    },
  };
}
