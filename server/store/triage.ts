import type { CommentStatus } from './comment-status.ts';
import type { By } from './moderation.ts';
import type { Comment } from './store.ts';
import type { Tag } from './tags.ts';

/** Where a comment is found: on PostgreSQL the site leads to it. */
export interface CommentPlace {
  id: number;
  siteId: number;
}

/** An editor who is to look after something. */
export interface Assignee {
  id: number;
  name: string;
}

/** How far editors have come with a comment. */
export interface CommentWork {
  status: CommentStatus;
  assignee: Assignee | null;
  /** In the order that the site has given them. */
  tags: Tag[];
  /** Counts up with each change; 0 when nothing has been done. */
  version: number;
}

/** A comment with the page it is about. */
export interface PlacedComment extends Comment {
  siteId: number;
  page: { id: number; address: string; title: string | null; language: string | null };
}

/** One thing that happened to a comment. */
export type CommentDeed =
  | { action: 'status'; from: CommentStatus; to: CommentStatus }
  | { action: 'assigned'; from: Assignee | null; to: Assignee | null }
  | { action: 'tagged' | 'untagged'; tag: Tag }
  | { action: 'left-out' | 'counted' | 'masked' }
  | { action: 'noted'; note: string };

/** A deed in a comment's history. */
export interface CommentEvent {
  commentId: number;
  siteId: number;
  at: Date;
  /** The editor's name. */
  actor: string;
  /** Names the change it came with, which may be of many comments. */
  batch: string;
  /** The version of the comment's work after it. */
  version: number;
  deed: CommentDeed;
}

/** A comment as an editor saw it before changing it. */
export interface SeenComment {
  id: number;
  version: number;
}

/** What is to become of a comment; what is absent stays as it is. */
export interface CommentChange {
  status?: CommentStatus;
  /** Null for nobody. */
  assigneeId?: number | null;
  addTags?: number[];
  removeTags?: number[];
  leftOut?: boolean;
}

/** What became of a change of comments, by their numbers. */
export interface ChangeOutcome {
  /** Names the change, to undo it. */
  batch: string;
  changed: number[];
  /** Those that were like that already. */
  same: number[];
  /** Those that somebody had changed meanwhile, left as they are. */
  stale: number[];
  /** Those that are no longer there, or belong to another site. */
  missing: number[];
}

/** The most comments that one change may be of. */
export const mostAtOnce = 200;

/** The most characters of a note. */
export const longestNote = 1000;

/** What editors do with comments. Each change is audited, and stands in the comment's history. */
export interface Triage {
  /** Comments by number, newest first; those of other sites are not told of. */
  findComments(siteIds: number[], ids: number[]): Promise<PlacedComment[]>;
  /** The work on comments, by their numbers: all that were asked for are in it. */
  readCommentWork(comments: CommentPlace[]): Promise<ReadonlyMap<number, CommentWork>>;
  /** What happened to a comment, oldest first. */
  listCommentEvents(comment: CommentPlace): Promise<CommentEvent[]>;
  /** What a change did, on those of the sites; at most for 200 comments. */
  listBatch(siteIds: number[], batch: string): Promise<CommentEvent[]>;
  /**
   * Changes up to 200 comments of a site in one transaction. Those that are not as they
   * were seen stay as they are; an assignee without the right to work there, and tags of
   * other sites, are not set.
   * @param batch the change's name, where one change is of comments of several sites
   */
  changeComments(
    siteId: number,
    seen: SeenComment[],
    change: CommentChange,
    by: By,
    batch?: string,
  ): Promise<ChangeOutcome>;
  /**
   * Takes a change of the one who asks back, where nobody has changed the comment since.
   * @param undone the name of the change that this is
   */
  undoChange(siteId: number, batch: string, by: By, undone?: string): Promise<ChangeOutcome>;
  /**
   * Puts a note into a comment's history.
   * @returns the batch's name; null when there is no such comment
   */
  addNote(comment: CommentPlace, note: string, by: By): Promise<string | null>;
  /** Takes away a note of the one who asks; returns whether there was one. */
  removeNote(siteId: number, batch: string, by: By): Promise<boolean>;
}
