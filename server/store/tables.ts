import type { Generated } from 'kysely';
import type { Answer } from '../contract/response-schema.ts';
import type { CommentStatus } from './comment-status.ts';
import type { Role } from './store.ts';

/** Answers that count, and those that were left out of the score. */
interface CountColumns {
  yes: number;
  no: number;
  partly: number;
  /** Of the answers that count, those with a comment. */
  comments: number;
  left_out: number;
}

/**
 * One row per counting process (`writer`): processes that share a database then never
 * wait for each other's rows. Every reader sums them. The embedded database has writer 0.
 */
interface WriterColumn {
  writer: number;
}

/**
 * The columns of each table, the same in both engines. Moments are milliseconds since
 * 1970 (UTC), days are text such as 2026-11-22, truths are 0 or 1, lists are JSON.
 * Everything that grows has its site first, so that it can be spread over machines.
 */
export interface Tables {
  site: {
    id: Generated<number>;
    key: string;
    name: string;
    fold_www: number;
    query_parameters: string;
    allowed_numbers: string;
    /** `SiteSettings` as JSON; what is missing has its default. */
    settings: string;
  };
  site_origin: { origin: string; site_id: number; position: number };
  page: {
    id: Generated<number>;
    site_id: number;
    address: string;
    title: string | null;
    language: string | null;
    last_received: number;
    /** When the page says that it was updated, as last told; a date or moment as text. */
    updated: string | null;
    /** The page that this one's answers belong to; null when it stands for itself. */
    merged_into: number | null;
  };
  response: {
    id: Generated<number>;
    site_id: number;
    page_id: number;
    day: string;
    received: number;
    answer: Answer;
    rating: number | null;
    survey: string;
    page_language: string | null;
    widget_language: string | null;
    page_updated: string | null;
    /** 1 when the visitor wrote a comment; stays when the comment is deleted by retention. */
    commented: number;
    /** 1 when it does not count in the score. */
    left_out: number;
    /** Why it is suspected to be no person's, as names of layers; null when it is not. */
    suspicion: string | null;
  };
  comment: {
    response_id: number;
    site_id: number;
    page_id: number;
    received: number;
    text: string;
  };
  response_key: {
    site_id: number;
    key: Uint8Array;
    response_id: number | null;
    revision_no: number;
    amendable_until: number;
  };
  page_day: { site_id: number; page_id: number; day: string } & WriterColumn & CountColumns;
  site_day_page: { site_id: number; day: string; page_id: number } & WriterColumn & CountColumns;
  site_day: { site_id: number; day: string } & WriterColumn & CountColumns;
  /** All days of a page together: a list of pages costs the same however old they are. */
  page_total: { site_id: number; page_id: number } & WriterColumn & CountColumns;
  page_comments: {
    site_id: number;
    page_id: number;
    /** Comments that are stored now, left out of the score or not. */
    stored: number;
    /** Of those, the new ones that are not left out of the score. */
    waiting: number;
  } & WriterColumn;
  /** Stored comments by the UTC day, counted from 1970, on which a site received them. */
  site_day_comments: { site_id: number; utc_day: number; stored: number } & WriterColumn;
  /** Stored comments by the span of 32 such days in which a page received them. */
  page_span_comments: {
    site_id: number;
    page_id: number;
    span: number;
    stored: number;
  } & WriterColumn;
  /** What editors have done with a comment; none when it is new and nobody's. */
  comment_work: {
    site_id: number;
    response_id: number;
    page_id: number;
    /** When the comment was received: lists by status are in this order. */
    received: number;
    status: CommentStatus;
    assignee_id: number | null;
    /** Counts up with each change, so that two editors never overwrite each other unseen. */
    version: number;
    /** The change that made it what it is; those of a batch have one name. */
    batch: string;
    changed_at: number;
  };
  tag: { id: Generated<number>; site_id: number; name: string; position: number };
  comment_tag: { site_id: number; tag_id: number; response_id: number; received: number };
  /** What happened to a comment, notes among it; `detail` is JSON. */
  comment_event: {
    id: Generated<number>;
    site_id: number;
    response_id: number;
    at: number;
    actor: string;
    action: string;
    detail: string;
    /** Names the change it came with, which may be of many comments. */
    batch: string;
    /** The version of the comment's work after it. */
    version: number;
  };
  page_work: { site_id: number; page_id: number; owner_id: number | null };
  /** What the work list is ordered by: answers of the last days, and the need of attention. */
  page_recent: {
    site_id: number;
    page_id: number;
    answers_7: number;
    answers_30: number;
    answers_90: number;
    need_7: number;
    need_30: number;
    need_90: number;
  };
  /** The same since the last edit of each page; pages that are no longer edited may be left. */
  page_since_edit: { site_id: number; page_id: number; answers: number; need: number };
  revision: {
    id: Generated<number>;
    site_id: number;
    page_id: number;
    day: string;
    source: 'page' | 'editor';
    note: string | null;
    /** The editor who entered it; null when the page told it. */
    actor: string | null;
    /** Counts up with each change of the note, from 1. */
    version: number;
  };
  /** `told_until`: comments received up to then have been told. */
  page_watch: { site_id: number; editor_id: number; page_id: number; told_until: number };
  /** `confirmed` is 1 when the person at the address has said that it is the editor's. */
  editor_mail: {
    editor_id: number;
    address: string;
    confirmed: number;
    digest: number;
    warnings: number;
  };
  mail_sent: { editor_id: number; kind: string; subject: string; sent: number };
  editor: {
    id: Generated<number>;
    name: string;
    language: string | null;
    /** Issuer and subject at the agency's OpenID provider; null for those who sign in by link. */
    subject: string | null;
  };
  /** `by_group` is 1 for a role that comes with a group at the agency's provider. */
  editor_site: { editor_id: number; site_id: number; role: Role; by_group: number };
  sign_in_link: { token_hash: string; editor_id: number; expires: number };
  session: {
    token_hash: string;
    editor_id: number;
    created: number;
    last_used: number;
    expires: number;
  };
  api_token: {
    id: Generated<number>;
    token_hash: string;
    site_id: number;
    name: string;
    /** Scopes, as JSON. */
    scopes: string;
    created: number;
    expires: number;
  };
  audit: {
    id: Generated<number>;
    at: number;
    /** Who did it: an editor's name, a token's name or a command. */
    actor: string;
    site_id: number | null;
    action: string;
    /** What it was done to, such as a page's address. */
    subject: string | null;
    /** More, as JSON; never a visitor's words. */
    detail: string;
  };
  secret: { name: string; value: Uint8Array };
}
