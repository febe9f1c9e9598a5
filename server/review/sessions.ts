import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Alive, Session } from '../store/sessions.ts';
import type { Editor } from '../store/store.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext } from './review-environment.ts';
import { createToken, hashToken } from './secret-token.ts';

/** How long an editor stays signed in at most, in seconds: a working day. */
const validity = 12 * 60 * 60;

/** How long a session may lie unused, in milliseconds: 2 hours. */
const idleLimit = 2 * 60 * 60 * 1000;

/** How exactly the last use is known, in milliseconds: not every page view writes. */
const touchInterval = 60 * 1000;

export interface Sessions {
  /** The session of the request's cookie; null when it has none that is alive. */
  find(c: ReviewContext): Promise<(Session & { editor: Editor }) | null>;
  /** Signs an editor in under a new token; an earlier session of the same browser ends. */
  start(c: ReviewContext, editor: Editor): Promise<void>;
  end(c: ReviewContext): Promise<void>;
  /** What the store must know to tell which sessions are alive. */
  alive(): Alive;
}

/** Sessions, kept by the service and named by a cookie that no script can read. */
export function createSessions({
  store,
  clock,
  secure,
}: Pick<ReviewDependencies, 'store' | 'clock' | 'secure'>): Sessions {
  const name = cookieName('gensvar', secure);
  const revoke = async (c: ReviewContext) => {
    const token = getCookie(c, name);
    if (token) await store.removeSession(hashToken(token));
  };
  const alive = () => {
    const now = clock();
    return { now, usedSince: new Date(now.getTime() - idleLimit) };
  };
  return {
    alive,
    async find(c) {
      const token = getCookie(c, name);
      const session = token ? await store.findSession(hashToken(token), alive()) : null;
      const now = clock();
      if (session && now.getTime() - session.lastUsed.getTime() >= touchInterval) {
        // Nobody is kept from reading because that cannot be written.
        await store.touchSession(session.tokenHash, now).catch(() => {});
      }
      return session;
    },
    async start(c, editor) {
      await revoke(c);
      await store.removeEndedSessions(alive());
      const token = createToken();
      const created = clock();
      const expires = new Date(created.getTime() + validity * 1000);
      await store.addSession({
        tokenHash: hashToken(token),
        editorId: editor.id,
        created,
        expires,
      });
      const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: validity } as const;
      setCookie(c, name, token, { ...options, secure });
    },
    async end(c) {
      await revoke(c);
      deleteCookie(c, name, { path: '/', secure });
    },
  };
}

/** Browsers accept the prefix only on a secure cookie that no other host can set. */
export const cookieName = (name: string, secure: boolean): string =>
  secure ? `__Host-${name}` : name;
