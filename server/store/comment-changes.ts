import type { ResponseState } from './amendment.ts';

/** How many milliseconds a day has that is counted by: UTC days, the same in every time zone. */
export const dayLength = 24 * 60 * 60 * 1000;

/** How many milliseconds a span has: 32 days, so that a page has few of them. */
export const spanLength = 32 * dayLength;

/** A change of the comments of a page. */
export interface PageCommentChange {
  siteId: number;
  pageId: number;
  /** How many more are stored. */
  stored: number;
  /** How many more are new and not left out of the score. */
  waiting: number;
}

/** A change of how many comments of a page were received in a span, counted from 1970. */
export interface SpanCommentChange {
  siteId: number;
  pageId: number;
  span: number;
  stored: number;
}

/** A change of how many comments of a site were received on a UTC day, counted from 1970. */
export interface DayCommentChange {
  siteId: number;
  utcDay: number;
  stored: number;
}

type Commented = Pick<ResponseState, 'comment' | 'leftOut'>;
type CommentPlace = Pick<PageCommentChange, 'siteId' | 'pageId'>;

/** Adds up what a batch of answers changes in the comments: most change nothing. */
export interface CommentChanges {
  /**
   * @param before the response as it was; null when it is new
   * @param received when the comment was received, should it be new
   * @param isHandled whether an editor has given the comment that was there a status
   */
  add: (
    place: CommentPlace,
    before: Commented | null,
    after: Commented,
    received: Date,
    isHandled?: boolean,
  ) => void;
  byPage: () => PageCommentChange[];
  bySpan: () => SpanCommentChange[];
  byDay: () => DayCommentChange[];
}

export function createCommentChanges(): CommentChanges {
  const pages = new Map<number, PageCommentChange>();
  const spans = new Map<string, SpanCommentChange>();
  const days = new Map<string, DayCommentChange>();

  return {
    add({ siteId, pageId }, before, after, received, isHandled = false) {
      const stored = Number(after.comment !== null) - Number(before !== null && has(before));
      const waiting = Number(waits(after)) - Number(before !== null && waits(before));
      if (stored === 0 && (waiting === 0 || isHandled)) return;
      const page = pages.get(pageId) ?? { siteId, pageId, stored: 0, waiting: 0 };
      page.stored += stored;
      if (!isHandled) page.waiting += waiting;
      pages.set(pageId, page);
      if (stored === 0) return;
      const span = Math.floor(received.getTime() / spanLength);
      const utcDay = Math.floor(received.getTime() / dayLength);
      const ofSpan = `${pageId} ${span}`;
      const ofDay = `${siteId} ${utcDay}`;
      const inSpan = (spans.get(ofSpan)?.stored ?? 0) + stored;
      const onDay = (days.get(ofDay)?.stored ?? 0) + stored;
      spans.set(ofSpan, { siteId, pageId, span, stored: inSpan });
      days.set(ofDay, { siteId, utcDay, stored: onDay });
    },
    byPage: () => [...pages.values()],
    bySpan: () => [...spans.values()],
    byDay: () => [...days.values()],
  };
}

const has = ({ comment }: Commented) => comment !== null;

const waits = ({ comment, leftOut }: Commented) => comment !== null && !leftOut;

/**
 * Whether a comment that is stored already stops waiting, unless an editor has handled it:
 * only then it has to be found out whether one has.
 */
export const mayStopWaiting = (before: Commented, after: Commented): boolean =>
  waits(before) && !waits(after);
