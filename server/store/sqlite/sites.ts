import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { NewSite, Site, Store } from '../store.ts';
import type { Tables } from './tables.ts';

/** Registered sites and the origins they answer at. */
export function createSites(
  database: Database.Database,
  queries: Kysely<Tables>,
): Pick<Store, 'addSite' | 'listSites'> {
  const insertSite = database.prepare<[string, string, number, string, string]>(
    `insert into site (key, name, fold_www, query_parameters, allowed_numbers)
     values (?, ?, ?, ?, ?)`,
  );
  const insertOrigin = database.prepare<[string, number, number]>(
    'insert into site_origin (origin, site_id, position) values (?, ?, ?)',
  );
  const add = database.transaction((site: NewSite): Site => {
    const { key, name, foldWww, queryParameters, allowedNumbers, origins } = site;
    const result = insertSite.run(
      key,
      name,
      Number(foldWww),
      JSON.stringify(queryParameters),
      JSON.stringify(allowedNumbers),
    );
    const id = Number(result.lastInsertRowid);
    origins.forEach((origin, position) => insertOrigin.run(origin, id, position));
    return { ...site, id };
  });

  return {
    addSite: (site) =>
      new Promise((resolve) => {
        resolve(add.immediate(site));
      }),
    async listSites() {
      const sites = await queries.selectFrom('site').selectAll().orderBy('id').execute();
      const origins = await queries
        .selectFrom('site_origin')
        .selectAll()
        .orderBy('position')
        .execute();
      return sites.map((site) => ({
        id: site.id,
        key: site.key,
        name: site.name,
        foldWww: site.fold_www === 1,
        queryParameters: JSON.parse(site.query_parameters) as string[],
        allowedNumbers: JSON.parse(site.allowed_numbers) as string[],
        origins: origins.filter((row) => row.site_id === site.id).map((row) => row.origin),
      }));
    },
  };
}
