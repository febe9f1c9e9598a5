import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Connection } from '../connection.ts';
import type { Tables } from '../tables.ts';
import type { WorkFilter, WorkSort } from '../work-list.ts';
import { anySection } from './sections.ts';

type OfPage = ExpressionBuilder<Tables, 'page'>;

const waiting = sql<number>`coalesce(waits.waiting, 0)`;

/**
 * The pages of a filter. A table is joined only where the filter or the order asks for it:
 * all of them have a row for each page, and none has more because there are more answers.
 */
export function workQuery({ queries }: Connection, filter: WorkFilter, sort?: WorkSort) {
  // Each counting process has a part of the number; parts can be less than nothing.
  const waits = queries
    .selectFrom('page_comments')
    .where('site_id', 'in', filter.siteIds)
    .where('waiting', '!=', 0)
    .groupBy('page_id')
    .select(['page_id', sql<number>`sum(waiting)`.as('waiting')]);
  const wantsWaiting = filter.onlyWaiting === true || sort === 'new';
  const wantsRecent = sort === 'new' || sort === 'attention' || sort === 'answers';
  return queries
    .selectFrom('page')
    .$if(wantsWaiting, (query) =>
      query.leftJoin(waits.as('waits'), (join) => join.onRef('waits.page_id', '=', 'page.id')),
    )
    .$if(wantsRecent, (query) =>
      query.leftJoin('page_recent', (join) =>
        join
          .onRef('page_recent.site_id', '=', 'page.site_id')
          .onRef('page_recent.page_id', '=', 'page.id'),
      ),
    )
    .where('page.site_id', 'in', filter.siteIds)
    .where('page.merged_into', 'is', null)
    .$if(filter.onlyWaiting === true, (query) => query.where(sql<SqlBool>`${waiting} > 0`))
    .where((page) => page.and(conditions(page, filter)));
}

/** What a filter says of the page itself, and of who answers for it. */
function conditions(page: OfPage, filter: WorkFilter): Expression<SqlBool>[] {
  const { sections, language, owner, caredForBy, text } = filter;
  const all: Expression<SqlBool>[] = [];
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
  if (text !== undefined) {
    all.push(
      page.or(
        waysToWrite(text).map(
          (way) => sql<SqlBool>`(lower(page.title) like ${`%${escapeLike(way)}%`} escape '\\'
            or lower(page.address) like ${`%${escapeLike(way)}%`} escape '\\')`,
        ),
      ),
    );
  }
  return all;
}

/**
 * The database makes only a to z small, on both engines: what has other letters is looked for
 * in small letters, in capitals, with a capital first, and as addresses write it.
 */
function waysToWrite(text: string): string[] {
  const small = text.toLocaleLowerCase('sv');
  const [first = ''] = small;
  const ways = [
    small,
    text.toLocaleUpperCase('sv'),
    first.toLocaleUpperCase('sv') + small.slice(first.length),
    encodeURI(small.toWellFormed()),
  ];
  const onlyAscii = (way: string) => way.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return [...new Set(ways.map(onlyAscii))];
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** In the order of the Swedish alphabet, as far as bytes can tell it. */
const alphabetical = sql`replace(replace(replace(replace(replace(replace(
  lower(coalesce(nullif(trim(page.title), ''), page.address)),
  'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö'), 'å', '{'), 'ä', '|'), 'ö', '}')`;

/** By what the list is ordered; the newest answer decides where the rest is the same. */
export function workOrder(sort: WorkSort, period: WorkFilter['period']) {
  const need = sql`coalesce(${sql.ref(`page_recent.need_${period}`)}, 0) desc`;
  const answers = sql`coalesce(${sql.ref(`page_recent.answers_${period}`)}, 0) desc`;
  const newest = sql`page.last_received desc, page.id desc`;
  const orders = {
    new: sql`${waiting} desc, ${need}, ${newest}`,
    attention: sql`${need}, ${newest}`,
    newest,
    answers: sql`${answers}, ${newest}`,
    title: sql`${alphabetical}, page.id`,
  };
  return orders[sort];
}
