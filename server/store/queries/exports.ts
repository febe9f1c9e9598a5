import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Exports } from '../exports.ts';
import { createExportedWork } from './exported-work.ts';

/** Reads responses for export, part by part: a million of them never lie in memory at once. */
export function createExports(connection: Connection): Exports {
  const { engine, queries } = connection;
  return {
    ...createExportedWork(connection),

    async listPagesForExport(filter, afterPage, most, enough) {
      const { siteId, pageId, sections, fromDay, toDay } = filter;
      let pages = queries
        .selectFrom('page')
        .where('page.site_id', '=', siteId)
        .where('page.id', '>', afterPage)
        .orderBy('page.id')
        .limit(most)
        .select(['page.id', 'page.address', 'page.title'])
        .select((page) =>
          page
            .selectFrom((from) =>
              // The index alone tells. In that of the embedded database there is no site, and
              // PostgreSQL finds nothing in its own without one.
              from
                .selectFrom('response')
                .$if(engine === 'postgres', (query) => query.where('response.site_id', '=', siteId))
                .whereRef('response.page_id', '=', 'page.id')
                .where('response.day', '>=', fromDay)
                .where('response.day', '<=', toDay)
                .limit(enough)
                .select('response.page_id')
                .as('some'),
            )
            .select(({ fn }) => fn.countAll<number>().as('responses'))
            .as('responses'),
        );
      if (pageId !== undefined) {
        pages = pages.where((where) =>
          where.or([where('page.id', '=', pageId), where('page.merged_into', '=', pageId)]),
        );
      }
      if (sections) {
        pages = pages.where((where) =>
          where.or(
            sections.flatMap((section) => {
              // Compared as text: a pattern would read % and _ in an address as something else.
              const start = sql<string>`substr(page.address, 1, ${section.length + 1})`;
              return [
                where('page.address', '=', section),
                where(start, 'in', [`${section}/`, `${section}?`]),
              ];
            }),
          ),
        );
      }
      const rows = await pages.execute();
      return rows.map((row) => ({ ...row, responses: Number(row.responses) }));
    },

    async listForExport({ siteId, pageIds, fromDay, toDay }, after, most) {
      const [onlyPage] = pageIds.length === 1 ? pageIds : [];
      let query = queries
        .selectFrom('response')
        .leftJoin('comment', (join) =>
          join
            .onRef('comment.site_id', '=', 'response.site_id')
            .onRef('comment.response_id', '=', 'response.id'),
        )
        .select([
          ...(['response.id', 'response.day', 'response.received', 'response.answer'] as const),
          ...(['response.rating', 'response.survey', 'response.suspicion'] as const),
          'response.page_id as pageId',
          'response.page_language as pageLanguage',
          'response.widget_language as widgetLanguage',
          'response.page_updated as pageUpdated',
          'response.left_out as leftOut',
          'comment.text as comment',
        ])
        .where('response.site_id', '=', siteId)
        .where('response.page_id', 'in', pageIds)
        // The part goes on where the last one ended, without a look at what came before.
        .where('response.day', '>=', (onlyPage !== undefined && after?.day) || fromDay)
        .where('response.day', '<=', toDay)
        .orderBy('response.page_id')
        .orderBy('response.day')
        .orderBy('response.id')
        .limit(most);
      if (after) {
        query = query.where(
          onlyPage === undefined
            ? sql<boolean>`(response.page_id, response.day, response.id) > (${after.pageId}, ${after.day}, ${after.id})`
            : sql<boolean>`(response.day, response.id) > (${after.day}, ${after.id})`,
        );
      }
      const rows = await query.execute();
      return rows.map((row) => ({
        ...row,
        received: new Date(row.received),
        leftOut: row.leftOut === 1,
      }));
    },

    async listCountsForExport({ siteId, pageIds, fromDay, toDay }, after, most) {
      const days = queries
        .selectFrom('page_day')
        .where('site_id', '=', siteId)
        .where('page_id', 'in', pageIds)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .groupBy(['page_id', 'day'])
        .having(sql<boolean>`sum(yes + "no" + partly + left_out) > 0`)
        .orderBy('page_id')
        .orderBy('day')
        .limit(most)
        .select(['page_id as pageId', 'day'])
        .select([
          sql<number>`sum(yes)`.as('yes'),
          sql<number>`sum("no")`.as('no'),
          sql<number>`sum(partly)`.as('partly'),
          sql<number>`sum(comments)`.as('comments'),
          sql<number>`sum(left_out)`.as('leftOut'),
        ]);
      const further = after
        ? days.where(sql<boolean>`(page_id, day) > (${after.pageId}, ${after.day})`)
        : days;
      return further.execute();
    },

    async findPageId(siteId, address) {
      const page = await queries
        .selectFrom('page')
        .select(['id', 'merged_into'])
        .where('site_id', '=', siteId)
        .where('address', '=', address)
        .executeTakeFirst();
      return page?.merged_into ?? page?.id ?? null;
    },

    async findLastRevision(siteId, pageId, upToDay) {
      const newest = await queries
        .selectFrom('revision')
        .where('site_id', '=', siteId)
        .where('page_id', '=', pageId)
        .where('day', '<=', upToDay)
        .orderBy('day', 'desc')
        .limit(1)
        .select('day')
        .executeTakeFirst();
      return newest?.day ?? null;
    },
  };
}
