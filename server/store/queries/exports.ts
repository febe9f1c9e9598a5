import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Exports } from '../exports.ts';

/** Reads responses for export, part by part: a million of them never lie in memory at once. */
export function createExports({ queries }: Connection): Exports {
  return {
    async listForExport({ siteId, pageId, fromDay, toDay }, after, most) {
      let query = queries
        .selectFrom('response')
        .innerJoin('page', (join) =>
          join
            .onRef('page.site_id', '=', 'response.site_id')
            .onRef('page.id', '=', 'response.page_id'),
        )
        .leftJoin('comment', (join) =>
          join
            .onRef('comment.site_id', '=', 'response.site_id')
            .onRef('comment.response_id', '=', 'response.id'),
        )
        .select([
          'response.id',
          'response.page_id as pageId',
          'page.address',
          'page.title',
          'response.day',
          'response.received',
          'response.answer',
          'response.rating',
          'response.survey',
          'response.page_language as pageLanguage',
          'response.widget_language as widgetLanguage',
          'response.page_updated as pageUpdated',
          'response.left_out as leftOut',
          'response.suspicion',
          'comment.text as comment',
        ])
        .where('response.site_id', '=', siteId)
        .where('response.day', '>=', fromDay)
        .where('response.day', '<=', toDay)
        .orderBy('response.page_id')
        .orderBy('response.day')
        .orderBy('response.id')
        .limit(most);
      if (pageId !== undefined) query = query.where('response.page_id', '=', pageId);
      if (after) {
        query = query.where(
          sql<boolean>`(response.page_id, response.day, response.id) > (${after.pageId}, ${after.day}, ${after.id})`,
        );
      }
      const rows = await query.execute();
      return rows.map((row) => ({
        ...row,
        received: new Date(row.received),
        leftOut: row.leftOut === 1,
      }));
    },
    async findPageId(siteId, address) {
      const page = await queries
        .selectFrom('page')
        .select('id')
        .where('site_id', '=', siteId)
        .where('address', '=', address)
        .executeTakeFirst();
      return page?.id ?? null;
    },
  };
}
