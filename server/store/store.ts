import type { Answer, ResponseSchema } from '../contract/response-schema.ts';
import type { ApiReads } from './api-reads.ts';
import type { ApiTokens } from './api-tokens.ts';
import type { AuditLog } from './audit-log.ts';
import type { Broadcast } from './broadcast.ts';
import type { CommentSearch } from './comment-search.ts';
import type { CountsCheck } from './counts-check.ts';
import type { EditorMail } from './editor-mail.ts';
import type { Exports } from './exports.ts';
import type { Moderation } from './moderation.ts';
import type { PageMerges } from './page-merges.ts';
import type { PageOwners } from './page-owners.ts';
import type { RefusedAnswers } from './refused-answers.ts';
import type { Suspicions } from './suspicions.ts';
import type { People } from './people.ts';
import type { Revisions } from './revisions.ts';
import type { SessionStore } from './sessions.ts';
import type { SiteChanges } from './site-changes.ts';
import type { SiteSettings } from './site-settings.ts';
import type { SuspectedAnswersReview } from './suspected-answers.ts';
import type { Tags } from './tags.ts';
import type { Triage } from './triage.ts';
import type { WeekChanges } from './week-changes.ts';
import type { WorkList } from './work-list.ts';

/** A website whose pages may have responses. */
export interface Site {
  id: number;
  /** A short name for commands and addresses, such as `digg`. */
  key: string;
  /** The name editors read. */
  name: string;
  /** Scheme and host of each address the site answers at; the first is the main one. */
  origins: string[];
  /** Whether `www.example.se` and `example.se` are the same site. */
  foldWww: boolean;
  /** The query parameters that tell pages of this site apart; all others are dropped. */
  queryParameters: string[];
  /** Numbers that are not taken for personal data, such as the agency's own telephone. */
  allowedNumbers: string[];
  settings: SiteSettings;
}

export type NewSite = Omit<Site, 'id' | 'settings'> & Partial<Pick<Site, 'settings'>>;

/** A checked response on its way to disk. */
export interface IncomingResponse {
  /** The visitor's key: whoever has it may amend the response for a limited time. */
  key: string;
  siteId: number;
  /** The page's canonical address. */
  address: string;
  received: Date;
  /** The day it counts for, as `2026-11-22`, in the service's time zone. */
  day: string;
  /** Absent when the client does not number its revisions: then it is the next one. */
  revisionNo: number | undefined;
  content: Omit<ResponseSchema, 'id' | 'page' | 'revisionNo' | 'elapsed' | 'website'>;
  /**
   * Why it may be no person's, as the names of the layers that say so. It is stored like
   * any other and acknowledged, but left out of the score until an editor says otherwise.
   */
  suspicion?: string | undefined;
}

/** What became of one incoming response. */
export type AppendOutcome =
  | { kind: 'new' | 'amended' | 'duplicate'; stored: StoredResponse }
  /** The time in which the key could amend the response is over; nothing was changed. */
  | { kind: 'too-late' }
  /** The key belongs to a response on another page; nothing was changed. */
  | { kind: 'other-page' };

export interface StoredResponse {
  answer: Answer;
  revisionNo: number;
  hasComment: boolean;
  received: Date;
  amendableUntil: Date;
}

/** Answers counted; those left out of the score are not among them. */
export interface Counts {
  yes: number;
  no: number;
  partly: number;
  /** How many of the answers have a comment. */
  comments: number;
  /** How many answers are left out of the score. */
  leftOut: number;
}

export interface DailyCount extends Counts {
  /** The day as `2026-11-22`. */
  day: string;
}

export interface PageSummary extends Counts {
  id: number;
  siteId: number;
  address: string;
  /** The address by which people are led to it. */
  link: string;
  title: string | null;
  language: string | null;
  lastReceived: Date;
  latestComment: Comment | null;
}

export interface Comment {
  id: number;
  answer: Answer;
  text: string;
  received: Date;
  /** Whether its answer does not count in the score. */
  leftOut: boolean;
  /** The names of the layers that suspected it; null when none did. */
  suspicion: string | null;
}

/** A slice of a longer list. */
export interface Slice {
  limit: number;
  offset: number;
}

/** What a person may do on a site: read, work with comments, or also change its settings. */
export type Role = 'reader' | 'editor' | 'administrator';

/** A person who may read the review of some sites. */
export interface Editor {
  id: number;
  name: string;
  /** The language the editor has chosen; null until then. */
  language: string | null;
  siteIds: number[];
  /** The editor's role on each site, by the site's id. */
  roles: ReadonlyMap<number, Role>;
}

export interface NewEditor {
  name: string;
  siteIds: number[];
  /** The role on each of the sites; `editor` unless told. */
  role?: Role;
}

/**
 * Everything that is kept. One implementation per database; each method is one
 * transaction. A failure of the database is thrown as it is.
 */
export interface Store
  extends
    ApiReads,
    ApiTokens,
    AuditLog,
    CommentSearch,
    CountsCheck,
    EditorMail,
    Exports,
    Moderation,
    PageMerges,
    PageOwners,
    People,
    RefusedAnswers,
    Revisions,
    SessionStore,
    SiteChanges,
    SuspectedAnswersReview,
    Suspicions,
    Tags,
    Triage,
    WeekChanges,
    WorkList {
  /** Stores responses in one transaction, on disk when the promise is fulfilled. */
  appendResponses(responses: IncomingResponse[]): Promise<AppendOutcome[]>;
  /** Cuts the tie between keys and responses whose amendment window has closed. */
  closeAmendmentWindows(now: Date): Promise<void>;

  addSite(site: NewSite): Promise<Site>;
  listSites(): Promise<Site[]>;

  /** Pages with answers, those with the newest answer first. */
  listPages(siteIds: number[], slice: Slice): Promise<PageSummary[]>;
  countPages(siteIds: number[]): Promise<number>;
  findPage(pageId: number): Promise<PageSummary | null>;
  /** Days with answers, oldest first, both ends included. */
  listDailyCounts(pageId: number, fromDay: string, toDay: string): Promise<DailyCount[]>;
  /** Comments on a page, newest first. */
  listComments(pageId: number, slice: Slice): Promise<Comment[]>;
  /** How many comments are stored about a page, those left out of the score too. */
  countComments(pageId: number): Promise<number>;

  addEditor(editor: NewEditor): Promise<Editor>;
  findEditorByName(name: string): Promise<Editor | null>;
  setEditorLanguage(editorId: number, language: string): Promise<void>;
  /** Keeps a one-time sign-in link by the hash of its token. */
  addSignInLink(link: { tokenHash: string; editorId: number; expires: Date }): Promise<void>;
  /** Whose link it is. Null when there is none, it has expired or was used. */
  findSignInLink(tokenHash: string, now: Date): Promise<Editor | null>;
  /** Uses up a link. Null when there is none, it has expired or was used. */
  useSignInLink(tokenHash: string, now: Date): Promise<Editor | null>;

  /** 32 random bytes of this installation under a name; made on first use. */
  readSecret(name: string): Promise<Uint8Array>;

  /** Where other instances may work on the same database; undefined where none can. */
  broadcast: Broadcast | undefined;

  close(): Promise<void>;
}
