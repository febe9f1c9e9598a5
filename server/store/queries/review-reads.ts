import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { pageLink } from '../page-link.ts';
import { readSettings } from '../site-settings.ts';
import type { Comment, PageSummary, Store } from '../store.ts';
import { isOneOf } from './one-of.ts';
import { countOfPage, findPlace } from './stored-comments.ts';

type ReviewReads = Pick<
  Store,
  'listPages' | 'countPages' | 'findPage' | 'listDailyCounts' | 'listComments' | 'countComments'
> & {
  /** Pages by number, in the order of the numbers. */
  readPages: (ids: number[]) => Promise<PageSummary[]>;
};

const sums = [
  sql<number>`coalesce(sum(yes), 0)`.as('yes'),
  sql<number>`coalesce(sum("no"), 0)`.as('no'),
  sql<number>`coalesce(sum(partly), 0)`.as('partly'),
  sql<number>`coalesce(sum(comments), 0)`.as('comments'),
  sql<number>`coalesce(sum(left_out), 0)`.as('leftOut'),
];

/**
 * The queries behind the editors' pages. What a list shows is chosen by an index first, and
 * only what is chosen is read: none costs more because there are more responses.
 */
export function createReviewReads(connection: Connection): ReviewReads {
  const { queries } = connection;

  /** Pages by number, with their counts of all days. */
  async function readPages(ids: number[]): Promise<PageSummary[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('page')
      .leftJoin('page_total', (join) =>
        join
          .onRef('page_total.site_id', '=', 'page.site_id')
          .onRef('page_total.page_id', '=', 'page.id'),
      )
      .where(isOneOf(connection, 'page.id', ids))
      .select(['page.id', 'page.site_id as siteId', 'address', 'title', 'language'])
      .select(['last_received as lastReceived', ...sums])
      .select((page) =>
        page
          .selectFrom('site')
          .whereRef('site.id', '=', 'page.site_id')
          .select('site.settings')
          .as('settings'),
      )
      .select((page) =>
        page
          .selectFrom('comment')
          .whereRef('comment.site_id', '=', 'page.site_id')
          .whereRef('comment.page_id', '=', 'page.id')
          .orderBy('comment.received', 'desc')
          .orderBy('comment.response_id', 'desc')
          .limit(1)
          .select('comment.response_id')
          .as('newest'),
      )
      .groupBy(['page.id', 'page.site_id', 'address', 'title', 'language', 'last_received'])
      .execute();
    const newest = rows.flatMap((row) => row.newest ?? []);
    const comments = new Map((await readComments(newest)).map((comment) => [comment.id, comment]));
    const pages = new Map(
      rows.map(({ newest: commentId, settings, ...row }) => {
        const latestComment = comments.get(commentId ?? 0) ?? null;
        const endsWithSlash = settings !== null && readSettings(settings).endsWithSlash;
        const link = pageLink(row.address, endsWithSlash);
        return [row.id, { ...row, link, lastReceived: new Date(row.lastReceived), latestComment }];
      }),
    );
    return ids.flatMap((id) => pages.get(id) ?? []);
  }

  /** Comments by number, newest first. */
  async function readComments(ids: number[]): Promise<Comment[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('comment')
      .innerJoin('response', (join) =>
        join
          .onRef('response.site_id', '=', 'comment.site_id')
          .onRef('response.id', '=', 'comment.response_id'),
      )
      .where(isOneOf(connection, 'comment.response_id', ids))
      .select(['comment.response_id as id', 'response.answer', 'comment.text', 'comment.received'])
      .select(['response.left_out as leftOut', 'response.suspicion'])
      .orderBy('comment.received', 'desc')
      .orderBy('comment.response_id', 'desc')
      .execute();
    return rows.map((row) => ({
      ...row,
      received: new Date(row.received),
      leftOut: row.leftOut === 1,
    }));
  }

  return {
    readPages,
    async listPages(siteIds, { limit, offset }) {
      const [first, ...others] = siteIds.map((siteId) =>
        // Each site's newest are at the end of its part of the index.
        queries
          .selectFrom((from) =>
            from
              .selectFrom('page')
              .where('site_id', '=', siteId)
              .where('merged_into', 'is', null)
              .orderBy('last_received', 'desc')
              .orderBy('id', 'desc')
              .limit(limit + offset)
              .select(['id', 'last_received'])
              .as('newest'),
          )
          .select(['id', 'last_received']),
      );
      if (!first) return [];
      const chosen = await others
        .reduce((all, each) => all.unionAll(each), first)
        .orderBy('last_received', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return readPages(chosen.map(({ id }) => id));
    },
    async countPages(siteIds) {
      const row = await queries
        .selectFrom('page')
        .where('site_id', 'in', siteIds)
        .where('merged_into', 'is', null)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async findPage(pageId) {
      const [page] = await readPages([pageId]);
      return page ?? null;
    },
    listDailyCounts: (pageId, fromDay, toDay) =>
      queries
        .selectFrom('page_day')
        .where('page_id', '=', pageId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .select(['day', ...sums])
        .groupBy('day')
        .orderBy('day')
        .execute(),
    countComments: (pageId) => countOfPage(connection, pageId),
    async listComments(pageId, { limit, offset }) {
      const page = await queries
        .selectFrom('page')
        .where('id', '=', pageId)
        .select('site_id as siteId')
        .executeTakeFirst();
      if (!page) return [];
      const place = await findPlace(connection, { ...page, pageId }, offset);
      const all = queries
        .selectFrom('comment')
        .where('site_id', '=', page.siteId)
        .where('page_id', '=', pageId);
      const { before } = place;
      const chosen = await (before ? all.where('received', '<', before.getTime()) : all)
        .orderBy('received', 'desc')
        .orderBy('response_id', 'desc')
        .limit(limit)
        .offset(place.offset)
        .select('response_id as id')
        .execute();
      return readComments(chosen.map(({ id }) => id));
    },
  };
}
