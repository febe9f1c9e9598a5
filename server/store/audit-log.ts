import type { Slice } from './store.ts';

/** What an agency must be able to tell later: who did what, when, to what. */
export interface AuditEntry {
  at: Date;
  /** Who did it: an editor's name, a token's name, or a command such as `gensvar retention`. */
  actor: string;
  /** The site it was done on; null when it concerns all of them. */
  siteId: number | null;
  action: AuditAction;
  /** What it was done to, such as a page's address. */
  subject: string | null;
  /** More about it; never a visitor's words. */
  detail: Record<string, string | number | boolean | null>;
}

/** Everything that is written into the audit log. */
export const auditActions = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'sessions-revoked',
  'editor-added',
  'link-added',
  'role-changed',
  'role-removed',
  'token-added',
  'token-revoked',
  'export',
  'comment-masked',
  'comment-deleted',
  'comment-changed',
  'comment-handed-over',
  'comment-noted',
  'tags-changed',
  'score-changed',
  'revision-added',
  'revision-changed',
  'revision-deleted',
  'retention',
  'settings-changed',
  'owner-changed',
  'page-merged',
  'backup',
  'counts-rebuilt',
] as const;

export type AuditAction = (typeof auditActions)[number];

export interface AuditLog {
  recordAudit(entry: AuditEntry): Promise<void>;
  /**
   * Entries, newest first.
   * @param siteIds the sites to tell of; entries that concern all sites are told too
   * @param action tells of this kind only
   */
  listAudit(siteIds: number[], slice: Slice, action?: AuditAction): Promise<AuditEntry[]>;
  /** How many entries `listAudit` has in all. */
  countAudit(siteIds: number[], action?: AuditAction): Promise<number>;
}
