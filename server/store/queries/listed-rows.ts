import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';

/**
 * Rows that come with a statement, as a table it may read from: of few values however many
 * rows there are, so that one statement does what else one for each row would.
 * @param columns the names of its columns with their types
 * @param rows the values in the order of the columns
 */
export function listedRows(
  { engine }: Pick<Connection, 'engine'>,
  name: string,
  columns: Record<string, 'bigint' | 'text'>,
  rows: (number | string | null)[][],
): RawBuilder<unknown> {
  const named = Object.keys(columns).map((column) => sql.ref(column));
  if (engine === 'sqlite') {
    const read = named.map((column, place) => sql`value ->> ${sql.lit(place)} as ${column}`);
    return sql`(select ${sql.join(read)} from json_each(${JSON.stringify(rows)})) as ${sql.ref(name)}`;
  }
  const lists = Object.values(columns).map(
    (type, place) => sql`${rows.map((row) => row[place])}::${sql.raw(type)}[]`,
  );
  return sql`unnest(${sql.join(lists)}) as ${sql.ref(name)} (${sql.join(named)})`;
}
