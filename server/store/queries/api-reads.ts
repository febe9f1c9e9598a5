import { sql } from 'kysely';
import type { ApiReads, DayRange, PageCounts, PageFilter } from '../api-reads.ts';
import type { Connection } from '../connection.ts';
import type { DailyCount } from '../store.ts';
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
  const { queries, engine } = connection;
  // The embedded database does not see by itself how few rows that index has.
  const fewDays = sql.raw(engine === 'sqlite' ? 'indexed by site_day_page_uncounted' : '');
  const pageColumns = [
    'page.id',
    'page.address',
    'page.title',
    'page.language',
    'page.last_received as lastReceived',
  ] as const;

  /**
   * Pages with answers in the period, by one look into the index for each.
   * @param all whether all pages are wanted, not only the first ones: then those of the
   *   period's last days, which lie together on the disk, are found together
   */
  function pagesInPeriod(filter: PageFilter, all: boolean) {
    const { siteId, fromDay, toDay, moments, sections, scoredOnly = false } = filter;
    const lastDays = all ? startOfLastDays(fromDay, toDay) : null;
    const isAnswered = scoredOnly
      ? sql<boolean>`yes + "no" + partly > 0`
      : sql<boolean>`yes + "no" + partly + left_out > 0`;
    // Pages with a day of the period on which no answer counts: only they may have none at all.
    const uncounted = sql`(select page_id from site_day_page ${fewDays} where site_id = ${siteId}
      and day >= ${fromDay} and day <= ${toDay} and yes + "no" + partly <= 0)`;
    const hasCounted = sql<boolean>`(select sum(yes + "no" + partly) from page_day
      where page_day.site_id = ${siteId} and page_day.page_id = page.id
        and day >= ${fromDay} and day <= ${toDay}) > 0`;
    const pages = queries
      .selectFrom('page')
      .where('page.site_id', '=', siteId)
      .where('page.last_received', '>=', moments?.from.getTime() ?? 0)
      .where((where) => {
        const inLastDays = where
          .selectFrom('site_day_page')
          .where('site_id', '=', siteId)
          .where('day', '>=', lastDays ?? '')
          .where('day', '<=', toDay)
          .where(isAnswered)
          .select('page_id');
        const onDays = where
          .selectFrom('page_day')
          .whereRef('page_day.page_id', '=', 'page.id')
          .where('page_day.site_id', '=', siteId)
          .where('day', '>=', fromDay)
          .where('day', lastDays === null ? '<=' : '<', lastDays ?? toDay)
          .where(isAnswered)
          .select('page_id');
        const looked = [
          ...(lastDays === null ? [] : [where('page.id', 'in', inLastDays)]),
          ...(lastDays === fromDay ? [] : [where.exists(onDays)]),
        ];
        if (!moments) return where.or(looked);
        // Most pages have their last answer in the period: no need to look for others.
        const lastInPeriod = where.and([
          where('page.last_received', '<', moments.before.getTime()),
          where('page.merged_into', 'is', null),
        ]);
        const counted = scoredOnly
          ? where.and([
              lastInPeriod,
              where.or([sql<boolean>`page.id not in ${uncounted}`, hasCounted]),
            ])
          : lastInPeriod;
        return where.or([counted, where.and([where.not(lastInPeriod), where.or(looked)])]);
      });
    if (!sections) return pages;
    return pages.where((where) =>
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
      const chosen = pagesInPeriod(filter, offset > fewPages)
        .where('page.id', '>', afterPage)
        .orderBy('page.id')
        .limit(limit)
        .offset(offset)
        .select([...pageColumns])
        .as('chosen');
      const rows = await queries
        .selectFrom(chosen)
        .innerJoin('page_day', (join) =>
          join
            .onRef('page_day.page_id', '=', 'chosen.id')
            .on('page_day.site_id', '=', siteId)
            .on('page_day.day', '>=', fromDay)
            .on('page_day.day', '<=', toDay),
        )
        .select(['chosen.id', 'address', 'title', 'language', 'lastReceived'])
        .select(sums)
        .groupBy(['chosen.id', 'address', 'title', 'language', 'lastReceived'])
        .orderBy('chosen.id')
        .execute();
      return rows.map(readPageRow);
    },
    async countPagesInPeriod(filter) {
      const { total } = await pagesInPeriod(filter, true)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },
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

/** How many days at the end of a period are looked through together. */
const lastDaysCount = 14;

/** The first of a period's last days. */
function startOfLastDays(fromDay: string, toDay: string): string {
  const start = Date.parse(toDay) - (lastDaysCount - 1) * 24 * 60 * 60 * 1000;
  const day = new Date(start).toISOString().slice(0, 10);
  return day > fromDay ? day : fromDay;
}
