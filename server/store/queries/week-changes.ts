import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { WeekChange, WeekChanges } from '../week-changes.ts';

/** How many pages' earlier days are read at once. */
const chunk = 200;

const total = sql<number>`sum(yes + "no" + partly)`;

/** A week of a site, from its days; then the weeks before, of those pages only. */
export function createWeekChanges({ queries }: Connection): WeekChanges {
  return {
    async listWeekChanges({ siteId, week, since, least }) {
      const weeks = await queries
        .selectFrom('site_day_page')
        .where('site_id', '=', siteId)
        .where('day', '>=', week.from)
        .where('day', '<=', week.to)
        .groupBy('page_id')
        .having(total, '>=', least)
        .orderBy('page_id')
        .select(['page_id', sql<number>`sum(yes)`.as('yes'), total.as('total')])
        .execute();
      const changes: WeekChange[] = [];
      for (let first = 0; first < weeks.length; first += chunk) {
        const part = weeks.slice(first, first + chunk);
        // Summed by the number alone, in the order of the table, and the pages looked up after.
        const sums = queries
          .selectFrom('page_day')
          .where('site_id', '=', siteId)
          .where(
            'page_id',
            'in',
            part.map((row) => row.page_id),
          )
          .where('day', '>=', since)
          .where('day', '<', week.from)
          .groupBy('page_id')
          .select(['page_id', sql<number>`sum(yes)`.as('yes'), total.as('total')])
          .as('sums');
        const rows = await queries
          .selectFrom(sums)
          .innerJoin('page', 'page.id', 'sums.page_id')
          .where('page.site_id', '=', siteId)
          .select(['page.id', 'page.title', 'page.address', 'page.language'])
          .select(['sums.yes', 'sums.total'])
          .execute();
        const before = new Map(rows.map((row) => [row.id, row]));
        for (const { page_id, ...answers } of part) {
          const row = before.get(page_id);
          if (!row) continue;
          const { yes, total: all, ...page } = row;
          changes.push({
            page: { ...page, siteId },
            week: answers,
            before: { yes, total: all },
          });
        }
      }
      return changes;
    },
  };
}
