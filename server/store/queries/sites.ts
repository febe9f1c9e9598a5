import { isDeepStrictEqual } from 'node:util';
import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import { describeChanges } from '../site-changes.ts';
import { defaultSettings, readSettings } from '../site-settings.ts';
import type { Site, Store } from '../store.ts';
import { firstTag } from '../tags.ts';
import { auditRow } from './audit-log.ts';

/** Registered sites and the origins they answer at. */
export function createSites({
  queries,
  writeTogether,
}: Connection): Pick<Store, 'addSite' | 'changeSite' | 'listSites'> {
  async function listRows() {
    const sites = await queries.selectFrom('site').selectAll().orderBy('id').execute();
    const origins = await queries
      .selectFrom('site_origin')
      .selectAll()
      .orderBy('position')
      .execute();
    return sites.map((row) => {
      const site: Site = {
        id: row.id,
        key: row.key,
        name: row.name,
        foldWww: row.fold_www === 1,
        queryParameters: JSON.parse(row.query_parameters) as string[],
        allowedNumbers: JSON.parse(row.allowed_numbers) as string[],
        settings: readSettings(row.settings),
        origins: origins.filter(({ site_id }) => site_id === row.id).map(({ origin }) => origin),
      };
      return { row, site };
    });
  }

  return {
    async addSite({ settings = defaultSettings, ...site }) {
      const idOfSite = queries.selectFrom('site').select('id').where('key', '=', site.key);
      const [rows] = await writeTogether([
        queries
          .insertInto('site')
          .values({ key: site.key, ...columnsOf({ ...site, settings }) })
          .returning('id')
          .compile(),
        ...site.origins.map((origin, position) =>
          queries
            .insertInto('site_origin')
            .values({ origin, position, site_id: idOfSite })
            .compile(),
        ),
        queries
          .insertInto('tag')
          .values({ name: firstTag, position: 0, site_id: idOfSite })
          .compile(),
      ]);
      const [row] = rows as { id: number }[];
      if (!row) throw new Error('The site was not stored.');
      return { ...site, settings, id: row.id };
    },

    async changeSite(before, after, by) {
      const found = (await listRows()).find(({ site }) => site.id === before.id);
      if (!found || !isDeepStrictEqual(plain(found.site), plain(before))) return false;
      const { id: siteId, key: _, ...was } = found.row;
      const is = columnsOf(after);
      const detail = describeChanges(before, after);
      if (Object.keys(detail).length === 0) return true;
      const { at, actor, ...entry } = auditRow({
        ...by,
        siteId,
        action: 'settings-changed',
        subject: null,
        detail,
      });
      // Each step goes on only from what the one before has made: two who change the same
      // site at the same moment never mix.
      const isAfter = sql`exists (select 1 from site where id = ${siteId} and ${equal(is)})`;
      const isBefore = sql`id = ${siteId} and ${equal(was)} and ${originsAre(siteId, before.origins)}`;
      const [changed] = await writeTogether(
        [
          sql`update site set ${assigned(is)} where ${isBefore} returning id`,
          sql`delete from site_origin where site_id = ${siteId} and ${isAfter}`,
          ...after.origins.map(
            (origin, position) => sql`
              insert into site_origin (origin, position, site_id)
              select ${origin}, ${sql.lit(position)}, id from site
              where id = ${siteId} and ${equal(is)}`,
          ),
          sql`insert into audit (at, actor, site_id, action, subject, detail)
              select cast(${at} as bigint), ${actor}, id, ${entry.action}, null, ${entry.detail}
              from site where id = ${siteId} and ${equal(is)}`,
        ].map((statement) => statement.compile(queries)),
      );
      return changed?.length === 1;
    },

    listSites: async () => (await listRows()).map(({ site }) => site),
  };
}

type Columns = Record<string, string | number>;

const columnsOf = (site: Omit<Site, 'id' | 'key' | 'origins'>) => ({
  name: site.name,
  fold_www: Number(site.foldWww),
  query_parameters: JSON.stringify(site.queryParameters),
  allowed_numbers: JSON.stringify(site.allowedNumbers),
  settings: JSON.stringify(site.settings),
});

/** Without what is undefined, which is the same as what is not there. */
const plain = (site: Site): unknown => JSON.parse(JSON.stringify(site));

const equal = (columns: Columns): RawBuilder<unknown> =>
  sql.join(
    Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` and `,
  );

const assigned = (columns: Columns): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));

/** Whether the site answers at these origins and no others. */
const originsAre = (siteId: number, origins: string[]): RawBuilder<unknown> => sql`
  ${sql.lit(origins.length)} = (select count(*) from site_origin where site_id = ${siteId})
  and ${sql.lit(origins.length)} = (select count(*) from site_origin
    where site_id = ${siteId} and origin in (${sql.join(origins)}))`;
