import type { Editor } from './store.ts';

/** Where and about what an editor wants mail. */
export interface MailWish {
  address: string;
  /** Whether the person at the address has said that it is the editor's. */
  confirmed: boolean;
  /** A summary each week. */
  digest: boolean;
  /** A warning when fewer than before say that a page helps. */
  warnings: boolean;
}

/** What can be chosen; watched pages are chosen one by one. */
export type MailChoice = 'digest' | 'warnings';

/** An editor with a confirmed address. */
export interface Recipient {
  editor: Editor;
  wish: MailWish;
}

export interface WatchedPage {
  id: number;
  siteId: number;
  title: string | null;
  address: string;
  language: string | null;
}

/** New comments on a page that somebody watches. */
export interface WatchNews {
  editorId: number;
  page: WatchedPage;
  /** Comments received after this moment have not been told. */
  toldUntil: Date;
  comments: number;
}

/** Something that is told once: a week's digest, a page's drop in a week. */
export interface MailClaim {
  editorId: number;
  kind: 'digest' | 'drop' | 'watch' | 'confirm' | 'sign-in';
  /** What of that kind, such as a week. */
  subject: string;
}

/** What editors want mail about, and what has been sent. */
export interface EditorMail {
  findMailWish(editorId: number): Promise<MailWish | null>;
  /** Keeps another address. It is not confirmed; what was chosen stays. */
  setMailAddress(editorId: number, address: string): Promise<void>;
  /** @returns false when the editor has no such address, or no longer */
  confirmMailAddress(editorId: number, address: string): Promise<boolean>;
  setMailChoice(editorId: number, choice: MailChoice, wanted: boolean): Promise<void>;
  /** Forgets the address and all choices, pages that are watched too. */
  removeMail(editorId: number): Promise<void>;
  /** Everybody with a confirmed address, by number. */
  listRecipients(): Promise<Recipient[]>;
  /** Whose confirmed address it is, however it is written in capitals. */
  findEditorsByMail(address: string): Promise<Editor[]>;

  watchPage(watch: { siteId: number; pageId: number; editorId: number; from: Date }): Promise<void>;
  /** Ends one watch, or all of an editor. */
  unwatch(editorId: number, pageId?: number): Promise<void>;
  isWatching(editorId: number, pageId: number): Promise<boolean>;
  /** The pages that an editor watches, by title. */
  listWatches(editorId: number, siteIds: number[]): Promise<WatchedPage[]>;
  /**
   * New comments on watched pages, of those who have a confirmed address and may still read
   * the site. What is left out of the score is not told of.
   */
  listWatchNews(until: Date): Promise<WatchNews[]>;
  /** Notes up to when the comments of a page have been told. */
  setWatchTold(editorId: number, pageId: number, until: Date): Promise<void>;

  /**
   * Takes the right to tell something, before it is told: of several processes one gets it.
   * @param againAfter how long it may not be told again, in milliseconds; left out: never
   * @returns whether it is this one's to tell
   */
  claimMail(claim: MailClaim, now: Date, againAfter?: number): Promise<boolean>;
  /** Whether something has been told. */
  isMailClaimed(claim: MailClaim): Promise<boolean>;
  /** Gives the right back: it was not told. */
  releaseMail(claim: MailClaim): Promise<void>;
  /** Forgets what was told before a moment. */
  forgetClaims(before: Date): Promise<void>;
}
