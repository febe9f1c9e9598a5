import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import { dayLength, spanLength } from '../comment-changes.ts';
import type { Connection } from '../connection.ts';
import { isOneOf } from './one-of.ts';

/** Statements to run around a change, all in one `writeTogether`. */
export interface Around {
  before: CompiledQuery[];
  after: CompiledQuery[];
}

/**
 * Keeps `page_comments` right around statements that change which comments wait: their
 * status, or whether their answers count. What the comments came to before is taken away,
 * and what they come to then is added, so that a change which changes nothing costs nothing.
 * @param ids the responses whose comments may change; at most some thousands
 * @param locked the same, with others that must not be changed meanwhile either
 * @example
 *   const { before, after } = waitingAround(connection, ids);
 *   await writeTogether([...before, ...changes, ...after]);
 */
export function waitingAround(connection: Connection, ids: number[], locked = ids): Around {
  const count = (by: 1 | -1) => (ids.length > 0 ? [countWaiting(connection, ids, by)] : []);
  return compiled(connection, {
    before: [...(locked.length > 0 ? locks(connection, locked) : []), ...count(-1)],
    after: count(1),
  });
}

/** The same around statements that delete comments, or move them to other pages. */
export function commentsAround(connection: Connection, ids: number[]): Around {
  if (ids.length === 0) return { before: [], after: [] };
  const count = (by: 1 | -1) => [
    countOnPages(connection, ids, by),
    countInSpans(connection, ids, by),
    countOnDays(connection, ids, by),
  ];
  return compiled(connection, {
    before: [...locks(connection, ids), ...count(-1)],
    after: count(1),
  });
}

function compiled(
  { queries }: Connection,
  { before, after }: Record<keyof Around, RawBuilder<unknown>[]>,
): Around {
  const compile = (statement: RawBuilder<unknown>) => statement.compile(queries);
  return { before: before.map(compile), after: after.map(compile) };
}

/** Where several processes write, none may change the comments meanwhile. */
const locks = (connection: Connection, ids: number[]): RawBuilder<unknown>[] =>
  connection.engine === 'postgres'
    ? [sql`select id from response where ${isOneOf(connection, 'id', ids)} order by id for update`]
    : [];

const countOnPages = (connection: Connection, ids: number[], by: 1 | -1) =>
  addOnPages(
    connection,
    sql`${sql.lit(by)} * count(*), ${sql.lit(by)} * sum(case when ${isWaiting} then 1 else 0 end)`,
    isOneOf(connection, 'comment.response_id', ids),
  );

/** Pages on which none of the comments waits are left alone: most changes touch few pages. */
const countWaiting = (connection: Connection, ids: number[], by: 1 | -1) =>
  addOnPages(
    connection,
    sql`0, ${sql.lit(by)} * count(*)`,
    sql`${isOneOf(connection, 'comment.response_id', ids)} and ${isWaiting}`,
  );

const addOnPages = (
  { engine }: Connection,
  counts: RawBuilder<unknown>,
  chosen: RawBuilder<unknown>,
) => sql`
  insert into page_comments (site_id, page_id, writer, stored, waiting)
  select comment.site_id, comment.page_id, 0, ${counts}
  from comment
  join response on response.site_id = comment.site_id and response.id = comment.response_id
  left join comment_work on comment_work.site_id = comment.site_id
    and comment_work.response_id = comment.response_id
  where ${chosen}
  group by comment.site_id, comment.page_id
  order by 1, 2
  on conflict (${keyOf(engine, 'page_id')}, writer) do update set
    stored = page_comments.stored + excluded.stored,
    waiting = page_comments.waiting + excluded.waiting`;

/** Whether a comment waits for an editor, where `response` and `comment_work` are joined. */
export const isWaiting = sql`response.left_out = 0
  and (comment_work.status is null or comment_work.status = 'new')`;

const countInSpans = (connection: Connection, ids: number[], by: 1 | -1) => sql`
  insert into page_span_comments (site_id, page_id, span, writer, stored)
  select site_id, page_id, received / ${sql.lit(spanLength)}, 0, ${sql.lit(by)} * count(*)
  from comment where ${isOneOf(connection, 'response_id', ids)}
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (${keyOf(connection.engine, 'page_id', 'span')}, writer) do update set
    stored = page_span_comments.stored + excluded.stored`;

const countOnDays = (connection: Connection, ids: number[], by: 1 | -1) => sql`
  insert into site_day_comments (site_id, utc_day, writer, stored)
  select site_id, received / ${sql.lit(dayLength)}, 0, ${sql.lit(by)} * count(*)
  from comment where ${isOneOf(connection, 'response_id', ids)}
  group by 1, 2 order by 1, 2
  on conflict (site_id, utc_day, writer) do update set
    stored = site_day_comments.stored + excluded.stored`;

/** The embedded database finds a page's counts by the page alone. */
const keyOf = (engine: Connection['engine'], ...names: string[]) =>
  sql.join((engine === 'sqlite' ? names : ['site_id', ...names]).map((name) => sql.ref(name)));
