import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { PageSummary, Slice } from '../store.ts';
import type { WorkFilter, WorkList, WorkPage, WorkSort } from '../work-list.ts';
import { createEditedPages } from './edited-pages.ts';
import { findLeadingPages } from './leading-pages.ts';
import { isOneOf } from './one-of.ts';
import { createRecentAnswers } from './recent-answers.ts';
import { ofPeriod, workOrder, workQuery } from './work-filter.ts';

const sums = (['yes', 'no', 'partly', 'comments'] as const).map((name) =>
  sql<number>`sum(${sql.ref(`page_day.${name}`)})`.as(name),
);

/** The work list: first which pages in which order, then what it tells of those. */
export function createWorkList(
  connection: Connection,
  readPages: (ids: number[]) => Promise<PageSummary[]>,
): WorkList {
  const { queries } = connection;
  const editedPages = createEditedPages(connection);

  /** The numbers of the pages in a part of the list. */
  async function choose(filter: WorkFilter, sort: WorkSort, slice: Slice, fromEnd = false) {
    const chosen = workQuery(connection, filter, sort)
      .orderBy(workOrder(sort, filter, fromEnd))
      .limit(slice.limit)
      .offset(slice.offset)
      .select('page.id');
    return (await chosen.execute()).map(({ id }) => id);
  }

  /** The first pages in an order, where they are known without the others; else null. */
  async function chooseLeading(filter: WorkFilter, sort: WorkSort, slice: Slice) {
    if (sort === 'new') return findLeadingPages(connection, filter, slice);
    return sort === 'attention' ? chooseNeedy(filter, slice) : null;
  }

  /** The first pages by attention, when so many need it: null when the list goes on behind them. */
  async function chooseNeedy(filter: WorkFilter, { limit, offset }: Slice) {
    if (offset + limit > mostNeedy) return null;
    const chosen = workQuery(connection, filter, 'attention', true)
      .orderBy(workOrder('attention', filter))
      .limit(limit)
      .offset(offset)
      .select('page.id');
    const ids = (await chosen.execute()).map(({ id }) => id);
    return ids.length < limit ? null : ids;
  }

  /**
   * The same from whichever end is nearer: to keep the first few is faster than to put all
   * pages in order.
   */
  async function chooseFar(filter: WorkFilter, sort: WorkSort, { limit, offset }: Slice) {
    const after = (await countPages(filter)) - offset;
    if (after <= 0) return [];
    if (after > offset) return choose(filter, sort, { limit, offset });
    const found = Math.min(limit, after);
    const ids = await choose(filter, sort, { limit: found, offset: after - found }, true);
    return ids.reverse();
  }

  async function countPages(filter: WorkFilter): Promise<number> {
    const { count } = await workQuery(connection, filter)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Numbers that are not among a page's own: those of a period, and what editors do. */
  async function readWork(ids: number[], from: string, { siteIds, period }: WorkFilter) {
    const counts = await queries
      .selectFrom('page_day')
      .where('site_id', 'in', siteIds)
      .where(isOneOf(connection, 'page_id', ids))
      .where('day', '>=', from)
      .groupBy('page_id')
      .select(['page_id', ...sums, sql<number>`sum(page_day.left_out)`.as('leftOut')])
      .execute();
    // One look at each page: PostgreSQL would go through all pages of a site in each table.
    const tasks = await queries
      .selectFrom('page')
      .leftJoin('page_work', (join) =>
        join
          .onRef('page_work.site_id', '=', 'page.site_id')
          .onRef('page_work.page_id', '=', 'page.id'),
      )
      .leftJoin('editor', 'editor.id', 'page_work.owner_id')
      .leftJoin('page_recent', (join) =>
        join
          .onRef('page_recent.site_id', '=', 'page.site_id')
          .onRef('page_recent.page_id', '=', 'page.id'),
      )
      .where(isOneOf(connection, 'page.id', ids))
      .select(['page.id as page_id', 'editor.id as ownerId', 'editor.name as ownerName'])
      .select(sql.ref<number | null>(`page_recent.need_${period}`).as('need'))
      .select((page) =>
        page
          .selectFrom('page_comments')
          .whereRef('page_comments.site_id', '=', 'page.site_id')
          .whereRef('page_comments.page_id', '=', 'page.id')
          .select(sql<number | null>`sum(waiting)`.as('waiting'))
          .as('waiting'),
      )
      .execute();
    return { counts: byPage(counts), tasks: byPage(tasks) };
  }

  return {
    ...createRecentAnswers(connection),
    ...editedPages,
    async listWork(filter, from, sort, slice) {
      if (filter.siteIds.length === 0) return [];
      const isFar = slice.offset > fewPages;
      const leading = await chooseLeading(filter, sort, slice);
      const ids = leading ?? (await (isFar ? chooseFar : choose)(filter, sort, slice));
      if (ids.length === 0) return [];
      const work = await readWork(ids, from, filter);
      const { sinceEdit } = filter;
      const edited = sinceEdit && (await editedPages.countSinceEdit(ids, sinceEdit.today));
      return (await readPages(ids)).map((page): WorkPage => {
        const { page_id: _page, ...counts } = work.counts.get(page.id) ?? noCounts;
        const task = work.tasks.get(page.id);
        const { ownerId: id = null, ownerName: name = null } = task ?? {};
        return {
          ...page,
          counts,
          waiting: Math.max(0, task?.waiting ?? 0),
          needsAttention: (task?.need ?? 0) > 0,
          owner: id === null || name === null ? null : { id, name },
          ...edited?.get(page.id),
        };
      });
    },
    async countWork(filter) {
      return filter.siteIds.length === 0 ? 0 : countPages(filter);
    },
    async sumWork(filter) {
      if (filter.siteIds.length === 0) return { waiting: 0, waitingPages: 0, attention: 0 };
      const need = ofPeriod('need', filter);
      const row = await workQuery(connection, filter, 'new')
        .select([
          sql<number>`coalesce(sum(case when waits.waiting > 0 then waits.waiting end), 0)`.as(
            'waiting',
          ),
          sql<number>`count(case when waits.waiting > 0 then 1 end)`.as('waitingPages'),
          sql<number>`count(case when ${need} > 0 then 1 end)`.as('attention'),
        ])
        .executeTakeFirstOrThrow();
      return row;
    },
    async listPageLanguages(siteIds) {
      const rows = await queries
        .selectFrom('page')
        .where('site_id', 'in', siteIds)
        .where('merged_into', 'is', null)
        .select('language')
        .distinct()
        .execute();
      return rows.flatMap(({ language }) => language ?? []).sort();
    },
  };
}

/** So many pages are put in order from the beginning. */
const fewPages = 2000;

/** Further down, fewer and fewer sites have pages that need attention. */
const mostNeedy = 400;

const noCounts = { page_id: 0, yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0 };

const byPage = <Row extends { page_id: number }>(rows: Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.page_id, row]));
