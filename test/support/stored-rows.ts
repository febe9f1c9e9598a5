import Database from 'better-sqlite3';
import { isPostgres } from '../../server/store/engine-of.ts';
import { queryPostgres } from './query-postgres.ts';

/** One response with its page and its comment, as they lie in the database. */
export interface ResponseRow {
  address: string;
  title: string | null;
  day: string;
  answer: string;
  rating: number | null;
  survey: string;
  pageLanguage: string | null;
  widgetLanguage: string | null;
  pageUpdated: string | null;
  comment: string | null;
}

/** The counts of one page and day, as they lie in the database. */
export interface DayRow {
  address: string;
  day: string;
  yes: number;
  no: number;
  partly: number;
  comments: number;
  leftOut: number;
}

export interface KeyRow {
  key: Uint8Array;
  responseId: number | null;
}

/**
 * Reads a database through a connection of its own: it sees only what has been committed.
 * @param sql one query that both engines understand; names in capitals and small letters in quotes
 */
export function readRows<Row>(database: string, sql: string): Row[] {
  if (isPostgres(database)) {
    // As JSON: sums and counts are then numbers.
    const query = `select coalesce(json_agg(each_row), '[]') as rows from (${sql}) as each_row`;
    const [answer] = queryPostgres(database, query) as { rows: Row[] }[];
    return answer?.rows ?? [];
  }
  const file = new Database(database, { readonly: true });
  try {
    return file.prepare<[], Row>(sql).all();
  } finally {
    file.close();
  }
}

/** Changes rows behind the service's back. */
export function changeRows(database: string, ...statements: string[]): void {
  if (isPostgres(database)) {
    queryPostgres(database, ...statements);
    return;
  }
  const file = new Database(database);
  for (const statement of statements) file.exec(statement);
  file.close();
}

/** All responses, those received first first. */
export const readResponses = (database: string): ResponseRow[] =>
  readRows(
    database,
    `select address, title, day, answer, rating, survey, page_language as "pageLanguage",
            widget_language as "widgetLanguage", page_updated as "pageUpdated", text as comment
     from response
     join page on page.id = response.page_id
     left join comment on comment.response_id = response.id
     order by response.id`,
  );

/** All daily counts, by address and day. */
export const readDays = (database: string): DayRow[] =>
  readRows(
    database,
    `select address, day, sum(yes) as yes, sum(no) as no, sum(partly) as partly,
            sum(comments) as comments, sum(left_out) as "leftOut"
     from page_day join page on page.id = page_day.page_id
     group by address, day
     order by address, day`,
  );

/** All keys of the embedded database, those that are not in the index yet among them. */
export const sqliteKeys = `(
  select key, response_id, revision_no, amendable_until from response_key
  union all select key, response_id, revision_no, amendable_until from response_key_recent)`;

/** The visitors' keys that are remembered. */
export const readKeys = (database: string): KeyRow[] =>
  readRows<{ key: Uint8Array | string; responseId: number | null }>(
    database,
    `select key, response_id as "responseId"
     from ${isPostgres(database) ? 'response_key' : sqliteKeys} order by amendable_until`,
  ).map(({ key, ...row }) => ({
    ...row,
    // JSON has bytes as hexadecimal digits after \x.
    key: typeof key === 'string' ? Buffer.from(key.slice(2), 'hex') : key,
  }));

/** How many comments are found by a word, which must be in small letters. */
export function countFound(database: string, word: string): number {
  const isFound = isPostgres(database)
    ? `words @@ to_tsquery('simple', '${word}')`
    : `comment_words match '${word}'`;
  const [row] = readRows<{ found: number }>(
    database,
    `select count(*) as found from comment_words where ${isFound}`,
  );
  return row?.found ?? 0;
}

/** How many rows each table has. */
export function countRows(database: string): Record<string, number> {
  const tables = readRows<{ name: string }>(
    database,
    isPostgres(database)
      ? "select tablename as name from pg_tables where schemaname = 'public' order by name"
      : "select name from sqlite_master where type = 'table' order by name",
  );
  const counts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) as count from "${name}"`,
  );
  const rows = readRows<{ name: string; count: number }>(database, counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
