import type { Config } from '../config.ts';
import { isPostgres } from './engine-of.ts';
import { openPostgresStore } from './postgres/open-postgres-store.ts';
import { openSqliteStore } from './sqlite/open-sqlite-store.ts';
import type { Store } from './store.ts';

const anHour = 60 * 60 * 1000;

/** Opens the store of a configuration: a file's name or a server's address says which engine. */
export function openStore({
  database,
  amendmentHours,
}: Pick<Config, 'database' | 'amendmentHours'>): Promise<Store> {
  const amendmentWindow = amendmentHours * anHour;
  return isPostgres(database)
    ? openPostgresStore({ url: database, amendmentWindow })
    : openSqliteStore({ file: database, amendmentWindow });
}
