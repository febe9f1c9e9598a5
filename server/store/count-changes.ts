import type { ResponseState } from './amendment.ts';

/** A change of the counts of one site on one day. */
export interface SiteCountChange {
  siteId: number;
  day: string;
  yes: number;
  no: number;
  partly: number;
  comments: number;
  leftOut: number;
}

/** A change of the counts of one page on one day. */
export interface CountChange extends SiteCountChange {
  pageId: number;
}

type Counted = Pick<ResponseState, 'answer' | 'comment' | 'leftOut'>;

/** Adds up what a batch of answers changes, so that each count is written once a batch. */
export interface CountChanges {
  /** @param before the response as it was; null when it is new */
  add: (place: CountPlace, before: Counted | null, after: Counted) => void;
  /** The changes by page and day. */
  list: () => CountChange[];
  /** The same changes by site and day. */
  listBySite: () => SiteCountChange[];
}

type CountPlace = Pick<CountChange, 'siteId' | 'pageId' | 'day'>;

export function createCountChanges(): CountChanges {
  const ofPages = new Map<string, CountChange>();
  const ofSites = new Map<string, SiteCountChange>();

  return {
    add({ siteId, pageId, day }, before, after) {
      const page = changeIn(ofPages, `${pageId} ${day}`, () => ({ siteId, pageId, ...none(day) }));
      const site = changeIn(ofSites, `${siteId} ${day}`, () => ({ siteId, ...none(day) }));
      for (const change of [page, site]) {
        if (before) count(change, before, -1);
        count(change, after, 1);
      }
    },
    list: () => [...ofPages.values()],
    listBySite: () => [...ofSites.values()],
  };
}

const none = (day: string) => ({ day, yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0 });

function changeIn<Change>(changes: Map<string, Change>, name: string, make: () => Change): Change {
  const known = changes.get(name);
  if (known) return known;
  const change = make();
  changes.set(name, change);
  return change;
}

function count(change: SiteCountChange, { answer, comment, leftOut }: Counted, by: 1 | -1): void {
  if (leftOut) {
    change.leftOut += by;
    return;
  }
  change[answer] += by;
  if (comment !== null) change.comments += by;
}
