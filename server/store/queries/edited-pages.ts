import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Tables } from '../tables.ts';
import type { EditedPages } from '../work-list.ts';
import { needOf } from './attention.ts';
import { isOneOf } from './one-of.ts';

type Engine = Connection['engine'];

/** The counts of pages since their last edits: of some pages at a time, as the list is read. */
export function createEditedPages({ engine, queries }: Connection): EditedPages {
  /** The days after the last edit of each page; a page that was edited lately may have none. */
  const sinceEdit = (pageIds: number[], today: string) => {
    const edited = queries
      .selectFrom('page')
      .where(isOneOf({ engine }, 'page.id', pageIds))
      .select((page) => [
        'page.site_id',
        'page.id',
        edits(page, engine, today)
          .select(({ fn }) => fn.max('revision.day').as('day'))
          .as('day'),
      ]);
    return (
      queries
        .selectFrom(edited.as('edited'))
        .leftJoin('page_day', (join) =>
          join
            .onRef('page_day.site_id', '=', 'edited.site_id')
            .onRef('page_day.page_id', '=', 'edited.id')
            .onRef('page_day.day', '>', 'edited.day'),
        )
        .where('edited.day', 'is not', null)
        .groupBy(['edited.site_id', 'edited.id'])
        // Two processes that do the same wait for each other in the same order.
        .orderBy('edited.id')
        .select(['edited.site_id', 'edited.id'])
        .select(
          (['yes', 'no', 'partly', 'comments', 'left_out'] as const).map((name) =>
            sql<number>`coalesce(sum(${sql.ref(`page_day.${name}`)}), 0)`.as(name),
          ),
        )
    );
  };
  const answers = sql<number>`(sums.yes + sums."no" + sums.partly)`;
  const need = needOf(answers, sql<number>`sums."no"`);

  return {
    async countSinceEdit(pageIds, today) {
      if (pageIds.length === 0) return new Map();
      const rows = await queries
        .selectFrom(sinceEdit(pageIds, today).as('sums'))
        .select(['sums.id', 'sums.yes', 'sums.no', 'sums.partly', 'sums.comments'])
        .select(['sums.left_out as leftOut', need.as('need')])
        .execute();
      return new Map(
        rows.map(({ id, need: needed, ...counts }) => [id, { counts, needsAttention: needed > 0 }]),
      );
    },
    async refreshSinceEdit(pageIds, today) {
      if (pageIds.length === 0) return;
      await queries
        .insertInto('page_since_edit')
        .columns(['site_id', 'page_id', 'answers', 'need'])
        .expression(
          queries
            .selectFrom(sinceEdit(pageIds, today).as('sums'))
            // The database must not take what follows for a condition of a join.
            .where(sql<boolean>`1 = 1`)
            .select(['sums.site_id', 'sums.id', answers.as('answers'), need.as('need')]),
        )
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'page_id']).doUpdateSet((row) => ({
            answers: row.ref('excluded.answers'),
            need: row.ref('excluded.need'),
          })),
        )
        .execute();
    },
  };
}

/**
 * The edits of a page, without those that are still to come. The embedded database has all
 * that is asked in an index without the site; PostgreSQL has the site first in it.
 */
const edits = (page: ExpressionBuilder<Tables, 'page'>, engine: Engine, today: string) =>
  page
    .selectFrom('revision')
    .$if(engine === 'postgres', (query) => query.whereRef('revision.site_id', '=', 'page.site_id'))
    .whereRef('revision.page_id', '=', 'page.id')
    .where('revision.day', '<=', today);

/** Whether a page has been edited, as far as is known. */
export const isEdited = (page: ExpressionBuilder<Tables, 'page'>, engine: Engine, today: string) =>
  page.exists(edits(page, engine, today).select('revision.page_id'));

/**
 * The same for a condition of many pages. PostgreSQL reads the edits of the sites once, and
 * looks the pages up among them: `is true` keeps it from a join, which takes longer.
 */
export const isAmongEdited = (
  page: ExpressionBuilder<Tables, 'page'>,
  engine: Engine,
  siteIds: number[],
  today: string,
): Expression<SqlBool> =>
  engine === 'sqlite'
    ? isEdited(page, engine, today)
    : sql<SqlBool>`(page.id in ${page
        .selectFrom('revision')
        .where('revision.site_id', 'in', siteIds)
        .where('revision.day', '<=', today)
        .select('revision.page_id')}) is true`;
