import type { By } from './moderation.ts';

/** A day on which a page's text was changed. */
export interface Revision {
  id: number;
  siteId: number;
  pageId: number;
  /** The day as `2026-11-22`. */
  day: string;
  /** Whether the page told it, as its own date of last update, or an editor entered it. */
  source: 'page' | 'editor';
  /** What was changed, in an editor's words. */
  note: string | null;
  /** The editor who entered it; null when the page told it. */
  actor: string | null;
  /** Counts up with each change, so that two editors never overwrite each other unseen. */
  version: number;
}

export type NewRevision = Pick<Revision, 'siteId' | 'pageId' | 'day' | 'note'>;

/** A revision as an editor saw it. */
export type SeenRevision = Pick<Revision, 'id' | 'siteId' | 'version'>;

/** What editors know of when pages were changed. Each change is audited with it. */
export interface Revisions {
  /** A page's revisions, the newest first. */
  listRevisions(pageId: number, limit: number): Promise<Revision[]>;
  findRevision(revision: Pick<Revision, 'id' | 'siteId'>): Promise<Revision | null>;
  /**
   * The day of each page's last revision, for pages that have one.
   * @param today as `2026-11-22`
   */
  findLastRevisionDays(pageIds: number[], today: string): Promise<Map<number, string>>;
  /** @returns false when an editor has entered a revision of that day already */
  addRevision(revision: NewRevision, by: By): Promise<boolean>;
  /** @returns false when it is gone or somebody has changed it since it was seen */
  changeRevisionNote(seen: SeenRevision, note: string | null, by: By): Promise<boolean>;
  /** @returns false when it is gone or somebody has changed it since it was seen */
  deleteRevision(seen: SeenRevision, by: By): Promise<boolean>;
}
