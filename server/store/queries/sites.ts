import type { Connection } from '../connection.ts';
import { defaultSettings, readSettings } from '../site-settings.ts';
import type { Store } from '../store.ts';
import { auditRow } from './audit-log.ts';

/** Registered sites and the origins they answer at. */
export function createSites({
  queries,
  writeTogether,
}: Connection): Pick<Store, 'addSite' | 'changeSettings' | 'listSites'> {
  return {
    async addSite({ settings = defaultSettings, ...site }) {
      const idOfSite = queries.selectFrom('site').select('id').where('key', '=', site.key);
      const [rows] = await writeTogether([
        queries
          .insertInto('site')
          .values({
            key: site.key,
            name: site.name,
            fold_www: Number(site.foldWww),
            query_parameters: JSON.stringify(site.queryParameters),
            allowed_numbers: JSON.stringify(site.allowedNumbers),
            settings: JSON.stringify(settings),
          })
          .returning('id')
          .compile(),
        ...site.origins.map((origin, position) =>
          queries
            .insertInto('site_origin')
            .values({ origin, position, site_id: idOfSite })
            .compile(),
        ),
      ]);
      const [row] = rows as { id: number }[];
      if (!row) throw new Error('The site was not stored.');
      return { ...site, settings, id: row.id };
    },
    async changeSettings(siteId, settings, by) {
      const detail = { settings: JSON.stringify(settings) };
      await writeTogether([
        queries
          .updateTable('site')
          .set({ settings: detail.settings })
          .where('id', '=', siteId)
          .compile(),
        queries
          .insertInto('audit')
          .values(auditRow({ ...by, siteId, action: 'settings-changed', subject: null, detail }))
          .compile(),
      ]);
    },
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
        settings: readSettings(site.settings),
        origins: origins.filter((row) => row.site_id === site.id).map((row) => row.origin),
      }));
    },
  };
}
