import type Database from 'better-sqlite3';
import {
  acknowledged,
  amendedState,
  asCounted,
  firstState,
  type StoredState,
} from '../amendment.ts';
import { createCommentChanges, mayStopWaiting, type CommentChanges } from '../comment-changes.ts';
import { createCountChanges, type CountChanges } from '../count-changes.ts';
import { searchWords, siteWord } from '../search-words.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import { createPlaceCheck } from './append-only-in-place.ts';
import { createAppendComments } from './append-comments.ts';
import { createAppendPages, type AppendPages } from './append-pages.ts';
import { prepareAppendStatements } from './append-statements.ts';
import { tuneForAppending } from './append-tuning.ts';
import { visitorKey, type ResponseKeys, type VisitorKey } from './response-keys.ts';

/** What is written once for all answers of a batch. */
interface Batch {
  pages: AppendPages;
  counts: CountChanges;
  comments: CommentChanges;
}

/**
 * Makes the one function that writes visitors' answers. All that it is given is
 * stored in one transaction: response, page, comment, words and counts together.
 * @param amendmentWindow how long a response may be amended, in milliseconds
 */
export function createAppendResponses(
  database: Database.Database,
  keys: ResponseKeys,
  amendmentWindow: number,
) {
  tuneForAppending(database);
  const statements = prepareAppendStatements(database);
  const appendComments = createAppendComments(database);
  const checkPlace = createPlaceCheck(database);

  function appendOne(incoming: IncomingResponse, batch: Batch): AppendOutcome {
    const { siteId, key } = incoming;
    const visitor = visitorKey(siteId, key);
    const known = keys.find(visitor);
    if (!known) return appendNew(visitor, incoming, batch);
    if (known.responseId === null || incoming.received.getTime() >= known.amendableUntil) {
      return { kind: 'too-late' };
    }
    const row = statements.findResponse.get(known.responseId);
    if (!row) return { kind: 'too-late' };
    const address = statements.findAddress.get(row.pageId)?.address ?? '';
    // A page that has been merged into another is answered about at its old address too.
    if (
      address !== incoming.address &&
      statements.findPage.get(siteId, incoming.address)?.mergedInto !== row.pageId
    ) {
      return { kind: 'other-page' };
    }
    const comment = statements.findComment.get(row.id) ?? null;
    const { revisionNo, amendableUntil } = known;
    const stored = { ...row, address, comment, leftOut: row.leftOut === 1 };
    return amend(visitor, incoming, { ...stored, revisionNo, amendableUntil }, batch);
  }

  function appendNew(
    visitor: VisitorKey,
    incoming: IncomingResponse,
    { pages, counts, comments }: Batch,
  ): AppendOutcome {
    const { content, siteId, day } = incoming;
    const received = incoming.received.getTime();
    const state = firstState(incoming);
    const amendableUntil = received + amendmentWindow;
    // A robot may not rename a page, nor say that it was updated.
    const pageId = pages.place(incoming, !state.leftOut);
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
    if (state.comment !== null) writeComment(place, received, state.comment);
    counts.add(place, null, state);
    comments.add(place, null, state, incoming.received);
    return acknowledged('new', { ...state, received, amendableUntil });
  }

  function amend(
    visitor: VisitorKey,
    incoming: IncomingResponse,
    stored: StoredState,
    { counts, comments }: Batch,
  ): AppendOutcome {
    const state = amendedState(stored, incoming);
    if (!state) return acknowledged('duplicate', stored);
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
      writeComment(stored, incoming.received.getTime(), state.comment);
    }
    const { before, after } = asCounted(stored, state);
    counts.add(stored, before, after);
    const isHandled = mayStopWaiting(stored, state) && appendComments.isHandled(stored.id);
    comments.add(stored, stored, state, incoming.received, isHandled);
    return acknowledged('amended', { ...stored, ...state });
  }

  function writeComment(
    { id, siteId, pageId }: Pick<StoredState, 'id' | 'siteId' | 'pageId'>,
    received: number,
    text: string,
  ) {
    statements.upsertComment.run(id, siteId, pageId, received, text);
    const { exact, folded } = searchWords(text);
    statements.replaceWords.run(id, siteWord(siteId), exact, folded);
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

  const appendAll = database.transaction((list: IncomingResponse[]) => {
    keys.begin();
    const batch: Batch = {
      pages: createAppendPages(statements),
      counts: createCountChanges(),
      comments: createCommentChanges(),
    };
    const outcomes = list.map((incoming) => appendOne(incoming, batch));
    batch.pages.write();
    addCounts(batch.counts);
    appendComments.write(batch.comments);
    return outcomes;
  });

  return (list: IncomingResponse[]): Promise<AppendOutcome[]> =>
    // The database call is synchronous: its failure becomes a rejection like any other store's.
    new Promise((resolve) => {
      checkPlace();
      try {
        resolve(appendAll.immediate(list));
      } catch (fault) {
        keys.forget();
        throw fault;
      }
    });
}
