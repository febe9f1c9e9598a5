import { sql, type RawBuilder } from 'kysely';
import { spanLength } from '../comment-changes.ts';
import type { Connection } from '../connection.ts';

interface Merge {
  siteId: number;
  from: number;
  into: number;
}

const countNames = ['yes', 'no', 'partly', 'comments', 'left_out'];

/** Tables of a page's counts, with what tells a page's rows apart. */
const countTables = [
  { table: 'page_day', key: ['site_id', 'page_id', 'day'] },
  { table: 'site_day_page', key: ['site_id', 'day', 'page_id'] },
  { table: 'page_total', key: ['site_id', 'page_id'] },
];

const commentTables = [
  { table: 'page_comments', key: ['site_id', 'page_id'], counts: ['stored', 'waiting'] },
  { table: 'page_span_comments', key: ['site_id', 'page_id', 'span'], counts: ['stored'] },
];

/**
 * Moves some answers from one page to another with all that is counted of them. Nothing is
 * told from outside: what they count for is read in the same transaction that moves them.
 */
export function answersMoved(
  { engine }: Pick<Connection, 'engine'>,
  { siteId, from, into, ids }: Merge & { ids: number[] },
): RawBuilder<unknown>[] {
  const chosen = sql.join(ids.map((id) => sql.lit(id)));
  // The embedded database finds an answer by its number alone, and the other by its site too.
  const ofSite = (table: string) =>
    engine === 'postgres' ? sql`${sql.ref(`${table}.site_id`)} = ${siteId} and` : sql``;
  // Found by their numbers: the sum keeps the databases from reading all of the page instead.
  const isMoved = sql`${ofSite('response')} response.id in (${chosen})
    and response.page_id + 0 = ${from}`;
  const steps = [
    { page: from, by: -1 },
    { page: into, by: 1 },
  ];
  const columnOf = (name: string, page: number) =>
    name === 'page_id' ? sql`${sql.lit(page)}` : groupOf(name);

  /** Adds to rows of writer 0, whoever has counted the answers at first: rows are summed. */
  function add(
    { table, key, counts }: { table: string; key: string[]; counts: string[] },
    selected: (page: number, by: number) => RawBuilder<unknown>,
  ) {
    // The embedded database finds a page's counts by the page alone.
    const unique = engine === 'sqlite' && table.startsWith('page_') ? key.slice(1) : key;
    return steps.map(
      ({ page, by }) => sql`
        insert into ${sql.table(table)} (${list(key)}, writer, ${list(counts)})
        ${selected(page, by)}
        on conflict (${list(unique)}, writer) do update set ${sql.join(
          counts.map(
            (name) =>
              sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
          ),
        )}`,
    );
  }

  const isNew = sql`response.left_out = 0 and not exists (
    select 1 from comment_work where ${ofSite('comment_work')}
      comment_work.response_id = response.id and comment_work.status <> 'new')`;
  const sums: Record<string, RawBuilder<unknown>> = {
    ...Object.fromEntries(
      ['yes', 'no', 'partly'].map((answer) => [
        answer,
        sql`sum(case when left_out = 0 and answer = ${sql.lit(answer)} then 1 else 0 end)`,
      ]),
    ),
    comments: sql`sum(case when left_out = 0 then commented else 0 end)`,
    left_out: sql`sum(left_out)`,
    stored: sql`count(*)`,
    waiting: sql`sum(case when ${isNew} then 1 else 0 end)`,
  };
  const summed = (names: string[], by: number) =>
    sql.join(names.map((name) => sql`${sql.lit(by)} * ${sums[name]}`));

  return [
    // Where several processes write, none may amend or judge them meanwhile.
    ...(engine === 'postgres'
      ? [sql`select id from response where ${isMoved} order by id for update`]
      : []),
    ...countTables.flatMap(({ table, key }) =>
      add({ table, key, counts: countNames }, (page, by) => {
        const grouped = key.filter((name) => name !== 'page_id').map(groupOf);
        return sql`select ${sql.join(key.map((name) => columnOf(name, page)))}, 0,
          ${summed(countNames, by)} from response where ${isMoved} group by ${sql.join(grouped)}`;
      }),
    ),
    ...commentTables.flatMap(({ table, key, counts }) =>
      add({ table, key, counts }, (page, by) => {
        const grouped = key.filter((name) => name !== 'page_id').map(groupOf);
        return sql`select ${sql.join(key.map((name) => columnOf(name, page)))}, 0,
          ${summed(counts, by)} from response
          join comment on ${ofSite('comment')} comment.response_id = response.id
          where ${isMoved} group by ${sql.join(grouped)}`;
      }),
    ),
    ...['comment', 'comment_work'].map(
      (table) => sql`update ${sql.table(table)} set page_id = ${into}
        where ${ofSite(table)} response_id in (${chosen}) and page_id + 0 = ${from}`,
    ),
    sql`update response set page_id = ${into} where ${isMoved}`,
  ];
}

/**
 * When nothing is left of a page's answers, its counts come to nothing, whichever processes
 * have counted them.
 */
export const emptyCountsRemoved = (
  { engine }: Pick<Connection, 'engine'>,
  { siteId, from }: Merge,
): RawBuilder<unknown>[] => [
  // An answer that another process is counting just now is waited for, and seen.
  ...(engine === 'postgres' ? [sql`lock table page in share row exclusive mode`] : []),
  ...[...countTables, ...commentTables].map(
    ({ table }) => sql`delete from ${sql.table(table)}
      where site_id = ${siteId} and page_id = ${from} and not exists (
        select 1 from response where response.site_id = ${siteId} and response.page_id = ${from})`,
  ),
];

/** A column of the answers that are summed, as it is named where two tables have it. */
const groupOf = (name: string): RawBuilder<unknown> =>
  name === 'span' ? sql`comment.received / ${sql.lit(spanLength)}` : sql.ref(`response.${name}`);

const list = (names: string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)));
