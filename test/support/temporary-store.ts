import { join } from 'node:path';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { NewSite, Site, Store } from '../../server/store/store.ts';
import { aDay } from './moving-clock.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A real store with a file of its own. */
export interface TemporaryStore {
  store: Store;
  /** The database's file. */
  database: string;
  /** Registers a site that has nothing special but what is told. */
  addSite: (site: Partial<NewSite> & Pick<NewSite, 'key' | 'origins'>) => Promise<Site>;
  remove: () => Promise<void>;
}

/** Opens an empty store whose responses may be amended for a day. */
export async function openTemporaryStore(): Promise<TemporaryStore> {
  const folder = await createTemporaryFolder();
  const database = join(folder.path, 'gensvar.db');
  const store = await openSqliteStore({ file: database, amendmentWindow: aDay });
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
      await folder.remove();
    },
  };
}
