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
  const days = new Map<string, DayChanges>();

  return {
    add({ siteId, pageId, day }, before, after) {
      let changes = days.get(day);
      if (!changes) days.set(day, (changes = { pages: new Map(), sites: new Map() }));
      let page = changes.pages.get(pageId);
      if (!page) changes.pages.set(pageId, (page = { siteId, pageId, day, ...none }));
      let site = changes.sites.get(siteId);
      if (!site) changes.sites.set(siteId, (site = { siteId, day, ...none }));
      if (before) {
        count(page, before, -1);
        count(site, before, -1);
      }
      count(page, after, 1);
      count(site, after, 1);
    },
    list: () => [...days.values()].flatMap(({ pages }) => [...pages.values()]),
    listBySite: () => [...days.values()].flatMap(({ sites }) => [...sites.values()]),
  };
}

/** What a day's answers change, by the numbers of pages and sites. */
interface DayChanges {
  pages: Map<number, CountChange>;
  sites: Map<number, SiteCountChange>;
}

const none = { yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0 };

function count(change: SiteCountChange, { answer, comment, leftOut }: Counted, by: 1 | -1): void {
  if (leftOut) {
    change.leftOut += by;
    return;
  }
  change[answer] += by;
  if (comment !== null) change.comments += by;
}
