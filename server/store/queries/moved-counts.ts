import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import { isOneOf } from './one-of.ts';

const added = ['yes', 'no', 'partly', 'comments', 'left_out'];

const keys = {
  page_day: ['site_id', 'page_id', 'day'],
  site_day_page: ['site_id', 'day', 'page_id'],
  site_day: ['site_id', 'day'],
  page_total: ['site_id', 'page_id'],
};

/**
 * Moves responses from the answers that count to those left out, or back, in each table of
 * counts; those that are there already are not moved.
 * @param ids the response, or up to some hundreds
 * @param onlyIf what else must hold for a row of `response`
 * @param isLocked whether an earlier statement keeps others from amending the responses
 */
export function countsMoved(
  connection: Connection,
  ids: number | number[],
  leftOut: boolean,
  {
    onlyIf = sql`1 = 1`,
    isLocked = false,
  }: { onlyIf?: RawBuilder<unknown>; isLocked?: boolean } = {},
): CompiledQuery[] {
  const { engine, queries } = connection;
  const by = sql.lit(leftOut ? -1 : 1);
  const chosen = isOneOf(connection, 'id', [ids].flat());
  const isWanted = sql`where ${chosen} and left_out = ${Number(!leftOut)} and ${onlyIf}`;

  const add = (table: string, key: string[], moved: RawBuilder<unknown>) => {
    const columns = sql.join(key.map((name) => sql.ref(name)));
    // The embedded database finds a page's counts by the page alone.
    const unique = engine === 'sqlite' && table.startsWith('page_') ? key.slice(1) : key;
    return sql`
      insert into ${sql.table(table)} (${columns}, writer, yes, no, partly, comments, left_out)
      select ${columns}, 0,
             ${by} * sum(case answer when 'yes' then 1 else 0 end),
             ${by} * sum(case answer when 'no' then 1 else 0 end),
             ${by} * sum(case answer when 'partly' then 1 else 0 end),
             ${by} * sum(commented), -1 * ${by} * count(*)
      from ${moved} group by ${columns} order by ${columns}
      on conflict (${sql.join(unique.map((name) => sql.ref(name)))}, writer) do update set
      ${sql.join(added.map((name) => sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`))}`;
  };
  if (engine === 'sqlite') {
    return Object.entries(keys).map(([table, key]) =>
      add(table, key, sql`response ${isWanted}`).compile(queries),
    );
  }
  // Where several processes write, none may amend the responses meanwhile.
  const lock = sql`select id from response where ${chosen} order by id for update`;
  // The responses are found once, and one statement takes less than four.
  const each = Object.entries(keys).map(
    ([table, key]) => sql`${sql.ref(`of_${table}`)} as (${add(table, key, sql`moved`)})`,
  );
  const all = sql`
    with moved as materialized (
      select site_id, page_id, day, answer, commented from response ${isWanted}
    ), ${sql.join(each)}
    select 1`;
  return [...(isLocked ? [] : [lock]), all].map((statement) => statement.compile(queries));
}
