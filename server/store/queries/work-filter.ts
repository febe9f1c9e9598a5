import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Connection } from '../connection.ts';
import { searchPattern } from '../search-pattern.ts';
import type { Tables } from '../tables.ts';
import type { WorkFilter, WorkSort } from '../work-list.ts';
import { isAmongEdited, isEdited } from './edited-pages.ts';
import { anySection } from './sections.ts';

type OfPage = ExpressionBuilder<Tables, 'page'>;

const waiting = sql<number>`coalesce(waits.waiting, 0)`;

/**
 * The pages of a filter. A table is joined only where the filter or the order asks for it:
 * all of them have a row for each page, and none has more because there are more answers.
 * @param onlyNeedy only those that need attention; they are few
 */
export function workQuery(
  connection: Connection,
  filter: WorkFilter,
  sort?: WorkSort,
  onlyNeedy = false,
) {
  const { queries, engine } = connection;
  // Each counting process has a part of the number; parts can be less than nothing.
  const waits = queries
    .selectFrom('page_comments')
    .where('site_id', 'in', filter.siteIds)
    .where('waiting', '!=', 0)
    .groupBy('page_id')
    .select(['page_id', sql<number>`sum(waiting)`.as('waiting')]);
  const wantsWaiting = filter.onlyWaiting === true || sort === 'new';
  const wantsRecent = sort === 'new' || sort === 'attention' || sort === 'answers';
  // Few pages need attention: to leave out the others is faster than to join them all.
  const ordering = columnOf(sort === 'answers' ? 'answers' : 'need', filter);
  return queries
    .selectFrom('page')
    .$if(wantsWaiting, (query) =>
      query.leftJoin(waits.as('waits'), (join) => join.onRef('waits.page_id', '=', 'page.id')),
    )
    .$if(wantsRecent && filter.sinceEdit !== undefined, (query) =>
      query.leftJoin('page_since_edit', (join) =>
        join
          .onRef('page_since_edit.site_id', '=', 'page.site_id')
          .onRef('page_since_edit.page_id', '=', 'page.id')
          .on(ordering, '>', 0),
      ),
    )
    .$if(wantsRecent && filter.sinceEdit === undefined, (query) =>
      query.leftJoin('page_recent', (join) =>
        join
          .onRef('page_recent.site_id', '=', 'page.site_id')
          .onRef('page_recent.page_id', '=', 'page.id')
          .on(ordering, '>', 0),
      ),
    )
    .where('page.site_id', 'in', filter.siteIds)
    .where('page.merged_into', 'is', null)
    .$if(filter.onlyWaiting === true, (query) => query.where(sql<SqlBool>`${waiting} > 0`))
    .$if(onlyNeedy, (query) => query.where(columnOf('need', filter), '>', 0))
    .where((page) => page.and(conditions(page, filter, engine, onlyNeedy)));
}

/** What a filter says of the page itself, and of who answers for it. */
function conditions(
  page: OfPage,
  filter: WorkFilter,
  engine: Connection['engine'],
  areFew: boolean,
): Expression<SqlBool>[] {
  const { siteIds, sections, language, owner, caredForBy, text, sinceEdit } = filter;
  const all: Expression<SqlBool>[] = [];
  if (sinceEdit) {
    const { today } = sinceEdit;
    const edited = areFew
      ? isEdited(page, engine, today)
      : isAmongEdited(page, engine, siteIds, today);
    all.push(edited);
  }
  if (sections) all.push(anySection(page, sections));
  if (language !== undefined) {
    all.push(
      page.or([
        page('page.language', '=', language),
        page('page.language', 'like', `${escapeLike(language)}-%`),
      ]),
    );
  }
  if (owner !== undefined) {
    const owned = page
      .selectFrom('page_work')
      .whereRef('page_work.site_id', '=', 'page.site_id')
      .whereRef('page_work.page_id', '=', 'page.id')
      .select('page_work.page_id');
    all.push(
      owner === 'nobody'
        ? page.not(page.exists(owned.where('page_work.owner_id', 'is not', null)))
        : page.exists(owned.where('page_work.owner_id', '=', owner)),
    );
  }
  if (caredForBy !== undefined) {
    const owned = page
      .selectFrom('page_work')
      .where('page_work.owner_id', '=', caredForBy)
      .select('page_work.page_id');
    const watched = page
      .selectFrom('page_watch')
      .where('page_watch.editor_id', '=', caredForBy)
      .select('page_watch.page_id');
    all.push(page('page.id', 'in', owned.unionAll(watched)));
  }
  if (text !== undefined) all.push(contains(text, engine));
  return all;
}

/** Looks closely only at what has the text roughly, or may have it in codes: most have not. */
function contains(text: string, engine: Connection['engine']): Expression<SqlBool> {
  const { text: ofTitle, address: ofAddress, bare, rough } = searchPattern(text);
  const finds = sql.raw(engine === 'sqlite' ? 'regexp' : '~*');
  return sql<SqlBool>`(
    lower(page.address) like ${`%${escapeLike(bare)}%`} escape '\\'
    or lower(page.title) like ${rough} escape '\\' and page.title ${finds} ${ofTitle}
    or page.address like '%\\%%' escape '\\' and lower(page.address) like ${rough} escape '\\'
      and page.address ${finds} ${ofAddress})`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** In the order of the Swedish alphabet, as far as bytes can tell it. */
const alphabetical = sql`replace(replace(replace(replace(replace(replace(
  lower(coalesce(nullif(trim(page.title), ''), page.address)),
  'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö'), 'å', '{'), 'ä', '|'), 'ö', '}')`;

/** Where it is told how much a page needs attention, or how many answered, in the period. */
const columnOf = (what: 'need' | 'answers', { period, sinceEdit }: WorkFilter) =>
  sql.ref<number>(sinceEdit ? `page_since_edit.${what}` : `page_recent.${what}_${period}`);

/** The same for pages of which nothing is told. */
export const ofPeriod = (what: 'need' | 'answers', filter: WorkFilter) =>
  sql<number>`coalesce(${columnOf(what, filter)}, 0)`;

/**
 * By what the list is ordered; the newest answer decides where the rest is the same.
 * @param fromEnd whether the last page of the list shall come first
 */
export function workOrder(sort: WorkSort, filter: WorkFilter, fromEnd = false) {
  const [up, down] = fromEnd ? [sql`desc`, sql`asc`] : [sql`asc`, sql`desc`];
  const need = sql`${ofPeriod('need', filter)} ${down}`;
  const answers = sql`${ofPeriod('answers', filter)} ${down}`;
  const newest = sql`page.last_received ${down}, page.id ${down}`;
  const orders = {
    new: sql`${waiting} ${down}, ${need}, ${newest}`,
    attention: sql`${need}, ${newest}`,
    newest,
    answers: sql`${answers}, ${newest}`,
    title: sql`${alphabetical} ${up}, page.id ${up}`,
  };
  return orders[sort];
}
