import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { workPeriods, type WorkList, type WorkPeriod } from '../work-list.ts';
import { needOf } from './attention.ts';
import { isOneOf } from './one-of.ts';

type RecentAnswers = Pick<WorkList, 'listPageIdsAfter' | 'listPageIdsSince' | 'refreshRecent'>;

/** Keeps by what the work list is ordered: made from the daily counts, some pages at a time. */
export function createRecentAnswers(connection: Connection): RecentAnswers {
  const { queries } = connection;
  const answersOf = (period: WorkPeriod) => sql.ref<number>(`sums.answers_${period}`);
  const noOf = (period: WorkPeriod) => sql.ref<number>(`sums.no_${period}`);

  return {
    async listPageIdsAfter(pageId, limit) {
      const found = queries.selectFrom('page').where('id', '>', pageId).orderBy('id').limit(limit);
      return (await found.select('id').execute()).map(({ id }) => id);
    },
    async listPageIdsSince(siteId, since, limit) {
      const rows = await queries
        .selectFrom('page')
        .where('site_id', '=', siteId)
        .where('last_received', '>=', since.getTime())
        .orderBy('last_received', 'desc')
        .limit(limit)
        .select('id')
        .execute();
      return rows.map(({ id }) => id);
    },
    async refreshRecent(pageIds, from) {
      if (pageIds.length === 0) return;
      const longest = from[90];
      const sumSince = (period: WorkPeriod, count: ReturnType<typeof sql<number>>) =>
        sql<number>`coalesce(sum(case when day >= ${from[period]} then ${count} else 0 end), 0)`;
      const sums = queries
        .selectFrom('page')
        .leftJoin('page_day', (join) =>
          join
            .onRef('page_day.site_id', '=', 'page.site_id')
            .onRef('page_day.page_id', '=', 'page.id')
            .on('page_day.day', '>=', longest),
        )
        .where(isOneOf(connection, 'page.id', pageIds))
        .groupBy(['page.site_id', 'page.id'])
        // Two processes that do the same wait for each other in the same order.
        .orderBy('page.id')
        .select(['page.site_id', 'page.id'])
        .select(
          workPeriods.flatMap((period) => [
            sumSince(period, sql`yes + "no" + partly`).as(`answers_${period}`),
            sumSince(period, sql`"no"`).as(`no_${period}`),
          ]),
        );
      const columns = workPeriods.flatMap(
        (period) => [`answers_${period}`, `need_${period}`] as const,
      );
      await queries
        .insertInto('page_recent')
        .columns(['site_id', 'page_id', ...columns])
        .expression(
          queries
            .selectFrom(sums.as('sums'))
            // The database must not take what follows for a condition of a join.
            .where(sql<boolean>`1 = 1`)
            .select(['sums.site_id', 'sums.id'])
            .select(
              workPeriods.flatMap((period) => [
                answersOf(period).as(`answers_${period}`),
                needOf(answersOf(period), noOf(period)).as(`need_${period}`),
              ]),
            ),
        )
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'page_id']).doUpdateSet((row) => ({
            answers_7: row.ref('excluded.answers_7'),
            answers_30: row.ref('excluded.answers_30'),
            answers_90: row.ref('excluded.answers_90'),
            need_7: row.ref('excluded.need_7'),
            need_30: row.ref('excluded.need_30'),
            need_90: row.ref('excluded.need_90'),
          })),
        )
        .execute();
    },
  };
}
