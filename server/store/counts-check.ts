/** A place where a stored count is not what the responses themselves come to. */
export interface CountDifference {
  table: 'page_day' | 'site_day_page' | 'site_day' | 'page_total' | CommentCounts;
  siteId: number;
  /** Null in a table that counts whole sites. */
  pageId: number | null;
  /** Null in a table that counts all days together; the first day of a span. */
  day: string | null;
}

/** The tables that count the comments that are stored. */
export type CommentCounts = 'page_comments' | 'page_span_comments' | 'site_day_comments';

/** A page whose counts can be made anew in one transaction. */
export interface PageKey {
  siteId: number;
  pageId: number;
}

/** A day of a whole site whose counts can be made anew in one transaction. */
export interface SiteDay {
  siteId: number;
  day: string;
}

export interface CountsCheck {
  /**
   * Compares each table of counts with the responses, in one statement per table, so
   * that answers which come in meanwhile make no difference.
   * @returns at most 1,000 differences; none when all counts are right
   */
  findCountDifferences(): Promise<CountDifference[]>;
  /** Every page, those of one site together. */
  listPageKeys(): Promise<PageKey[]>;
  /** The days with counts or comments, of every site, oldest first. */
  listSiteDays(): Promise<SiteDay[]>;
  /** Counts the responses of one page anew, in one transaction. */
  rebuildPageCounts(page: PageKey): Promise<void>;
  /**
   * Adds up the counts of all pages of a site on one day, and counts the comments of that
   * day in UTC, in one transaction.
   */
  rebuildSiteDay(siteDay: SiteDay): Promise<void>;
}
