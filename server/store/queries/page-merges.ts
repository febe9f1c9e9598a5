import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import type { MergeOutcome, PageMerges, PagePlace, WantedMerge } from '../page-merges.ts';
import { auditRow } from './audit-log.ts';
import { answersMoved, emptyCountsRemoved } from './moved-answers.ts';
import { editorsWorkMoved } from './moved-editors-work.ts';

/** Gives the answers of a moved page to its successor. */
export function createPageMerges(connection: Connection): PageMerges {
  const { engine, queries, writeTogether } = connection;
  const compile = (statement: RawBuilder<unknown>): CompiledQuery => statement.compile(queries);

  const places = () =>
    queries
      .selectFrom('page')
      .select(['id', 'site_id as siteId', 'address', 'merged_into as mergedInto']);

  const findPlaceAt = async (siteId: number, address: string): Promise<PagePlace | null> => {
    const wanted = places().where('site_id', '=', siteId).where('address', '=', address);
    return (await wanted.executeTakeFirst()) ?? null;
  };

  const findPlace = async (pageId: number): Promise<PagePlace | null> =>
    (await places().where('id', '=', pageId).executeTakeFirst()) ?? null;

  /** Why a merge cannot be; undefined when it can. */
  async function hindrance(wanted: WantedMerge): Promise<MergeOutcome | undefined> {
    const page = await findPlace(wanted.pageId);
    if (page?.siteId !== wanted.siteId) return { kind: 'unknown' };
    if (page.address === wanted.into) return { kind: 'same' };
    const into = await findPlaceAt(wanted.siteId, wanted.into);
    return page.mergedInto !== null || (into && into.mergedInto !== null)
      ? { kind: 'merged' }
      : undefined;
  }

  return {
    findPlace,
    findPlaceAt,

    async beginMerge(wanted, by) {
      const hindered = await hindrance(wanted);
      if (hindered) return hindered;
      const { siteId, pageId, into } = wanted;
      const successor = sql`(select id from page where site_id = ${siteId} and address = ${into})`;
      const audited = auditRow({
        ...by,
        siteId,
        action: 'page-merged',
        subject: null,
        detail: { into },
      });
      const [, , begun] = await writeTogether(
        [
          // Where several processes write, no other merge may begin between looking and writing.
          engine === 'postgres' ? sql`lock table page in share row exclusive mode` : sql`select 1`,
          sql`insert into page (site_id, address, title, language, last_received, updated)
              select site_id, ${into}, title, language, last_received, updated
              from page where id = ${pageId} and merged_into is null
              on conflict (site_id, address) do nothing`,
          sql`update page set merged_into = ${successor}
              where site_id = ${siteId} and id = ${pageId} and merged_into is null
                and id <> ${successor}
                and exists (select 1 from page as target
                  where target.id = ${successor} and target.merged_into is null)
              returning id`,
          // Whatever was merged into it before goes straight to the successor.
          sql`update page set merged_into = ${successor}
              where site_id = ${siteId} and merged_into = ${pageId}
                and exists (select 1 from page as moved
                  where moved.id = ${pageId} and moved.merged_into = ${successor})`,
          sql`update page set last_received = (
                select max(both_pages.last_received) from page as both_pages
                where both_pages.id = ${pageId} or both_pages.id = page.id)
              where id = ${successor}`,
          ...editorsWorkMoved(pageId, successor),
          sql`insert into audit (at, actor, site_id, action, subject, detail)
              select cast(${audited.at} as bigint), ${audited.actor}, site_id, ${audited.action},
                     address, ${audited.detail}
              from page where id = ${pageId} and merged_into = ${successor}`,
        ].map(compile),
      );
      const after = await findPlace(pageId);
      return begun?.length === 1 && after && after.mergedInto !== null
        ? { kind: 'begun', into: after.mergedInto }
        : { kind: 'merged' };
    },

    async moveMerged(pageId, most) {
      const page = await findPlace(pageId);
      if (!page || page.mergedInto === null) return 0;
      const rows = await queries
        .selectFrom('response')
        .select('id')
        .where('site_id', '=', page.siteId)
        .where('page_id', '=', pageId)
        .orderBy('day')
        .orderBy('id')
        .limit(most)
        .execute();
      const merge = { siteId: page.siteId, from: pageId, into: page.mergedInto };
      const statements =
        rows.length === 0
          ? emptyCountsRemoved(connection, merge)
          : answersMoved(connection, { ...merge, ids: rows.map(({ id }) => id) });
      await writeTogether(statements.map(compile));
      return rows.length;
    },

    async listUnfinishedMerges() {
      const rows = await queries
        .selectFrom('page')
        .select('id')
        .where('merged_into', 'is not', null)
        .where((page) =>
          page.exists(
            page
              .selectFrom('response')
              .select('response.id')
              .whereRef('response.site_id', '=', 'page.site_id')
              .whereRef('response.page_id', '=', 'page.id'),
          ),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
