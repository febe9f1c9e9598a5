import type Database from 'better-sqlite3';
import { acknowledged, amendedState, firstState, type StoredState } from '../amendment.ts';
import { createCountChanges, type CountChanges } from '../count-changes.ts';
import { keyBytes } from '../key-bytes.ts';
import { searchWords } from '../search-words.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import { prepareAppendStatements } from './append-statements.ts';

/**
 * Makes the one function that writes visitors' answers. All that it is given is
 * stored in one transaction: response, page, comment, words and counts together.
 * @param amendmentWindow how long a response may be amended, in milliseconds
 */
export function createAppendResponses(database: Database.Database, amendmentWindow: number) {
  const statements = prepareAppendStatements(database);

  function appendOne(incoming: IncomingResponse, counts: CountChanges): AppendOutcome {
    const key = keyBytes(incoming.key);
    const known = statements.findKey.get(incoming.siteId, key);
    if (!known) return appendNew(key, incoming, counts);
    if (known.responseId === null || incoming.received.getTime() >= known.amendableUntil) {
      return { kind: 'too-late' };
    }
    const row = statements.findResponse.get(known.responseId);
    if (!row) return { kind: 'too-late' };
    if (row.address !== incoming.address) return { kind: 'other-page' };
    return amend(key, incoming, { ...row, ...known, leftOut: row.leftOut === 1 }, counts);
  }

  function appendNew(
    key: Uint8Array,
    incoming: IncomingResponse,
    counts: CountChanges,
  ): AppendOutcome {
    const { content, siteId, address, day } = incoming;
    const received = incoming.received.getTime();
    const state = firstState(incoming);
    const amendableUntil = received + amendmentWindow;
    const page = statements.upsertPage.get({
      siteId,
      address,
      // A robot may not rename a page.
      title: state.leftOut ? null : (content.title ?? null),
      language: state.leftOut ? null : (content.pageLanguage ?? null),
      received,
    });
    if (!page) throw new Error('The page was not stored.');
    const { lastInsertRowid } = statements.insertResponse.run({
      siteId,
      pageId: page.id,
      day,
      received,
      answer: state.answer,
      rating: state.rating,
      survey: content.survey,
      pageLanguage: content.pageLanguage ?? null,
      widgetLanguage: content.widgetLanguage ?? null,
      pageUpdated: content.pageUpdated ?? null,
      commented: state.comment === null ? 0 : 1,
      leftOut: state.leftOut ? 1 : 0,
      suspicion: state.suspicion,
    });
    const id = Number(lastInsertRowid);
    statements.insertKey.run(siteId, key, id, state.revisionNo, amendableUntil);
    const place = { id, siteId, pageId: page.id, day };
    if (state.comment !== null) writeComment(place, received, state.comment);
    counts.add(place, null, state);
    return acknowledged('new', { ...state, received, amendableUntil });
  }

  function amend(
    key: Uint8Array,
    incoming: IncomingResponse,
    stored: StoredState,
    counts: CountChanges,
  ): AppendOutcome {
    const state = amendedState(stored, incoming);
    if (!state) return acknowledged('duplicate', stored);
    statements.updateKey.run(state.revisionNo, stored.siteId, key);
    statements.updateResponse.run({
      id: stored.id,
      answer: state.answer,
      rating: state.rating,
      commented: state.comment === null ? 0 : 1,
      leftOut: state.leftOut ? 1 : 0,
      suspicion: state.suspicion,
    });
    if (state.comment !== null && state.comment !== stored.comment) {
      writeComment(stored, incoming.received.getTime(), state.comment);
    }
    counts.add(stored, stored, state);
    return acknowledged('amended', { ...stored, ...state });
  }

  function writeComment(
    { id, siteId, pageId }: Pick<StoredState, 'id' | 'siteId' | 'pageId'>,
    received: number,
    text: string,
  ) {
    statements.upsertComment.run(id, siteId, pageId, received, text);
    const { exact, folded } = searchWords(text);
    statements.replaceWords.run(id, `s${siteId}`, exact, folded);
  }

  const appendAll = database.transaction((list: IncomingResponse[]) => {
    const counts = createCountChanges();
    const outcomes = list.map((incoming) => appendOne(incoming, counts));
    for (const change of counts.list()) {
      for (const addCounts of statements.addCounts) addCounts.run(change);
    }
    return outcomes;
  });

  return (list: IncomingResponse[]): Promise<AppendOutcome[]> =>
    // The database call is synchronous: its failure becomes a rejection like any other store's.
    new Promise((resolve) => {
      resolve(appendAll.immediate(list));
    });
}
