import type { Config } from '../config.ts';
import { isPostgres } from './engine-of.ts';
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

const anHour = 60 * 60 * 1000;

/**
 * Opens the store of a configuration: a file's name or a server's address says which engine.
 * @param report is told of faults that nobody waits for
 */
export async function openStore(
  { database, amendmentHours }: Pick<Config, 'database' | 'amendmentHours'>,
  report?: (fault: unknown) => void,
): Promise<Store> {
  const amendmentWindow = amendmentHours * anHour;
  if (!isPostgres(database)) {
    return openSqliteStore({ file: database, amendmentWindow, ...(report && { report }) });
  }
  // Most installations have the embedded database, and need not load the other.
  const { openPostgresStore } = await import('./postgres/open-postgres-store.ts');
  return openPostgresStore({ url: database, amendmentWindow });
}
