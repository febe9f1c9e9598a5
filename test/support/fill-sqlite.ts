import Database from 'better-sqlite3';
import { siteWord } from '../../server/store/search-words.ts';
import { countComments } from './count-comments.ts';
import type { GeneratedCounts, RowSink } from './generate-responses.ts';

/** A database file that generated rows are written into. */
export interface SqliteSink extends RowSink {
  /** Commits what is left and closes the file. */
  end: () => void;
}

/**
 * Writes generated rows into the tables of an embedded database that a store has made:
 * fast, and safe for nothing, as what is generated can be generated again.
 */
export function createSqliteSink(file: string): SqliteSink {
  const database = new Database(file);
  // Else it would refuse to do without a journal.
  database.unsafeMode();
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('cache_size = -1000000');

  const addResponse = database.prepare(
    `insert into response (id, site_id, page_id, day, received, answer, rating, survey,
       page_language, widget_language, page_updated, commented, left_out, suspicion)
     values (?, ?, ?, ?, ?, ?, ?, 'page', 'sv', 'sv', null, ?, ?, ?)`,
  );
  const addComment = database.prepare(
    'insert into comment (response_id, site_id, page_id, received, text) values (?, ?, ?, ?, ?)',
  );
  const addWords = database.prepare(
    'insert into comment_words (rowid, site, exact, folded) values (?, ?, ?, ?)',
  );
  const addPage = database.prepare(
    `insert into page (id, site_id, address, title, language, last_received)
     values (?, ?, ?, ?, 'sv', ?)`,
  );
  const addCounts = (table: string, key: string[]) =>
    database.prepare(
      `insert into ${table} (${key.join(', ')}, writer, yes, no, partly, comments, left_out)
       values (${key.map(() => '?').join(', ')}, 0, ?, ?, ?, ?, ?)`,
    );
  const addPageDay = addCounts('page_day', ['site_id', 'page_id', 'day']);
  const addSiteDayPage = addCounts('site_day_page', ['site_id', 'page_id', 'day']);
  const addSiteDay = addCounts('site_day', ['site_id', 'day']);
  const addPageTotal = addCounts('page_total', ['site_id', 'page_id']);
  database.exec('begin');

  return {
    addResponses(rows) {
      for (const { id, siteId, pageId, day, received, answer, rating, leftOut, comment } of rows) {
        addResponse.run(
          ...[id, siteId, pageId, day, received, answer, rating, comment === null ? 0 : 1],
          ...(leftOut ? [1, 'rate'] : [0, null]),
        );
        if (comment === null) continue;
        addComment.run(id, siteId, pageId, received, comment.text);
        addWords.run(id, siteWord(siteId), comment.exact, comment.folded);
      }
    },
    addDay(ofPages, ofSites) {
      // In the order of the pages, the tree of this day is filled from one end.
      for (const { siteId, pageId, day, counts } of ofPages.sort(byPage)) {
        addPageDay.run(siteId, pageId, day, counts);
        addSiteDayPage.run(siteId, pageId, day, counts);
      }
      for (const { siteId, day, counts } of ofSites) addSiteDay.run(siteId, day, counts);
    },
    addPages(pages, totals) {
      for (const { id, siteId, address, title, lastReceived } of pages) {
        addPage.run(id, siteId, address, title, lastReceived);
      }
      for (const { siteId, pageId, counts } of totals) addPageTotal.run(siteId, pageId, counts);
    },
    end() {
      for (const statement of countComments) database.exec(statement);
      database.exec('commit');
      database.close();
    },
  };
}

const byPage = (one: GeneratedCounts, other: GeneratedCounts) => one.pageId - other.pageId;
