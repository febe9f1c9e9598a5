import type { Editor } from './store.ts';

export interface NewSession {
  tokenHash: string;
  editorId: number;
  created: Date;
  /** When it ends, however much it is used. */
  expires: Date;
}

/** A time of being signed in. Nothing tells from which device or address. */
export interface Session {
  tokenHash: string;
  created: Date;
  lastUsed: Date;
}

/** Which sessions are alive: neither past their end nor unused for too long. */
export interface Alive {
  now: Date;
  /** A session that was last used before this has ended. */
  usedSince: Date;
}

/** Who is signed in. Tokens are known by their hashes only. */
export interface SessionStore {
  addSession(session: NewSession): Promise<void>;
  /** The editor of a session that is alive. */
  findSession(tokenHash: string, alive: Alive): Promise<(Session & { editor: Editor }) | null>;
  /** Notes that a session is in use. */
  touchSession(tokenHash: string, now: Date): Promise<void>;
  /** The sessions of an editor that are alive, the newest first. */
  listSessions(editorId: number, alive: Alive): Promise<Session[]>;
  removeSession(tokenHash: string): Promise<void>;
  /**
   * Ends sessions of an editor.
   * @param choice one of them, or all but one; when left out all, and the
   * links by which the editor could begin another
   * @returns how many ended
   */
  removeSessionsOf(
    editorId: number,
    choice?: { only: string } | { except: string },
  ): Promise<number>;
  /** Forgets the sessions and sign-in links that can no longer be used. */
  removeEndedSessions(alive: Alive): Promise<void>;
}
