import type { Comment, Counts, Slice } from './store.ts';

/** The periods by which pages can be ordered, in days. */
export const workPeriods = [7, 30, 90] as const;

export type WorkPeriod = (typeof workPeriods)[number];

export const workSorts = ['new', 'attention', 'newest', 'answers', 'title'] as const;

export type WorkSort = (typeof workSorts)[number];

/** Which pages the work list is about. */
export interface WorkFilter {
  siteIds: number[];
  period: WorkPeriod;
  /** Instead of the period: the days after each page's last edit. Pages without one are left out. */
  sinceEdit?: {
    /** As `2026-11-22`; what is edited later is not edited yet. */
    today: string;
  };
  /** Addresses without a slash at the end: such a page, and all that lie below it. */
  sections?: string[];
  /** A language and its variants: `sv` is also `sv-FI`. */
  language?: string;
  /** The number of the person who answers for the page, or those that nobody answers for. */
  owner?: number | 'nobody';
  /** The number of a person who answers for the page or watches it. */
  caredForBy?: number;
  /** Only pages with comments that nobody has handled. */
  onlyWaiting?: boolean;
  /** What title or address must contain, however it is written in accents and capitals. */
  text?: string;
}

export interface WorkPage {
  id: number;
  siteId: number;
  address: string;
  /** The address by which people are led to it. */
  link: string;
  title: string | null;
  language: string | null;
  lastReceived: Date;
  /** Answers of the period. */
  counts: Counts;
  /** New comments that count in the score and that nobody has handled. */
  waiting: number;
  /** Whether it is among those that need attention. */
  needsAttention: boolean;
  /** Who answers for it. */
  owner: { id: number; name: string } | null;
  latestComment: Comment | null;
}

/** What awaits editors, in figures. */
export interface WorkSums {
  /** Comments that nobody has handled. */
  waiting: number;
  /** How many pages they are on. */
  waitingPages: number;
  /** How many pages need attention. */
  attention: number;
}

/** The first days of the periods that end today, such as `2026-10-24`. */
export type PeriodStarts = Record<WorkPeriod, string>;

/** What was answered since the last edits of pages, as far as pages have been edited. */
export interface EditedPages {
  countSinceEdit(
    pageIds: number[],
    today: string,
  ): Promise<Map<number, Pick<WorkPage, 'counts' | 'needsAttention'>>>;
  /** Works out anew by what edited pages are ordered. */
  refreshSinceEdit(pageIds: number[], today: string): Promise<void>;
}

/** Which pages need an editor, in which order. Merged pages are not among them. */
export interface WorkList extends EditedPages {
  /** @param from the first day of the filter's period */
  listWork(filter: WorkFilter, from: string, sort: WorkSort, slice: Slice): Promise<WorkPage[]>;
  countWork(filter: WorkFilter): Promise<number>;
  sumWork(filter: WorkFilter): Promise<WorkSums>;
  /** The languages of the pages, such as `sv`, in the order of the alphabet. */
  listPageLanguages(siteIds: number[]): Promise<string[]>;
  /** The numbers of the pages after one, in their order. */
  listPageIdsAfter(pageId: number, limit: number): Promise<number[]>;
  /** The numbers of the pages of a site with an answer since then. */
  listPageIdsSince(siteId: number, since: Date, limit: number): Promise<number[]>;
  /** Works out anew by what the list is ordered, from the daily counts of some pages. */
  refreshRecent(pageIds: number[], from: PeriodStarts): Promise<void>;
}
