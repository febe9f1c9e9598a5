import type { ResponseState } from './amendment.ts';

/** A change of the counts of one page on one day. */
export interface CountChange {
  siteId: number;
  pageId: number;
  day: string;
  yes: number;
  no: number;
  partly: number;
  comments: number;
  leftOut: number;
}

type Counted = Pick<ResponseState, 'answer' | 'comment' | 'leftOut'>;

/** Adds up what a batch of answers changes, so that each count is written once a batch. */
export interface CountChanges {
  /** @param before the response as it was; null when it is new */
  add: (place: CountPlace, before: Counted | null, after: Counted) => void;
  list: () => CountChange[];
}

type CountPlace = Pick<CountChange, 'siteId' | 'pageId' | 'day'>;

export function createCountChanges(): CountChanges {
  const changes = new Map<string, CountChange>();

  function changeOf({ siteId, pageId, day }: CountPlace): CountChange {
    const name = `${pageId} ${day}`;
    const known = changes.get(name);
    if (known) return known;
    const change = { siteId, pageId, day, yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0 };
    changes.set(name, change);
    return change;
  }

  return {
    add(place, before, after) {
      const change = changeOf(place);
      if (before) count(change, before, -1);
      count(change, after, 1);
    },
    list: () => [...changes.values()],
  };
}

function count(change: CountChange, { answer, comment, leftOut }: Counted, by: 1 | -1): void {
  if (leftOut) {
    change.leftOut += by;
    return;
  }
  change[answer] += by;
  if (comment !== null) change.comments += by;
}
