import type { Client } from 'pg';
import type { MovedTable } from './moved-tables.ts';
import { quoted, type Row, type TableRows } from './sqlite-rows.ts';

/** The rows of the PostgreSQL database, which can be read and added. */
export interface PostgresRows extends TableRows {
  addPage: (table: MovedTable, rows: Row[]) => Promise<void>;
}

/** @throws when a table of the embedded database is not the same here */
export async function createPostgresRows(
  client: Client,
  tables: MovedTable[],
): Promise<PostgresRows> {
  const { rows: found } = await client.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type
     from information_schema.columns where table_schema = current_schema()`,
  );
  const types = new Map(found.map(({ table, column, type }) => [`${table}.${column}`, type]));
  const typeOf = (table: string, column: string) => {
    const type = types.get(`${table}.${column}`);
    if (type === undefined) throw new Error(`The new database has no ${column} in ${table}.`);
    return type;
  };
  for (const { name, columns } of tables) columns.forEach((column) => typeOf(name, column));

  return {
    async readPage({ name, columns, key }, after, limit) {
      const values = key.map(
        (column, position) => `$${position + 2}::text::${typeOf(name, column)}`,
      );
      const { rows } = await client.query<Row>({
        rowMode: 'array',
        text: `select ${columns
          // Bytes as text: the same hexadecimal digits on both sides.
          .map((column) => (typeOf(name, column) === 'bytea' ? `"${column}"::text` : `"${column}"`))
          .join(', ')}
          from "${name}"
          ${after ? `where (${quoted(key)}) > (${values.join(', ')})` : ''}
          order by ${quoted(key)} limit $1`,
        values: [limit, ...(after ?? [])],
      });
      return rows;
    },
    async addPage({ name, columns }, rows) {
      const objects = rows.map((row) =>
        Object.fromEntries(columns.map((column, position) => [column, row[position]])),
      );
      const typed = columns.map((column) => `"${column}" ${typeOf(name, column)}`);
      await client.query(
        `insert into "${name}" (${quoted(columns)})
         select ${quoted(columns)} from json_to_recordset($1) as row (${typed.join(', ')})`,
        [JSON.stringify(objects)],
      );
    },
  };
}
