import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { PageSummary, Slice } from '../store.ts';
import type { WorkFilter, WorkList, WorkPage, WorkSort } from '../work-list.ts';
import { createEditedPages } from './edited-pages.ts';
import { findLeadingPages } from './leading-pages.ts';
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
  async function choose(filter: WorkFilter, sort: WorkSort, { limit, offset }: Slice) {
    const chosen = workQuery(connection, filter, sort)
      .orderBy(workOrder(sort, filter))
      .limit(limit)
      .offset(offset)
      .select('page.id');
    return (await chosen.execute()).map(({ id }) => id);
  }

  /** Numbers that are not among a page's own: those of a period, and what editors do. */
  async function readWork(ids: number[], from: string, { siteIds, period }: WorkFilter) {
    const counts = await queries
      .selectFrom('page_day')
      .where('site_id', 'in', siteIds)
      .where('page_id', 'in', ids)
      .where('day', '>=', from)
      .groupBy('page_id')
      .select(['page_id', ...sums, sql<number>`sum(page_day.left_out)`.as('leftOut')])
      .execute();
    const waits = await queries
      .selectFrom('page_comments')
      .where('site_id', 'in', siteIds)
      .where('page_id', 'in', ids)
      .groupBy('page_id')
      .select(['page_id', sql<number>`sum(waiting)`.as('waiting')])
      .execute();
    const owners = await queries
      .selectFrom('page_work')
      .innerJoin('editor', 'editor.id', 'page_work.owner_id')
      .where('page_work.site_id', 'in', siteIds)
      .where('page_work.page_id', 'in', ids)
      .select(['page_work.page_id', 'editor.id', 'editor.name'])
      .execute();
    const needs = await queries
      .selectFrom('page_recent')
      .where('site_id', 'in', siteIds)
      .where('page_id', 'in', ids)
      .where(sql.ref(`need_${period}`), '>', 0)
      .select('page_id')
      .execute();
    return {
      counts: byPage(counts),
      waits: byPage(waits),
      owners: byPage(owners),
      needs: byPage(needs),
    };
  }

  return {
    ...createRecentAnswers(connection),
    ...editedPages,
    async listWork(filter, from, sort, slice) {
      if (filter.siteIds.length === 0) return [];
      const leading = sort === 'new' ? await findLeadingPages(connection, filter, slice) : null;
      const ids = leading ?? (await choose(filter, sort, slice));
      if (ids.length === 0) return [];
      const work = await readWork(ids, from, filter);
      const { sinceEdit } = filter;
      const edited = sinceEdit && (await editedPages.countSinceEdit(ids, sinceEdit.today));
      return (await readPages(ids)).map((page): WorkPage => {
        const { page_id: _page, ...counts } = work.counts.get(page.id) ?? noCounts;
        const owner = work.owners.get(page.id);
        return {
          ...page,
          counts,
          waiting: Math.max(0, work.waits.get(page.id)?.waiting ?? 0),
          needsAttention: work.needs.has(page.id),
          owner: owner ? { id: owner.id, name: owner.name } : null,
          ...edited?.get(page.id),
        };
      });
    },
    async countWork(filter) {
      if (filter.siteIds.length === 0) return 0;
      const { count } = await workQuery(connection, filter)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
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

const noCounts = { page_id: 0, yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0 };

const byPage = <Row extends { page_id: number }>(rows: Row[]): Map<number, Row> =>
  new Map(rows.map((row) => [row.page_id, row]));
