import Database from 'better-sqlite3';

/** One response with its page and its comment, as they lie in the database's file. */
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

/** The counts of one page and day, as they lie in the database's file. */
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
 * Reads a database through a connection of its own: it sees only what has been
 * committed to the file.
 */
function read<Row>(file: string, sql: string): Row[] {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

/** All responses, those received first first. */
export const readResponses = (file: string): ResponseRow[] =>
  read(
    file,
    `select address, title, day, answer, rating, survey, page_language as pageLanguage,
            widget_language as widgetLanguage, page_updated as pageUpdated, text as comment
     from response
     join page on page.id = response.page_id
     left join comment on comment.response_id = response.id
     order by response.id`,
  );

/** All daily counts, by address and day. */
export const readDays = (file: string): DayRow[] =>
  read(
    file,
    `select address, day, yes, no, partly, comments, left_out as leftOut
     from page_day join page on page.id = page_day.page_id
     order by address, day`,
  );

/** The visitors' keys that are remembered. */
export const readKeys = (file: string): KeyRow[] =>
  read(file, 'select key, response_id as responseId from response_key order by amendable_until');

/** How many rows each table has. */
export function countRows(file: string): Record<string, number> {
  const tables = read<{ name: string }>(
    file,
    "select name from sqlite_master where type = 'table' order by name",
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      read<{ count: number }>(file, `select count(*) as count from "${name}"`)[0]?.count ?? 0,
    ]),
  );
}
