import type Database from 'better-sqlite3';
import type { MovedTable } from './moved-tables.ts';

/** A value as both engines have it: bytes are hexadecimal digits after `\x`. */
export type Value = string | number | null;

/** A row's values in the order of the table's columns. */
export type Row = Value[];

/** Reads a table page by page. */
export interface TableRows {
  /** @param after the key of the last row that was read; null to begin */
  readPage: (table: MovedTable, after: Value[] | null, limit: number) => Promise<Row[]>;
}

/** The values of a row's key. */
export const keyOf = ({ columns, key }: MovedTable, row: Row): Value[] =>
  key.map((name) => row[columns.indexOf(name)] ?? null);

/** Names for SQL; all are the service's own. */
export const quoted = (names: string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The rows of the embedded database. */
export const createSqliteRows = (source: Database.Database): TableRows => ({
  readPage(table, after, limit) {
    const { name, columns, key } = table;
    const marks = key.map(() => '?').join(', ');
    const rows = source
      .prepare<unknown[], unknown[]>(
        `select ${quoted(columns)} from "${name}"
         ${after ? `where (${quoted(key)}) > (${marks})` : ''}
         order by ${quoted(key)} limit ?`,
      )
      .raw()
      .all(...(after ?? []).map(asParameter), limit);
    return Promise.resolve(rows.map((row) => row.map(asValue)));
  },
});

const asParameter = (value: Value) =>
  typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value;

function asValue(value: unknown): Value {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return null;
}
