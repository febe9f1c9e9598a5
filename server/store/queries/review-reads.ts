import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { PageSummary, Store } from '../store.ts';

type ReviewReads = Pick<
  Store,
  'listPages' | 'countPages' | 'findPage' | 'listDailyCounts' | 'listComments'
>;

/** The queries behind the editors' pages. */
export function createReviewReads({ queries }: Connection): ReviewReads {
  const pages = () =>
    queries
      .selectFrom('page')
      .select(['page.id', 'site_id as siteId', 'address', 'title', 'language'])
      .select(['last_received as lastReceived'])
      .select((eb) => {
        const total = (column: 'yes' | 'no' | 'partly' | 'comments' | 'left_out') =>
          eb
            .selectFrom('page_day')
            .whereRef('page_day.page_id', '=', 'page.id')
            .select(sql<number>`coalesce(sum(${sql.ref(column)}), 0)`.as('total'));
        return [
          total('yes').as('yes'),
          total('no').as('no'),
          total('partly').as('partly'),
          total('comments').as('comments'),
          total('left_out').as('leftOut'),
        ];
      });

  const comments = (pageId: number) =>
    queries
      .selectFrom('comment')
      .innerJoin('response', 'response.id', 'comment.response_id')
      .where('comment.page_id', '=', pageId)
      .select(['comment.response_id as id', 'response.answer', 'comment.text', 'comment.received'])
      .orderBy('comment.received', 'desc')
      .orderBy('comment.response_id', 'desc');

  const findComments: Store['listComments'] = async (pageId, { limit, offset }) => {
    const rows = await comments(pageId).limit(limit).offset(offset).execute();
    return rows.map((row) => ({ ...row, received: new Date(row.received) }));
  };

  type PageRow = Awaited<ReturnType<ReturnType<typeof pages>['executeTakeFirstOrThrow']>>;
  async function summarise(row: PageRow): Promise<PageSummary> {
    const [latestComment] = await findComments(row.id, { limit: 1, offset: 0 });
    return {
      ...row,
      yes: row.yes ?? 0,
      no: row.no ?? 0,
      partly: row.partly ?? 0,
      comments: row.comments ?? 0,
      leftOut: row.leftOut ?? 0,
      lastReceived: new Date(row.lastReceived),
      latestComment: latestComment ?? null,
    };
  }

  return {
    async listPages(siteIds, { limit, offset }) {
      const rows = await pages()
        .where('site_id', 'in', siteIds)
        .orderBy('last_received', 'desc')
        .orderBy('page.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return Promise.all(rows.map(summarise));
    },
    async countPages(siteIds) {
      const row = await queries
        .selectFrom('page')
        .where('site_id', 'in', siteIds)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async findPage(pageId) {
      const row = await pages().where('page.id', '=', pageId).executeTakeFirst();
      return row ? summarise(row) : null;
    },
    listDailyCounts: (pageId, fromDay, toDay) =>
      queries
        .selectFrom('page_day')
        .where('page_id', '=', pageId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .select('day')
        .select(({ fn }) => [
          fn.sum<number>('yes').as('yes'),
          fn.sum<number>('no').as('no'),
          fn.sum<number>('partly').as('partly'),
          fn.sum<number>('comments').as('comments'),
          fn.sum<number>('left_out').as('leftOut'),
        ])
        .groupBy('day')
        .orderBy('day')
        .execute(),
    listComments: findComments,
  };
}
