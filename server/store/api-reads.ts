import type { Answer } from '../contract/response-schema.ts';
import type { Counts, DailyCount, Slice } from './store.ts';

/** Days as `2026-11-22`, both ends included. */
export interface DayRange {
  fromDay: string;
  toDay: string;
  /** When the first day begins, and when the last one has ended. */
  moments?: { from: Date; before: Date };
}

/** Which pages of a site, and which of their days, to count. */
export interface PageFilter extends DayRange {
  siteId: number;
  /** Addresses; each stands for itself and what lies below it. Absent: all pages. */
  sections?: string[] | undefined;
  /** Tells only of pages with answers that count, not of those with nothing but suspected ones. */
  scoredOnly?: boolean;
}

/** A page with its counts in a period. */
export interface PageCounts extends Counts {
  id: number;
  address: string;
  title: string | null;
  language: string | null;
  lastReceived: Date;
}

/** Which comments: from a moment on, before another one. */
export interface CommentFilter {
  siteId: number;
  pageId?: number | undefined;
  from: Date;
  before: Date;
}

/** A comment with what is known of its page and its response. */
export interface SiteComment {
  id: number;
  pageId: number;
  address: string;
  text: string;
  received: Date;
  answer: Answer;
  rating: number | null;
  leftOut: boolean;
}

/** One part of a list, and how long all of it is. */
export interface Part<Row> {
  rows: Row[];
  total: number;
}

/** What programs read by the API. Every list has an order that new answers do not change. */
export interface ApiReads {
  /**
   * Pages with answers in a period, by the order in which they first had one.
   * @param slice the part that is wanted; its cost is that of its pages, not of all of them
   * @param afterPage tells only of pages after this one: how to go through a long list
   */
  readPageCounts(filter: PageFilter, slice: Slice, afterPage?: number): Promise<PageCounts[]>;
  /** How many pages `readPageCounts` has in all. */
  countPagesInPeriod(filter: PageFilter): Promise<number>;
  /** Null when the site has no such page. Without answers in the period its counts are 0. */
  readPage(siteId: number, pageId: number, days: DayRange): Promise<PageCounts | null>;
  /** Days of a page with answers, oldest first. */
  readPageDays(siteId: number, pageId: number, days: DayRange): Promise<DailyCount[]>;
  /** Days of a whole site with answers, oldest first. */
  readSiteDays(siteId: number, days: DayRange): Promise<DailyCount[]>;
  /** Comments, newest first. */
  readComments(filter: CommentFilter, slice: Slice): Promise<Part<SiteComment>>;
}
