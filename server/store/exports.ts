import type { Answer } from '../contract/response-schema.ts';
import type { DayRange } from './api-reads.ts';
import type { DailyCount } from './store.ts';
import type { CommentEvent, CommentWork } from './triage.ts';

/** A page's counts on one day. */
export interface ExportedCounts extends DailyCount {
  pageId: number;
}

/** Which responses of a site are exported. */
export interface ExportFilter extends DayRange {
  siteId: number;
  /** One page, with what is merged into it. Absent: all pages of the site, or of the section. */
  pageId?: number | undefined;
  /** Addresses; each stands for itself and what lies below it. */
  sections?: string[] | undefined;
}

export interface ExportedPage {
  id: number;
  address: string;
  title: string | null;
  /** How many responses it has in the period, counted no further than was asked for. */
  responses: number;
}

/** All that is stored of one response, with its comment. */
export interface ExportedResponse {
  /** Its number in the database, which never leaves the service in a file. */
  id: number;
  pageId: number;
  /** The day it counts for, as `2026-11-22`. */
  day: string;
  received: Date;
  answer: Answer;
  rating: number | null;
  survey: string;
  pageLanguage: string | null;
  widgetLanguage: string | null;
  pageUpdated: string | null;
  leftOut: boolean;
  suspicion: string | null;
  /** Null when none was written, or it has been deleted. */
  comment: string | null;
}

/** What editors have done with a comment. */
export interface ExportedWork extends Pick<CommentWork, 'status' | 'assignee' | 'tags'> {
  /** Its history with its notes, oldest first. */
  events: CommentEvent[];
}

/** Pages whose rows are read together, and the days of which. */
export interface ExportedDays extends DayRange {
  siteId: number;
  pageIds: number[];
}

/** Where a list of responses goes on: after this one. */
export type ExportedUpTo = Pick<ExportedResponse, 'pageId' | 'day' | 'id'>;

/**
 * Reads all there is, part by part. Each query is bounded by `most`, and starts where the
 * part before ended: a million responses are never in memory, and answers that come in
 * meanwhile wait for one short query at the most.
 */
export interface Exports {
  /**
   * Pages by number, those without responses too; the next part is asked for with the last one.
   * @param enough how far the responses of each are counted
   */
  listPagesForExport(
    filter: ExportFilter,
    afterPage: number,
    most: number,
    enough: number,
  ): Promise<ExportedPage[]>;
  /** Responses by page, day and number; several pages only when they have few. */
  listForExport(
    days: ExportedDays,
    after: ExportedUpTo | null,
    most: number,
  ): Promise<ExportedResponse[]>;
  /**
   * What editors have done with comments of a site, by their numbers: all that were asked
   * for are in it. Three queries for however many; none for no comment.
   */
  readWorkForExport(
    siteId: number,
    commentIds: number[],
  ): Promise<ReadonlyMap<number, ExportedWork>>;
  /** Counts by page and day, those without any answer left out. */
  listCountsForExport(
    days: ExportedDays,
    after: Pick<ExportedCounts, 'pageId' | 'day'> | null,
    most: number,
  ): Promise<ExportedCounts[]>;
  /** The page at that canonical address, or the one it is merged into; null when there is none. */
  findPageId(siteId: number, address: string): Promise<number | null>;
  /** The newest day on which a page's text was changed, up to a day; null when none is known. */
  findLastRevision(siteId: number, pageId: number, upToDay: string): Promise<string | null>;
}
