import { sql, type CompiledQuery } from 'kysely';
import type { Connection } from '../connection.ts';

/** Moves one response from the answers that count to those left out, or back, in each table of counts. */
export function countsMoved(
  { engine, queries }: Connection,
  id: number,
  leftOut: boolean,
): CompiledQuery[] {
  const by = leftOut ? -1 : 1;
  const isWanted = sql`where id = ${id} and left_out = ${Number(!leftOut)}`;
  const added = ['yes', 'no', 'partly', 'comments', 'left_out'];
  const keys = {
    page_day: ['site_id', 'page_id', 'day'],
    site_day_page: ['site_id', 'day', 'page_id'],
    site_day: ['site_id', 'day'],
    page_total: ['site_id', 'page_id'],
  };
  const statements = Object.entries(keys).map(([table, key]) => {
    const columns = sql.join(key.map((name) => sql.ref(name)));
    // The embedded database finds a page's counts by the page alone.
    const unique = engine === 'sqlite' && table.startsWith('page_') ? key.slice(1) : key;
    return sql`
      insert into ${sql.table(table)} (${columns}, writer, yes, no, partly, comments, left_out)
      select ${columns}, 0,
             case answer when 'yes' then ${sql.lit(by)} else 0 end,
             case answer when 'no' then ${sql.lit(by)} else 0 end,
             case answer when 'partly' then ${sql.lit(by)} else 0 end,
             ${sql.lit(by)} * commented, ${sql.lit(-by)}
      from response ${isWanted}
      on conflict (${sql.join(unique.map((name) => sql.ref(name)))}, writer) do update set
      ${sql.join(added.map((name) => sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`))}`;
  });
  // Where several processes write, none may amend the response meanwhile.
  const lock = sql`select id from response where id = ${id} for update`;
  return [...(engine === 'postgres' ? [lock] : []), ...statements].map((statement) =>
    statement.compile(queries),
  );
}
