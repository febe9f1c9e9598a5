import type Database from 'better-sqlite3';
import { asCounted, type StoredState } from '../amendment.ts';
import { createCommentChanges, mayStopWaiting, type CommentChanges } from '../comment-changes.ts';
import { createCountChanges, type CountChanges } from '../count-changes.ts';
import { searchWords, siteWord } from '../search-words.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import { createAppendComments } from './append-comments.ts';
import { createAppendPages, type AppendPages } from './append-pages.ts';
import type { AppendStatements } from './append-statements.ts';
import type { ResponseKeys } from './response-keys.ts';

/** What is written once for all answers of a batch. */
interface Batch {
  pages: AppendPages;
  counts: CountChanges;
  comments: CommentChanges;
}

/**
 * Makes the function that puts accepted answers where they are read: response, page,
 * comment, words and counts. To be called in a transaction, with all that it is given.
 */
export function createWriteResponses(
  database: Database.Database,
  statements: AppendStatements,
  keys: Pick<ResponseKeys, 'add' | 'revise'>,
): (answers: AcceptedAnswer[]) => void {
  const appendComments = createAppendComments(database);

  function writeNew(answer: AcceptedAnswer, { pages, counts, comments }: Batch) {
    const { visitor, first, after: state, received, amendableUntil } = answer;
    const { content, siteId, day } = first;
    // A robot may not rename a page, nor say that it was updated.
    const pageId = pages.place(first, first.suspicion === undefined);
    const { lastInsertRowid } = statements.insertResponse.run(
      siteId,
      pageId,
      day,
      received,
      state.answer,
      state.rating,
      content.survey,
      content.pageLanguage ?? null,
      content.widgetLanguage ?? null,
      content.pageUpdated ?? null,
      state.comment === null ? 0 : 1,
      state.leftOut ? 1 : 0,
      state.suspicion,
    );
    const id = Number(lastInsertRowid);
    keys.add(visitor, { responseId: id, revisionNo: state.revisionNo, amendableUntil });
    const place = { id, siteId, pageId, day };
    if (state.comment !== null) {
      writeComment(place, answer.commented, state.comment, statements.insertWords);
    }
    counts.add(place, null, state);
    comments.add(place, null, state, answer.commented);
  }

  function writeAmended(
    { visitor, after: state, commented }: AcceptedAnswer,
    stored: StoredState,
    { counts, comments }: Batch,
  ) {
    keys.revise(visitor, state.revisionNo);
    statements.updateResponse.run(
      state.answer,
      state.rating,
      state.comment === null ? stored.commented : 1,
      state.leftOut ? 1 : 0,
      state.suspicion,
      stored.id,
    );
    if (state.comment !== null && state.comment !== stored.comment) {
      writeComment(stored, commented, state.comment, statements.replaceWords);
    }
    const { before, after } = asCounted(stored, state);
    counts.add(stored, before, after);
    const isHandled = mayStopWaiting(stored, state) && appendComments.isHandled(stored.id);
    comments.add(stored, stored, state, commented, isHandled);
  }

  function writeComment(
    { id, siteId, pageId }: Pick<StoredState, 'id' | 'siteId' | 'pageId'>,
    received: Date,
    text: string,
    words: AppendStatements['insertWords'],
  ) {
    statements.upsertComment.run(id, siteId, pageId, received.getTime(), text);
    const { exact, folded } = searchWords(text);
    words.run(id, siteWord(siteId), exact, folded);
  }

  function addCounts(counts: CountChanges) {
    for (const { siteId, pageId, day, yes, no, partly, comments, leftOut } of counts.list()) {
      statements.addPageDay.run(siteId, pageId, day, yes, no, partly, comments, leftOut);
      statements.addSiteDayPage.run(siteId, pageId, day, yes, no, partly, comments, leftOut);
      statements.addPageTotal.run(siteId, pageId, yes, no, partly, comments, leftOut);
    }
    for (const { siteId, day, yes, no, partly, comments, leftOut } of counts.listBySite()) {
      statements.addSiteDay.run(siteId, day, yes, no, partly, comments, leftOut);
    }
  }

  return (answers) => {
    const batch: Batch = {
      pages: createAppendPages(statements),
      counts: createCountChanges(),
      comments: createCommentChanges(),
    };
    for (const answer of answers) {
      if (answer.before) writeAmended(answer, answer.before, batch);
      else writeNew(answer, batch);
    }
    batch.pages.write();
    addCounts(batch.counts);
    appendComments.write(batch.comments);
  };
}
