import type Database from 'better-sqlite3';
import type { Answer } from '../../contract/response-schema.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import { keyBytes } from './key-bytes.ts';
import { prepareAppendStatements, type KeyRow, type StoredRow } from './append-statements.ts';

type Amendable = StoredRow & KeyRow;

/**
 * Makes the one function that writes visitors' answers. All that it is given is
 * stored in one transaction: response, page, comment and daily count together.
 * @param amendmentWindow how long a response may be amended, in milliseconds
 */
export function createAppendResponses(database: Database.Database, amendmentWindow: number) {
  const statements = prepareAppendStatements(database);

  function appendOne(incoming: IncomingResponse): AppendOutcome {
    const key = keyBytes(incoming.key);
    const known = statements.findKey.get(key);
    if (!known) return appendNew(key, incoming);
    if (known.responseId === null || incoming.received.getTime() >= known.amendableUntil) {
      return { kind: 'too-late' };
    }
    const stored = statements.findResponse.get(known.responseId);
    if (!stored) return { kind: 'too-late' };
    if (stored.address !== incoming.address || stored.siteId !== incoming.siteId) {
      return { kind: 'other-page' };
    }
    return amend(key, incoming, { ...stored, ...known });
  }

  function appendNew(key: Uint8Array, incoming: IncomingResponse): AppendOutcome {
    const { content, siteId, address, day } = incoming;
    const received = incoming.received.getTime();
    const revisionNo = incoming.revisionNo ?? 1;
    const amendableUntil = received + amendmentWindow;
    const pageId = statements.upsertPage.get({
      siteId,
      address,
      title: content.title ?? null,
      language: content.pageLanguage ?? null,
      received,
    });
    if (!pageId) throw new Error('The page was not stored.');
    const responseId = statements.insertResponse.get({
      pageId: pageId.id,
      day,
      received,
      answer: content.answer,
      rating: content.rating ?? null,
      survey: content.survey,
      pageLanguage: content.pageLanguage ?? null,
      widgetLanguage: content.widgetLanguage ?? null,
      pageUpdated: content.pageUpdated ?? null,
    });
    if (!responseId) throw new Error('The response was not stored.');
    statements.insertKey.run(key, responseId.id, revisionNo, amendableUntil);
    const comment = content.comment;
    if (comment) {
      statements.upsertComment.run(responseId.id, pageId.id, received, comment);
    }
    addToDay(pageId.id, day, content.answer, 1, comment ? 1 : 0);
    return acknowledge('new', {
      answer: content.answer,
      comment: comment ?? null,
      revisionNo,
      received,
      amendableUntil,
    });
  }

  function amend(key: Uint8Array, incoming: IncomingResponse, stored: Amendable): AppendOutcome {
    const { content } = incoming;
    // What an amendment leaves out stays as it was: an answer changed later keeps its comment.
    const answer = content.answer;
    const rating = content.rating ?? stored.rating;
    const comment = content.comment ?? stored.comment;
    const isSame =
      answer === stored.answer && rating === stored.rating && comment === stored.comment;
    const revisionNo = incoming.revisionNo ?? stored.revisionNo + (isSame ? 0 : 1);
    if (revisionNo < stored.revisionNo || (isSame && revisionNo === stored.revisionNo)) {
      return acknowledge('duplicate', stored);
    }
    statements.updateKey.run(revisionNo, key);
    statements.updateResponse.run(answer, rating, stored.id);
    if (comment !== null && comment !== stored.comment) {
      statements.upsertComment.run(stored.id, stored.pageId, incoming.received.getTime(), comment);
    }
    const newComments = comment !== null && stored.comment === null ? 1 : 0;
    addToDay(stored.pageId, stored.day, stored.answer, -1, 0);
    addToDay(stored.pageId, stored.day, answer, 1, newComments);
    return acknowledge('amended', { ...stored, answer, comment, revisionNo });
  }

  function addToDay(pageId: number, day: string, answer: Answer, by: 1 | -1, comments: number) {
    statements.addToDay.run({
      pageId,
      day,
      yes: answer === 'yes' ? by : 0,
      no: answer === 'no' ? by : 0,
      partly: answer === 'partly' ? by : 0,
      comments,
    });
  }

  const appendAll = database.transaction((list: IncomingResponse[]) => list.map(appendOne));

  return (list: IncomingResponse[]): Promise<AppendOutcome[]> =>
    // The database call is synchronous: its failure becomes a rejection like any other store's.
    new Promise((resolve) => {
      resolve(appendAll.immediate(list));
    });
}

function acknowledge(
  kind: 'new' | 'amended' | 'duplicate',
  state: Pick<Amendable, 'answer' | 'comment' | 'revisionNo' | 'received' | 'amendableUntil'>,
): AppendOutcome {
  return {
    kind,
    stored: {
      answer: state.answer,
      revisionNo: state.revisionNo,
      hasComment: state.comment !== null,
      received: new Date(state.received),
      amendableUntil: new Date(state.amendableUntil),
    },
  };
}
