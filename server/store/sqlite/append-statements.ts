import type Database from 'better-sqlite3';
import type { Answer } from '../../contract/response-schema.ts';

/** A stored response with what an amendment needs to know of it. */
export interface StoredRow {
  id: number;
  siteId: number;
  pageId: number;
  day: string;
  received: number;
  answer: Answer;
  rating: number | null;
  leftOut: number;
  suspicion: string | null;
  commented: number;
}

/** A page as an answer may change it. */
interface PageRow {
  id: number;
  title: string | null;
  language: string | null;
  lastReceived: number;
  /** The last day on which it said that it was updated. */
  updated: string | null;
  /** The page that its answers belong to; null when they are its own. */
  mergedInto: number | null;
}

type Statement<Bound extends unknown[], Row = unknown> = Database.Statement<Bound, Row>;

export interface AppendStatements {
  findResponse: Statement<[id: number], StoredRow>;
  findComment: Statement<[responseId: number], string>;
  findPage: Statement<[siteId: number, address: string], PageRow>;
  findAddress: Statement<[pageId: number], { address: string }>;
  insertPage: Statement<[siteId: number, address: string, lastReceived: number]>;
  updatePage: Statement<
    [
      title: string | null,
      language: string | null,
      lastReceived: number,
      updated: string | null,
      id: number,
    ]
  >;
  insertRevision: Statement<[siteId: number, pageId: number, day: string | null]>;
  /** Values by their places: by name they cost a third more. */
  insertResponse: Statement<
    [
      siteId: number,
      pageId: number,
      day: string,
      received: number,
      answer: Answer,
      rating: number | null,
      survey: string,
      pageLanguage: string | null,
      widgetLanguage: string | null,
      pageUpdated: string | null,
      commented: number,
      leftOut: number,
      suspicion: string | null,
    ]
  >;
  updateResponse: Statement<
    [
      answer: Answer,
      rating: number | null,
      commented: number,
      leftOut: number,
      suspicion: string | null,
      id: number,
    ]
  >;
  upsertComment: Statement<
    [responseId: number, siteId: number, pageId: number, received: number, text: string]
  >;
  insertWords: Statement<[responseId: number, site: string, exact: string, folded: string]>;
  replaceWords: Statement<[responseId: number, site: string, exact: string, folded: string]>;
  addPageDay: Statement<[siteId: number, pageId: number, day: string, ...CountValues]>;
  addSiteDayPage: Statement<[siteId: number, pageId: number, day: string, ...CountValues]>;
  addSiteDay: Statement<[siteId: number, day: string, ...CountValues]>;
  addPageTotal: Statement<[siteId: number, pageId: number, ...CountValues]>;
}

type CountValues = [yes: number, no: number, partly: number, comments: number, leftOut: number];

/** Prepares, once, the statements that run for each answer. */
export function prepareAppendStatements(database: Database.Database): AppendStatements {
  return {
    // One table each: SQLite makes a plan for a join anew each time it runs, which takes longer.
    findResponse: database.prepare(
      `select id, site_id as siteId, page_id as pageId, day, received, answer, rating,
              left_out as leftOut, suspicion, commented
       from response where id = ?`,
    ),
    findComment: database
      .prepare<[responseId: number], string>(`select text from comment where response_id = ?`)
      .pluck(),
    findPage: database.prepare(
      `select id, title, language, last_received as lastReceived, updated,
              merged_into as mergedInto
       from page where site_id = ? and address = ?`,
    ),
    findAddress: database.prepare(`select address from page where id = ?`),
    insertPage: database.prepare(
      `insert into page (site_id, address, last_received) values (?, ?, ?)`,
    ),
    updatePage: database.prepare(
      `update page set title = ?, language = ?, last_received = ?, updated = ? where id = ?`,
    ),
    insertRevision: database.prepare(
      `insert into revision (site_id, page_id, day, source, version) values (?, ?, ?, 'page', 1)
       on conflict (page_id, day, source) do nothing`,
    ),
    insertResponse: database.prepare(
      `insert into response (site_id, page_id, day, received, answer, rating, survey,
                             page_language, widget_language, page_updated,
                             commented, left_out, suspicion)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    updateResponse: database.prepare(
      `update response set answer = ?, rating = ?, commented = ?, left_out = ?, suspicion = ?
       where id = ?`,
    ),
    upsertComment: database.prepare(
      `insert into comment (response_id, site_id, page_id, received, text) values (?, ?, ?, ?, ?)
       on conflict (response_id) do update set text = excluded.text`,
    ),
    // Not the next in its place: to look for words that are not there costs a tenth more.
    insertWords: database.prepare(
      `insert into comment_words (rowid, site, exact, folded) values (?, ?, ?, ?)`,
    ),
    replaceWords: database.prepare(
      `insert or replace into comment_words (rowid, site, exact, folded) values (?, ?, ?, ?)`,
    ),
    addPageDay: prepareAddCounts(
      database,
      'page_day (site_id, page_id, day, writer',
      'page_id, day',
    ),
    addSiteDayPage: prepareAddCounts(
      database,
      'site_day_page (site_id, page_id, day, writer',
      'site_id, day, page_id',
    ),
    addSiteDay: prepareAddCounts(database, 'site_day (site_id, day, writer', 'site_id, day'),
    addPageTotal: prepareAddCounts(database, 'page_total (site_id, page_id, writer', 'page_id'),
  };
}

/** The embedded database has one writing process, so that every row is of writer 0. */
function prepareAddCounts<Bound extends unknown[]>(
  database: Database.Database,
  tableAndColumns: string,
  key: string,
): Statement<Bound> {
  const places = tableAndColumns
    .split(',')
    .slice(1)
    .map(() => '?, ');
  return database.prepare(
    `insert into ${tableAndColumns}, yes, no, partly, comments, left_out)
     values (${places.join('')}0, ?, ?, ?, ?, ?)
     on conflict (${key}, writer) do update set
       yes = yes + excluded.yes,
       no = no + excluded.no,
       partly = partly + excluded.partly,
       comments = comments + excluded.comments,
       left_out = left_out + excluded.left_out`,
  );
}
