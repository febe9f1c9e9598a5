import type { Answer } from '../contract/response-schema.ts';
import type { AppendOutcome, IncomingResponse } from './store.ts';

/** What of a response can change while it may be amended. */
export interface ResponseState {
  answer: Answer;
  rating: number | null;
  comment: string | null;
  revisionNo: number;
  leftOut: boolean;
  suspicion: string | null;
}

/** A stored response with all that an amendment needs to know of it. */
export interface StoredState extends ResponseState {
  id: number;
  siteId: number;
  pageId: number;
  address: string;
  day: string;
  /** Milliseconds since 1970. */
  received: number;
  /** Milliseconds since 1970. */
  amendableUntil: number;
  /** 1 when it counts as commented, even if its comment has been deleted since. */
  commented: number;
}

/**
 * A response as it counts before and after an amendment: with a comment once it has had
 * one. What counts goes by what visitors said, not by what is still stored of it.
 */
export function asCounted(stored: StoredState, amended: ResponseState) {
  const had = stored.commented === 1;
  return {
    before: { ...stored, comment: had ? (stored.comment ?? '') : null },
    after: { ...amended, comment: had ? (amended.comment ?? '') : amended.comment },
  };
}

/** The first state of a response that nobody has sent before. */
export function firstState({ content, revisionNo, suspicion }: IncomingResponse): ResponseState {
  return {
    answer: content.answer,
    rating: content.rating ?? null,
    comment: content.comment ?? null,
    revisionNo: revisionNo ?? 1,
    leftOut: suspicion !== undefined,
    suspicion: suspicion ?? null,
  };
}

/**
 * What becomes of a stored response when its visitor sends it again.
 * @returns null when nothing changes: it is the same again, or an older one that comes late
 */
export function amendedState(
  stored: ResponseState,
  { content, revisionNo: sent, suspicion }: IncomingResponse,
): ResponseState | null {
  // What an amendment leaves out stays as it was: an answer changed later keeps its comment.
  const answer = content.answer;
  const rating = content.rating ?? stored.rating;
  const comment = content.comment ?? stored.comment;
  const isSame = answer === stored.answer && rating === stored.rating && comment === stored.comment;
  const revisionNo = sent ?? stored.revisionNo + (isSame ? 0 : 1);
  if (revisionNo < stored.revisionNo || (isSame && revisionNo === stored.revisionNo)) return null;
  return {
    answer,
    rating,
    comment,
    revisionNo,
    leftOut: stored.leftOut || suspicion !== undefined,
    suspicion: stored.suspicion ?? suspicion ?? null,
  };
}

/** Tells the visitor what is stored. */
export const acknowledged = (
  kind: 'new' | 'amended' | 'duplicate',
  state: ResponseState & Pick<StoredState, 'received' | 'amendableUntil'>,
): AppendOutcome => ({
  kind,
  stored: {
    answer: state.answer,
    revisionNo: state.revisionNo,
    hasComment: state.comment !== null,
    received: new Date(state.received),
    amendableUntil: new Date(state.amendableUntil),
  },
});
