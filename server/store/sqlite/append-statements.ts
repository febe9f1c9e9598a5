import type Database from 'better-sqlite3';
import type { Answer } from '../../contract/response-schema.ts';
import type { CountChange } from '../count-changes.ts';

export interface KeyRow {
  /** Null when the amendment window has been closed. */
  responseId: number | null;
  revisionNo: number;
  amendableUntil: number;
}

/** A stored response with what an amendment needs to know of it. */
export interface StoredRow {
  id: number;
  siteId: number;
  pageId: number;
  address: string;
  day: string;
  received: number;
  answer: Answer;
  rating: number | null;
  comment: string | null;
  leftOut: number;
  suspicion: string | null;
}

interface PageValues {
  siteId: number;
  address: string;
  title: string | null;
  language: string | null;
  received: number;
}

interface AmendableValues {
  answer: Answer;
  rating: number | null;
  commented: number;
  leftOut: number;
  suspicion: string | null;
}

interface ResponseValues extends AmendableValues {
  siteId: number;
  pageId: number;
  day: string;
  received: number;
  survey: string;
  pageLanguage: string | null;
  widgetLanguage: string | null;
  pageUpdated: string | null;
}

type Statement<Bound extends unknown[], Row = unknown> = Database.Statement<Bound, Row>;

export interface AppendStatements {
  findKey: Statement<[siteId: number, key: Uint8Array], KeyRow>;
  findResponse: Statement<[id: number], StoredRow>;
  upsertPage: Statement<[PageValues], { id: number }>;
  insertResponse: Statement<[ResponseValues]>;
  insertKey: Statement<
    [siteId: number, key: Uint8Array, responseId: number, revisionNo: number, until: number]
  >;
  updateKey: Statement<[revisionNo: number, siteId: number, key: Uint8Array]>;
  updateResponse: Statement<[AmendableValues & { id: number }]>;
  upsertComment: Statement<
    [responseId: number, siteId: number, pageId: number, received: number, text: string]
  >;
  replaceWords: Statement<[responseId: number, site: string, exact: string, folded: string]>;
  /** One for each table of counts. */
  addCounts: Statement<[CountChange]>[];
}

/** Prepares, once, the statements that run for each answer. */
export function prepareAppendStatements(database: Database.Database): AppendStatements {
  return {
    findKey: database.prepare(
      `select response_id as responseId, revision_no as revisionNo,
              amendable_until as amendableUntil
       from response_key where site_id = ? and key = ?`,
    ),
    findResponse: database.prepare(
      `select response.id, response.site_id as siteId, response.page_id as pageId, page.address,
              response.day, response.received, response.answer, response.rating,
              response.left_out as leftOut, response.suspicion, comment.text as comment
       from response
       join page on page.id = response.page_id
       left join comment on comment.response_id = response.id
       where response.id = ?`,
    ),
    upsertPage: database.prepare(
      `insert into page (site_id, address, title, language, last_received)
       values (@siteId, @address, @title, @language, @received)
       on conflict (site_id, address) do update set
         title = coalesce(excluded.title, title),
         language = coalesce(excluded.language, language),
         last_received = max(last_received, excluded.last_received)
       returning id`,
    ),
    insertResponse: database.prepare(
      `insert into response (site_id, page_id, day, received, answer, rating, survey,
                             page_language, widget_language, page_updated,
                             commented, left_out, suspicion)
       values (@siteId, @pageId, @day, @received, @answer, @rating, @survey,
               @pageLanguage, @widgetLanguage, @pageUpdated,
               @commented, @leftOut, @suspicion)`,
    ),
    insertKey: database.prepare(
      `insert into response_key (site_id, key, response_id, revision_no, amendable_until)
       values (?, ?, ?, ?, ?)`,
    ),
    updateKey: database.prepare(
      `update response_key set revision_no = ? where site_id = ? and key = ?`,
    ),
    updateResponse: database.prepare(
      `update response set answer = @answer, rating = @rating, commented = @commented,
                           left_out = @leftOut, suspicion = @suspicion
       where id = @id`,
    ),
    upsertComment: database.prepare(
      `insert into comment (response_id, site_id, page_id, received, text) values (?, ?, ?, ?, ?)
       on conflict (response_id) do update set text = excluded.text`,
    ),
    replaceWords: database.prepare(
      `insert or replace into comment_words (rowid, site, exact, folded) values (?, ?, ?, ?)`,
    ),
    addCounts: [
      prepareAddCounts(database, 'page_day', 'site_id, page_id, day', 'page_id, day'),
      prepareAddCounts(database, 'site_day_page', 'site_id, day, page_id', 'site_id, day, page_id'),
      prepareAddCounts(database, 'site_day', 'site_id, day', 'site_id, day'),
    ],
  };
}

const countValues: Record<string, string> = { site_id: '@siteId', page_id: '@pageId', day: '@day' };

/** The embedded database has one writing process, so that every row is of writer 0. */
function prepareAddCounts(
  database: Database.Database,
  table: string,
  columns: string,
  key: string,
): Statement<[CountChange]> {
  const values = columns.split(', ').map((column) => countValues[column]);
  return database.prepare(
    `insert into ${table} (${columns}, writer, yes, no, partly, comments, left_out)
     values (${values.join(', ')}, 0, @yes, @no, @partly, @comments, @leftOut)
     on conflict (${key}, writer) do update set
       yes = yes + excluded.yes,
       no = no + excluded.no,
       partly = partly + excluded.partly,
       comments = comments + excluded.comments,
       left_out = left_out + excluded.left_out`,
  );
}
