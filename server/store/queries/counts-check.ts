import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import type { CountDifference, CountsCheck, SiteDay } from '../counts-check.ts';
import { differingKeys } from './count-differences.ts';
import {
  commentDifferences,
  daysWithComments,
  recountPageComments,
  recountSiteDay,
} from './comment-counts-check.ts';

/** The most differences that are told: more would help nobody. */
const mostTold = 1000;

/** Each table of counts with the columns that tell its rows apart. */
const pageDay = { table: 'page_day', key: ['site_id', 'page_id', 'day'] } as const;
const siteDayPage = { table: 'site_day_page', key: ['site_id', 'day', 'page_id'] } as const;
const siteDay = { table: 'site_day', key: ['site_id', 'day'] } as const;
const pageTotal = { table: 'page_total', key: ['site_id', 'page_id'] } as const;
const countTables = [pageDay, siteDayPage, siteDay, pageTotal];

type CountTable = (typeof countTables)[number];

const countNames = ['yes', 'no', 'partly', 'comments', 'left_out'];

/** What the responses come to, in the columns of a table of counts. */
const countedResponses = sql`
  sum(case when left_out = 0 and answer = 'yes' then 1 else 0 end) as yes,
  sum(case when left_out = 0 and answer = 'no' then 1 else 0 end) as no,
  sum(case when left_out = 0 and answer = 'partly' then 1 else 0 end) as partly,
  sum(case when left_out = 0 then commented else 0 end) as comments,
  sum(left_out) as left_out`;

/** Compares the counts with the responses, and counts them anew. */
export function createCountsCheck(connection: Connection): CountsCheck {
  const { engine, queries, writeTogether } = connection;

  async function differencesIn({ table, key }: CountTable): Promise<CountDifference[]> {
    const compared = {
      ...{ table, key, counts: countNames },
      counted: sql`select ${list(key)}, ${countedResponses} from response group by ${list(key)}`,
    };
    const told = sql`site_id as "siteId", ${table === 'site_day' ? sql`null` : sql`page_id`} as "pageId",
      ${table === 'page_total' ? sql`null` : sql`day`} as day`;
    const { rows } = await sql<Omit<CountDifference, 'table'>>`
      ${differingKeys(compared, told)} limit ${mostTold}`.execute(queries);
    return rows.map((row) => ({ table, ...row }));
  }

  return {
    async findCountDifferences() {
      const differences = [];
      for (const each of countTables) differences.push(...(await differencesIn(each)));
      differences.push(...(await commentDifferences(connection, mostTold)));
      return differences.slice(0, mostTold);
    },
    async listPageKeys() {
      return queries
        .selectFrom('page')
        .select(['site_id as siteId', 'id as pageId'])
        .orderBy('site_id')
        .orderBy('id')
        .execute();
    },
    async listSiteDays() {
      const { rows } = await sql<SiteDay>`
        select site_id as "siteId", day from site_day_page group by site_id, day
        union select site_id, day from site_day
        order by 1, 2`.execute(queries);
      const known = new Set(rows.map(({ siteId, day }) => `${siteId} ${day}`));
      const others = await daysWithComments(connection);
      return [...rows, ...others.filter(({ siteId, day }) => !known.has(`${siteId} ${day}`))];
    },
    async rebuildPageCounts({ siteId, pageId }) {
      const ofPage = sql`where site_id = ${siteId} and page_id = ${pageId}`;
      await replaceCounts([
        ...[pageDay, siteDayPage, pageTotal].flatMap(({ table, key }) => [
          sql`delete from ${sql.table(table)} ${ofPage}`,
          sql`insert into ${sql.table(table)} (${list(key)}, writer, ${list(countNames)})
              select ${list(key)}, 0, ${list(countNames)} from (
                select ${list(key)}, ${countedResponses} from response ${ofPage} group by ${list(key)}
              ) as counted`,
        ]),
        ...recountPageComments(pageId, siteId),
      ]);
    },
    async rebuildSiteDay({ siteId, day }) {
      const ofDay = sql`where site_id = ${siteId} and day = ${day}`;
      await replaceCounts([
        sql`delete from site_day ${ofDay}`,
        sql`insert into site_day (site_id, day, writer, ${list(countNames)})
            select site_id, day, 0, ${summedCounts} from site_day_page ${ofDay}
            group by site_id, day`,
        ...recountSiteDay(siteId, day),
      ]);
    },
  };

  function replaceCounts(statements: RawBuilder<unknown>[]) {
    // Several processes write to PostgreSQL: none may count between the two.
    const lock = sql`lock table page_day, site_day_page, site_day, page_total, page_comments,
      page_span_comments, site_day_comments in share row exclusive mode`;
    return writeTogether(
      [...(engine === 'postgres' ? [lock] : []), ...statements].map((statement) =>
        statement.compile(queries),
      ),
    );
  }
}

const summedCounts = sql.join(
  countNames.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`),
);

const list = (names: readonly string[]): RawBuilder<unknown> =>
  sql.join(names.map((name) => sql.ref(name)));
