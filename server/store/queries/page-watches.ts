import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { EditorMail } from '../editor-mail.ts';

type PageWatches = Pick<
  EditorMail,
  'watchPage' | 'unwatch' | 'isWatching' | 'listWatches' | 'listWatchNews' | 'setWatchTold'
>;

/** Which pages editors want to hear of, and how far they have heard. */
export function createPageWatches({ queries }: Connection): PageWatches {
  const pages = () =>
    queries
      .selectFrom('page_watch')
      .innerJoin('page', (join) =>
        join
          .onRef('page.site_id', '=', 'page_watch.site_id')
          .onRef('page.id', '=', 'page_watch.page_id'),
      );
  return {
    async watchPage({ siteId, pageId, editorId, from }) {
      const told_until = from.getTime();
      await queries
        .insertInto('page_watch')
        .values({ site_id: siteId, editor_id: editorId, page_id: pageId, told_until })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async unwatch(editorId, pageId) {
      await queries
        .deleteFrom('page_watch')
        .where('editor_id', '=', editorId)
        .$if(pageId !== undefined, (query) => query.where('page_id', '=', pageId ?? 0))
        .execute();
    },
    async isWatching(editorId, pageId) {
      const row = await queries
        .selectFrom('page_watch')
        .where('editor_id', '=', editorId)
        .where('page_id', '=', pageId)
        .select('page_id')
        .executeTakeFirst();
      return row !== undefined;
    },
    async listWatches(editorId, siteIds) {
      if (siteIds.length === 0) return [];
      return pages()
        .where('page_watch.editor_id', '=', editorId)
        .where('page_watch.site_id', 'in', siteIds)
        .select([
          'page.id',
          'page.site_id as siteId',
          'page.title',
          'page.address',
          'page.language',
        ])
        .orderBy('page.title')
        .orderBy('page.id')
        .execute();
    },
    async listWatchNews(until) {
      const rows = await pages()
        .innerJoin('editor_mail', 'editor_mail.editor_id', 'page_watch.editor_id')
        .innerJoin('editor_site', (join) =>
          join
            .onRef('editor_site.editor_id', '=', 'page_watch.editor_id')
            .onRef('editor_site.site_id', '=', 'page_watch.site_id'),
        )
        .where('editor_mail.confirmed', '=', 1)
        .select([
          'page.id',
          'page.site_id as siteId',
          'page.title',
          'page.address',
          'page.language',
        ])
        .select(['page_watch.editor_id as editorId', 'told_until as toldUntil'])
        .select((news) =>
          news
            .selectFrom('comment')
            .innerJoin('response', (join) =>
              join
                .onRef('response.site_id', '=', 'comment.site_id')
                .onRef('response.id', '=', 'comment.response_id'),
            )
            .whereRef('comment.site_id', '=', 'page_watch.site_id')
            .whereRef('comment.page_id', '=', 'page_watch.page_id')
            .whereRef('comment.received', '>', 'page_watch.told_until')
            .where('comment.received', '<=', until.getTime())
            .where('response.left_out', '=', 0)
            .select(sql<number>`count(*)`.as('count'))
            .as('comments'),
        )
        .orderBy('page_watch.editor_id')
        .orderBy('page.id')
        .execute();
      return rows.flatMap(({ editorId, toldUntil, comments, ...page }) => {
        const count = comments ?? 0;
        return count > 0
          ? [{ editorId, page, toldUntil: new Date(toldUntil), comments: count }]
          : [];
      });
    },
    async setWatchTold(editorId, pageId, until) {
      await queries
        .updateTable('page_watch')
        .set({ told_until: until.getTime() })
        .where('editor_id', '=', editorId)
        .where('page_id', '=', pageId)
        .execute();
    },
  };
}
