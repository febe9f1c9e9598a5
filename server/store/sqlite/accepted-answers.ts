import { acknowledged, amendedState, firstState } from '../amendment.ts';
import type { ResponseState, StoredState } from '../amendment.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import type { AppendStatements } from './append-statements.ts';
import type { ResponseKeys } from './response-keys.ts';
import { createVisitorMap, visitorKey, type VisitorKey } from './visitor-key.ts';

/** An answer that was accepted and is not in its tables yet, with what its visitor sent since. */
export interface AcceptedAnswer {
  visitor: VisitorKey;
  /** As it was sent first. */
  first: IncomingResponse;
  /** As it lies in the tables; null when it is new. */
  before: StoredState | null;
  after: ResponseState;
  /** Where it was given, unless that page has been merged into another. */
  address: string;
  /** Milliseconds since 1970. */
  received: number;
  /** Milliseconds since 1970. */
  amendableUntil: number;
  /** When its comment was sent; of no meaning without a comment. */
  commented: Date;
}

/** What was decided about an answer that waits. */
export interface WaitingAnswer {
  answer: IncomingResponse;
  /** Until when it may be amended, in milliseconds since 1970. */
  until: number;
}

/** Decides what becomes of answers, by what is stored and by those that are yet to be. */
export interface AcceptedAnswers {
  /**
   * To be called in a transaction that has begun with `keys.begin`.
   * @returns what the visitor is told; when it is new or amended, it now waits to be written
   */
  decide: (incoming: IncomingResponse) => AppendOutcome;
  /** Takes up an answer that was decided about before, in the order in which they came. */
  restore: (waiting: WaitingAnswer) => void;
  /** All that wait, those of a site in the order in which they came. */
  list: () => AcceptedAnswer[];
  count: () => number;
  /** They are written, or were taken back. */
  clear: () => void;
}

type FindStatements = Pick<
  AppendStatements,
  'findResponse' | 'findComment' | 'findPage' | 'findAddress'
>;

/** @param amendmentWindow how long a response may be amended, in milliseconds */
export function createAcceptedAnswers(
  statements: FindStatements,
  keys: Pick<ResponseKeys, 'find'>,
  amendmentWindow: number,
): AcceptedAnswers {
  let accepted = createVisitorMap<AcceptedAnswer>();

  function decide(incoming: IncomingResponse): AppendOutcome {
    const visitor = visitorKey(incoming.siteId, incoming.key);
    const known = accepted.get(visitor) ?? findStored(visitor, incoming);
    if (known === 'gone') return { kind: 'too-late' };
    if (!known) {
      const until = incoming.received.getTime() + amendmentWindow;
      return acknowledged('new', toldOf(acceptNew(visitor, incoming, until)));
    }
    if (incoming.received.getTime() >= known.amendableUntil) return { kind: 'too-late' };
    if (!isSamePage(incoming.siteId, known.address, incoming.address)) {
      return { kind: 'other-page' };
    }
    return acknowledged(amend(known, incoming) ? 'amended' : 'duplicate', toldOf(known));
  }

  function acceptNew(
    visitor: VisitorKey,
    incoming: IncomingResponse,
    amendableUntil: number,
  ): AcceptedAnswer {
    const answer: AcceptedAnswer = {
      visitor,
      first: incoming,
      before: null,
      after: firstState(incoming),
      address: incoming.address,
      received: incoming.received.getTime(),
      amendableUntil,
      commented: incoming.received,
    };
    accepted.set(visitor, answer);
    return answer;
  }

  /** @returns whether that changes anything */
  function amend(known: AcceptedAnswer, incoming: IncomingResponse): boolean {
    const state = amendedState(known.after, incoming);
    if (!state) return false;
    if (known.after.comment === null) known.commented = incoming.received;
    known.after = state;
    accepted.set(known.visitor, known);
    return true;
  }

  /** @returns 'gone' when nobody may amend it any more */
  function findStored(
    visitor: VisitorKey,
    first: IncomingResponse,
  ): AcceptedAnswer | 'gone' | undefined {
    const key = keys.find(visitor);
    if (!key) return undefined;
    const row = key.responseId === null ? undefined : statements.findResponse.get(key.responseId);
    if (!row) return 'gone';
    const { revisionNo, amendableUntil } = key;
    const address = statements.findAddress.get(row.pageId)?.address ?? '';
    const comment = statements.findComment.get(row.id) ?? null;
    const stored = { ...row, address, comment, leftOut: row.leftOut === 1 };
    const before: StoredState = { ...stored, revisionNo, amendableUntil };
    const { received } = row;
    const times = { received, amendableUntil, commented: first.received };
    return { visitor, first, before, after: before, address, ...times };
  }

  /** A page that has been merged into another is answered about at its old address too. */
  const isSamePage = (siteId: number, one: string, other: string) =>
    one === other || pageOf(siteId, one) === pageOf(siteId, other);

  function pageOf(siteId: number, address: string): number | string {
    const page = statements.findPage.get(siteId, address);
    if (!page) return address;
    const successor =
      page.mergedInto === null ? undefined : statements.findAddress.get(page.mergedInto);
    return successor ? pageOf(siteId, successor.address) : page.id;
  }

  return {
    decide,
    restore({ answer, until }) {
      const visitor = visitorKey(answer.siteId, answer.key);
      const known = accepted.get(visitor) ?? findStored(visitor, answer);
      if (!known) acceptNew(visitor, answer, until);
      else if (known !== 'gone') amend(known, answer);
    },
    list: () => accepted.values(),
    count: () => accepted.size(),
    clear() {
      accepted = createVisitorMap();
    },
  };
}

const toldOf = ({ after, received, amendableUntil }: AcceptedAnswer) => ({
  ...after,
  received,
  amendableUntil,
});
