import type { Answer } from '../contract/response-schema.ts';
import type { DayRange } from './api-reads.ts';

/** Which responses of a site are exported. */
export interface ExportFilter extends DayRange {
  siteId: number;
  /** Absent: all pages of the site. */
  pageId?: number | undefined;
}

/** All that is stored of one response, with its page and its comment. */
export interface ExportedResponse {
  id: number;
  pageId: number;
  address: string;
  title: string | null;
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

/** Where a list of exported responses goes on: after this one. */
export type ExportedUpTo = Pick<ExportedResponse, 'pageId' | 'day' | 'id'>;

export interface Exports {
  /** Responses by page, day and id; the next part is asked for with the last one of this. */
  listForExport(
    filter: ExportFilter,
    after: ExportedUpTo | null,
    most: number,
  ): Promise<ExportedResponse[]>;
  /** Null when the site has no page at that canonical address. */
  findPageId(siteId: number, address: string): Promise<number | null>;
}
