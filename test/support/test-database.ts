import { join } from 'node:path';
import { createTemporaryFolder } from './temporary-folder.ts';
import { createPostgresDatabase, serverOfRun } from './temporary-postgres.ts';

/** An empty database of a test's own, on the engine on which this run of the tests is. */
export interface TestDatabase {
  /** What `GENSVAR_DATABASE` would say: a file's path or an address. */
  database: string;
  remove: () => Promise<void>;
}

/** The engine on which this run of the tests is. */
export const engine = serverOfRun() === undefined ? 'sqlite' : 'postgres';

/** For a test about one engine: why it does not run on the other, or false when it runs. */
export const onlyOn = (wanted: typeof engine): string | false =>
  engine !== wanted && `about ${wanted === 'sqlite' ? 'SQLite' : 'PostgreSQL'} only`;

/** Makes a database. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = serverOfRun();
  if (server !== undefined) {
    const { url, remove } = await createPostgresDatabase(server);
    return { database: url, remove };
  }
  const folder = await createTemporaryFolder();
  return { database: join(folder.path, 'gensvar.db'), remove: () => folder.remove() };
}
