import type Database from 'better-sqlite3';

/** A table as it is moved: row by row in the order of its key. */
export interface MovedTable {
  name: string;
  columns: string[];
  key: string[];
}

interface ColumnInfo {
  name: string;
  /** The column's place in the primary key, from 1; 0 when it is not in it. */
  pk: number;
}

/**
 * Made anew on the other side: the words from the comments, the rest by the engines. The
 * newest keys have been put among the others.
 */
const notMoved = /^(sqlite_|kysely_|comment_words|response_key_recent|inbox)/;

/** Every table of the embedded database, those that others refer to before those others. */
export function listMovedTables(source: Database.Database): MovedTable[] {
  const names = source
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !notMoved.test(name))
    .sort();
  const ordered = new Set<string>();
  const place = (name: string) => {
    if (ordered.has(name)) return;
    for (const { table } of source.pragma(`foreign_key_list("${name}")`) as { table: string }[]) {
      if (table !== name) place(table);
    }
    ordered.add(name);
  };
  names.forEach(place);
  return [...ordered].map((name) => {
    const columns = source.pragma(`table_info("${name}")`) as ColumnInfo[];
    const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
    return {
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
    };
  });
}
