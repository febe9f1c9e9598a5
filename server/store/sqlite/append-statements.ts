import type Database from 'better-sqlite3';
import type { Answer } from '../../contract/response-schema.ts';

export interface KeyRow {
  /** Null when the amendment window has been closed. */
  responseId: number | null;
  revisionNo: number;
  amendableUntil: number;
}

/** A stored response with what an amendment needs to know of it. */
export interface StoredRow {
  id: number;
  pageId: number;
  siteId: number;
  address: string;
  day: string;
  received: number;
  answer: Answer;
  rating: number | null;
  comment: string | null;
}

interface PageValues {
  siteId: number;
  address: string;
  title: string | null;
  language: string | null;
  received: number;
}

interface ResponseValues {
  pageId: number;
  day: string;
  received: number;
  answer: Answer;
  rating: number | null;
  survey: string;
  pageLanguage: string | null;
  widgetLanguage: string | null;
  pageUpdated: string | null;
}

interface DayValues {
  pageId: number;
  day: string;
  yes: number;
  no: number;
  partly: number;
  comments: number;
}

type Statement<Bound extends unknown[], Row = unknown> = Database.Statement<Bound, Row>;

export interface AppendStatements {
  findKey: Statement<[Uint8Array], KeyRow>;
  findResponse: Statement<[number], StoredRow>;
  upsertPage: Statement<[PageValues], { id: number }>;
  insertResponse: Statement<[ResponseValues], { id: number }>;
  insertKey: Statement<[Uint8Array, number, number, number]>;
  updateKey: Statement<[number, Uint8Array]>;
  updateResponse: Statement<[Answer, number | null, number]>;
  upsertComment: Statement<[number, number, number, string]>;
  addToDay: Statement<[DayValues]>;
}

/** Prepares, once, the statements that run for each answer. */
export function prepareAppendStatements(database: Database.Database): AppendStatements {
  return {
    findKey: database.prepare(
      `select response_id as responseId, revision_no as revisionNo,
              amendable_until as amendableUntil
       from response_key where key = ?`,
    ),
    findResponse: database.prepare(
      `select response.id, response.page_id as pageId, page.site_id as siteId, page.address,
              response.day, response.received, response.answer, response.rating,
              comment.text as comment
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
      `insert into response (page_id, day, received, answer, rating, survey,
                             page_language, widget_language, page_updated)
       values (@pageId, @day, @received, @answer, @rating, @survey,
               @pageLanguage, @widgetLanguage, @pageUpdated)
       returning id`,
    ),
    insertKey: database.prepare(
      `insert into response_key (key, response_id, revision_no, amendable_until)
       values (?, ?, ?, ?)`,
    ),
    updateKey: database.prepare(`update response_key set revision_no = ? where key = ?`),
    updateResponse: database.prepare(`update response set answer = ?, rating = ? where id = ?`),
    upsertComment: database.prepare(
      `insert into comment (response_id, page_id, received, text) values (?, ?, ?, ?)
       on conflict (response_id) do update set text = excluded.text`,
    ),
    addToDay: database.prepare(
      `insert into page_day (page_id, day, yes, no, partly, comments)
       values (@pageId, @day, @yes, @no, @partly, @comments)
       on conflict (page_id, day) do update set
         yes = yes + excluded.yes,
         no = no + excluded.no,
         partly = partly + excluded.partly,
         comments = comments + excluded.comments`,
    ),
  };
}
