import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Slice } from '../store.ts';
import type { WorkFilter } from '../work-list.ts';
import { isEdited } from './edited-pages.ts';
import { isOneOf } from './one-of.ts';
import { ofPeriod } from './work-filter.ts';

/** With more pages than these the whole list is put in order. */
const mostLeading = 400;

/**
 * The first pages of the work list by new comments, when nothing is chosen but sites: only
 * those with as many new comments as they have are read, not all.
 * @returns null when that does not tell, and the whole list must be put in order
 */
export async function findLeadingPages(
  connection: Connection,
  filter: WorkFilter,
  { limit, offset }: Slice,
): Promise<number[] | null> {
  const { engine, queries } = connection;
  const { siteIds, sinceEdit, period: _period, onlyWaiting: _all, ...chosen } = filter;
  const wanted = offset + limit;
  if (wanted > mostLeading || Object.keys(chosen).length > 0) return null;
  const { rows: leading } = await sql<{ page_id: number; waiting: number }>`
    with waits as materialized (
      select page_id, sum(waiting) as waiting from page_comments
      where site_id in (${sql.join(siteIds)}) and waiting <> 0 group by page_id
    )
    select page_id, waiting from waits
    where waiting > 0
      and waiting >= (select waiting from waits order by waiting desc limit 1 offset ${wanted - 1})
    limit ${mostLeading + 1}`.execute(queries);
  if (leading.length < wanted || leading.length > mostLeading) return null;
  const waiting = new Map(leading.map((row) => [row.page_id, row.waiting]));
  const pages = await queries
    .selectFrom('page')
    .$if(sinceEdit === undefined, (query) =>
      query.leftJoin('page_recent', (join) =>
        join
          .onRef('page_recent.site_id', '=', 'page.site_id')
          .onRef('page_recent.page_id', '=', 'page.id'),
      ),
    )
    .$if(sinceEdit !== undefined, (query) =>
      query.leftJoin('page_since_edit', (join) =>
        join
          .onRef('page_since_edit.site_id', '=', 'page.site_id')
          .onRef('page_since_edit.page_id', '=', 'page.id'),
      ),
    )
    .where('page.site_id', 'in', siteIds)
    .where(isOneOf(connection, 'page.id', [...waiting.keys()]))
    .where('page.merged_into', 'is', null)
    .select(['page.id', 'page.last_received as newest'])
    .where((page) => (sinceEdit ? isEdited(page, engine, sinceEdit.today) : page.and([])))
    .select(ofPeriod('need', filter).as('need'))
    .execute();
  // Merged pages are none, nor are others that are left out: then there are others behind them.
  if (pages.length < wanted) return null;
  const waitingOn = ({ id }: { id: number }) => waiting.get(id) ?? 0;
  return pages
    .sort(
      (one, other) =>
        waitingOn(other) - waitingOn(one) ||
        other.need - one.need ||
        other.newest - one.newest ||
        other.id - one.id,
    )
    .slice(offset, wanted)
    .map(({ id }) => id);
}
