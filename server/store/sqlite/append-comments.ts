import type Database from 'better-sqlite3';
import type { CommentChanges } from '../comment-changes.ts';

/** Keeps the counts of stored comments while answers are written. */
export interface AppendComments {
  /** Whether an editor has given a comment a status. */
  isHandled: (responseId: number) => boolean;
  /** Writes what a batch has changed. */
  write: (changes: CommentChanges) => void;
}

/** Prepares, once, the statements that count comments; all rows are of writer 0. */
export function createAppendComments(database: Database.Database): AppendComments {
  const findHandled = database.prepare<[id: number]>(
    `select 1 from comment_work where response_id = ? and status <> 'new'`,
  );
  const addToPage = database.prepare<[site: number, page: number, stored: number, waiting: number]>(
    `insert into page_comments (site_id, page_id, writer, stored, waiting) values (?, ?, 0, ?, ?)
     on conflict (page_id, writer) do update set
       stored = stored + excluded.stored, waiting = waiting + excluded.waiting`,
  );
  const addToSpan = database.prepare<[site: number, page: number, span: number, stored: number]>(
    `insert into page_span_comments (site_id, page_id, span, writer, stored)
     values (?, ?, ?, 0, ?)
     on conflict (page_id, span, writer) do update set stored = stored + excluded.stored`,
  );
  const addToDay = database.prepare<[site: number, day: number, stored: number]>(
    `insert into site_day_comments (site_id, utc_day, writer, stored) values (?, ?, 0, ?)
     on conflict (site_id, utc_day, writer) do update set stored = stored + excluded.stored`,
  );

  return {
    isHandled: (responseId) => findHandled.get(responseId) !== undefined,
    write(changes) {
      for (const { siteId, pageId, stored, waiting } of changes.byPage()) {
        addToPage.run(siteId, pageId, stored, waiting);
      }
      for (const { siteId, pageId, span, stored } of changes.bySpan()) {
        addToSpan.run(siteId, pageId, span, stored);
      }
      for (const { siteId, utcDay, stored } of changes.byDay()) {
        addToDay.run(siteId, utcDay, stored);
      }
    },
  };
}
