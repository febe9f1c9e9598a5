import { join } from 'node:path';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A real store with a file of its own. */
export interface TemporaryStore {
  store: Store;
  /** The database's file. */
  database: string;
  remove: () => Promise<void>;
}

const aDay = 24 * 60 * 60 * 1000;

/** Opens an empty store whose responses may be amended for a day. */
export async function openTemporaryStore(): Promise<TemporaryStore> {
  const folder = await createTemporaryFolder();
  const database = join(folder.path, 'gensvar.db');
  const store = await openSqliteStore({ file: database, amendmentWindow: aDay });
  return {
    store,
    database,
    async remove() {
      await store.close();
      await folder.remove();
    },
  };
}
