import { sql, type ExpressionBuilder } from 'kysely';
import type { PageFilter } from '../api-reads.ts';
import type { Connection } from '../connection.ts';
import type { Tables } from '../tables.ts';

type OfPage = ExpressionBuilder<Tables, 'page'>;

/** How many days at the end of a period are looked through together, at least. */
const leastLastDays = 14;

/** More days are looked through together until they have so many answers. */
const answersOfLastDays = 40_000;

/**
 * How long after its last day began in Greenwich a page had its last answer at the latest, in
 * seconds: days end a day later, in some zones half a day more. Amendments move neither.
 */
const latestOfDay = sql.lit(2 * 24 * 60 * 60);

/** Pages with answers in the period, most of them known by their last answer. */
export const pagesInPeriod = (connection: Connection, filter: PageFilter) =>
  pagesSince(connection, filter, null);

/**
 * The same when all pages are wanted, not only the first ones: those of the period's last
 * days, which lie together on the disk, are then found together.
 */
export async function allPagesInPeriod(connection: Connection, filter: PageFilter) {
  const lastDays = await startOfLastDays(connection, filter);
  return { pages: pagesSince(connection, filter, lastDays) };
}

/** How many pages have answers in the period. */
export async function countAllInPeriod(
  connection: Connection,
  filter: PageFilter,
): Promise<number> {
  const lastDays = await startOfLastDays(connection, filter);
  const count = async (pages: ReturnType<typeof pagesSince>) =>
    (await pages.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow())
      .total;
  const { moments, scoredOnly, sections } = filter;
  const takesAway = scoredOnly && moments && !sections && connection.engine === 'sqlite';
  const total = await count(pagesSince(connection, filter, lastDays, takesAway));
  if (!takesAway) return total;
  // To take away the few that do not count is faster than to ask of each whether it does.
  const known = connection.queries
    .selectFrom('page')
    .where('last_received', '>=', moments.from.getTime())
    .where('last_received', '<', moments.before.getTime())
    .where('merged_into', 'is', null)
    .where(sql<boolean>`page.id in ${uncountedPages(filter)}`);
  return total - (await count(known));
}

/** @param tellsUncounted whether those whose last answers do not count are among them */
function pagesSince(
  { queries, engine }: Connection,
  filter: PageFilter,
  lastDays: string | null,
  tellsUncounted = false,
) {
  const { siteId, fromDay, toDay, moments, sections, scoredOnly = false } = filter;
  const answers = scoredOnly ? sql`yes + "no" + partly` : sql`yes + "no" + partly + left_out`;
  const isAnswered = sql<boolean>`${answers} > 0`;
  // Of several that write, one may have taken away what another has counted.
  const hasWriters = engine === 'postgres';
  const sumIsAnswered = sql<boolean>`sum(${answers}) > 0`;

  /** By one look into the index for each page; those of the last days together. */
  const isLookedUp = (page: OfPage) => {
    const inLastDays = page
      .selectFrom('site_day_page')
      .where('site_id', '=', siteId)
      .where('day', '>=', lastDays ?? '')
      .where('day', '<=', toDay)
      .$if(!hasWriters, (days) => days.where(isAnswered))
      .$if(hasWriters, (days) => days.groupBy('page_id').having(sumIsAnswered))
      .select('page_id');
    const onDays = page
      .selectFrom('page_day')
      .whereRef('page_day.page_id', '=', 'page.id')
      .where('page_day.site_id', '=', siteId)
      .where('day', '>=', fromDay)
      .where('day', lastDays === null ? '<=' : '<', lastDays ?? toDay);
    const onSummedDays = page.exists(onDays.groupBy('day').having(sumIsAnswered).select('day'));
    const onAnyDay = onDays
      .where(isAnswered)
      .select(sql<boolean>`true`.as('found'))
      .limit(1);
    const isOnDays = () => {
      if (!hasWriters) return page.exists(onDays.where(isAnswered).select('page_id'));
      if (scoredOnly) return onSummedDays;
      // Answers are taken away only from a page that was merged into another: on the others one
      // count tells it, in less time than a sum.
      return sql<boolean>`case when ${page('page.merged_into', 'is', null)}
        then coalesce((${onAnyDay}), false) else ${onSummedDays} end`;
    };
    return page.or([
      ...(lastDays === null ? [] : [page('page.id', 'in', inLastDays)]),
      ...(lastDays === fromDay ? [] : [isOnDays()]),
    ]);
  };

  const pages = queries
    .selectFrom('page')
    .where('page.site_id', '=', siteId)
    .where('page.last_received', '>=', moments?.from.getTime() ?? 0)
    .where((page) => {
      // Only the embedded database has the index of days on which nothing counts.
      if (!moments || (scoredOnly && hasWriters)) return isLookedUp(page);
      // Most pages have their last answer in the period: no need to look for others.
      const lastInPeriod = page.and([
        page('page.last_received', '<', moments.before.getTime()),
        page('page.merged_into', 'is', null),
      ]);
      const known =
        scoredOnly && !tellsUncounted
          ? page.and([lastInPeriod, sql<boolean>`page.id not in ${uncountedPages(filter)}`])
          : lastInPeriod;
      return page.or([known, page.and([page.not(lastInPeriod), isLookedUp(page)])]);
    });
  if (!sections) return pages;
  return pages.where((page) =>
    page.or(
      sections.flatMap((section) => {
        // Compared as text: a pattern would read % and _ in an address as something else.
        const start = sql<string>`substr(page.address, 1, ${section.length + 1})`;
        return [
          page('page.address', '=', section),
          page(start, 'in', [`${section}/`, `${section}?`]),
        ];
      }),
    ),
  );
}

/**
 * Pages whose last answer lies in the period, but none of the period counts. A page whose
 * last day has an answer that counts is none of them: so only those are looked up that have
 * a day without any about when they had their last answer. For the embedded database.
 *
 * Days long before the earliest of all last answers are none of these: with many answers, most.
 */
const uncountedPages = ({ siteId, fromDay, toDay, moments }: PageFilter) => sql`(
  select page_of_day.id
  from site_day_page as days indexed by site_day_page_uncounted
  cross join page as page_of_day on page_of_day.id = days.page_id
  where days.site_id = ${siteId} and days.day <= ${toDay}
    and days.day >= max(${fromDay}, (
      select date(min(last_received) / 1000 - ${latestOfDay}, 'unixepoch')
      from page where site_id = ${siteId} and last_received >= ${moments?.from.getTime() ?? 0}))
    and days.yes + days.no + days.partly <= 0
    and page_of_day.last_received / 1000
      < unixepoch(days.day) + ${latestOfDay}
    and not exists (
      select 1 from page_day where page_day.page_id = page_of_day.id
        and day >= ${fromDay} and day <= ${toDay} and yes + no + partly > 0))`;

/** The first of a period's last days. */
async function startOfLastDays(
  { queries }: Connection,
  { siteId, fromDay, toDay }: PageFilter,
): Promise<string> {
  const start = Date.parse(toDay) - (leastLastDays - 1) * 24 * 60 * 60 * 1000;
  const latest = new Date(start).toISOString().slice(0, 10);
  if (latest <= fromDay) return fromDay;
  const days = await queries
    .selectFrom('site_day')
    .where('site_id', '=', siteId)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .groupBy('day')
    .orderBy('day', 'desc')
    .select(['day', sql<number>`sum(yes + "no" + partly + left_out)`.as('answers')])
    .execute();
  let answers = 0;
  const full = days.find((each) => (answers += each.answers) > answersOfLastDays);
  if (!full) return fromDay;
  return full.day < latest ? full.day : latest;
}
