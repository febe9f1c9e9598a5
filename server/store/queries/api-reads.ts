import { sql } from 'kysely';
import type { ApiReads, DayRange, PageCounts } from '../api-reads.ts';
import type { Connection } from '../connection.ts';
import type { DailyCount } from '../store.ts';
import { isOneOf } from './one-of.ts';
import { allPagesInPeriod, countAllInPeriod, pagesInPeriod } from './pages-in-period.ts';
import { findPlace } from './stored-comments.ts';

const sums = [
  sql<number>`coalesce(sum(yes), 0)`.as('yes'),
  sql<number>`coalesce(sum("no"), 0)`.as('no'),
  sql<number>`coalesce(sum(partly), 0)`.as('partly'),
  sql<number>`coalesce(sum(comments), 0)`.as('comments'),
  sql<number>`coalesce(sum(left_out), 0)`.as('leftOut'),
];

/** The queries behind the API's read side. Counts are summed over the writers. */
export function createApiReads(connection: Connection): ApiReads {
  const { queries } = connection;
  const pageColumns = [
    'page.id',
    'page.address',
    'page.title',
    'page.language',
    'page.last_received as lastReceived',
  ] as const;

  const days = (table: 'page_day' | 'site_day', { fromDay, toDay }: DayRange) =>
    queries
      .selectFrom(table)
      .where('day', '>=', fromDay)
      .where('day', '<=', toDay)
      .groupBy('day')
      .orderBy('day')
      .select(['day', ...sums]);

  return {
    async readPageCounts(filter, { limit, offset }, afterPage = 0) {
      const { siteId, fromDay, toDay } = filter;
      const found =
        offset > fewPages
          ? (await allPagesInPeriod(connection, filter)).pages
          : pagesInPeriod(connection, filter);
      const pages = await found
        .where('page.id', '>', afterPage)
        .orderBy('page.id')
        .limit(limit)
        .offset(offset)
        .select([...pageColumns])
        .execute();
      if (pages.length === 0) return [];
      const ids = pages.map(({ id }) => id);
      const counts = await queries
        .selectFrom('page_day')
        .where('site_id', '=', siteId)
        .where(isOneOf(connection, 'page_id', ids))
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .groupBy('page_id')
        .select(['page_id', ...sums])
        .execute();
      const countsOf = new Map(counts.map(({ page_id, ...each }) => [page_id, each]));
      return pages.flatMap((page) => {
        const counted = countsOf.get(page.id);
        return counted ? [readPageRow({ ...page, ...counted })] : [];
      });
    },
    countPagesInPeriod: (filter) => countAllInPeriod(connection, filter),
    async readPage(siteId, pageId, { fromDay, toDay }) {
      const page = await queries
        .selectFrom('page')
        .where('page.id', '=', pageId)
        .where('page.site_id', '=', siteId)
        .select([...pageColumns])
        .executeTakeFirst();
      if (!page) return null;
      const counts = await queries
        .selectFrom('page_day')
        .where('site_id', '=', siteId)
        .where('page_id', '=', pageId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .select(sums)
        .executeTakeFirstOrThrow();
      return readPageRow({ ...page, ...counts });
    },
    async readPageDays(siteId, pageId, range) {
      const rows = await days('page_day', range)
        .where('site_id', '=', siteId)
        .where('page_id', '=', pageId)
        .execute();
      return rows.filter(hasAnswers);
    },
    async readSiteDays(siteId, range) {
      const rows = await days('site_day', range).where('site_id', '=', siteId).execute();
      return rows.filter(hasAnswers);
    },
    async readComments(filter, { limit, offset }) {
      const { siteId, pageId, from, before } = filter;
      const place = await findPlace(connection, filter, offset);
      const inPeriod = queries
        .selectFrom('comment')
        .where('comment.site_id', '=', siteId)
        .where('comment.received', '>=', from.getTime())
        .where('comment.received', '<', (place.before ?? before).getTime());
      // The index alone finds the part; only its comments are read and joined.
      const chosen = (
        pageId === undefined ? inPeriod : inPeriod.where('comment.page_id', '=', pageId)
      )
        .select('comment.response_id')
        .orderBy('comment.received', 'desc')
        .orderBy('comment.response_id', 'desc')
        .limit(limit)
        .offset(place.offset)
        .as('chosen');
      const rows = await queries
        .selectFrom(chosen)
        .innerJoin('comment', 'comment.response_id', 'chosen.response_id')
        .innerJoin('response', 'response.id', 'chosen.response_id')
        .innerJoin('page', 'page.id', 'comment.page_id')
        .where('comment.site_id', '=', filter.siteId)
        .where('response.site_id', '=', filter.siteId)
        .where('page.site_id', '=', filter.siteId)
        .select(['comment.response_id as id', 'comment.page_id as pageId', 'page.address'])
        .select(['comment.text', 'comment.received', 'response.answer', 'response.rating'])
        .select('response.left_out as leftOut')
        .orderBy('comment.received', 'desc')
        .orderBy('comment.response_id', 'desc')
        .execute();
      return {
        rows: rows.map((row) => ({
          ...row,
          received: new Date(row.received),
          leftOut: row.leftOut === 1,
        })),
        total: place.total,
      };
    },
  };
}

const readPageRow = (
  row: Omit<PageCounts, 'lastReceived'> & { lastReceived: number },
): PageCounts => ({ ...row, lastReceived: new Date(row.lastReceived) });

/** An amended answer can leave a day with nothing in it. */
const hasAnswers = ({ yes, no, partly, leftOut }: DailyCount) => yes + no + partly + leftOut > 0;

/** Up to so many pages are passed over one by one. */
const fewPages = 1000;
