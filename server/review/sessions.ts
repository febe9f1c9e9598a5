import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Editor } from '../store/store.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext } from './review-environment.ts';
import { createToken, hashToken } from './secret-token.ts';

/** How long an editor stays signed in, in seconds. */
const validity = 12 * 60 * 60;

export interface Sessions {
  /** The editor of the request's cookie; null when it has none that is valid. */
  find(c: ReviewContext): Promise<Editor | null>;
  /** Signs an editor in; an earlier session of the same browser ends. */
  start(c: ReviewContext, editor: Editor): Promise<void>;
  end(c: ReviewContext): Promise<void>;
}

/** Sessions, kept by the service and named by a cookie that no script can read. */
export function createSessions({
  store,
  clock,
  secure,
}: Pick<ReviewDependencies, 'store' | 'clock' | 'secure'>): Sessions {
  // Browsers accept the prefix only on a secure cookie that no other host can set.
  const name = secure ? '__Host-gensvar' : 'gensvar';
  const revoke = async (c: ReviewContext) => {
    const token = getCookie(c, name);
    if (token) await store.removeSession(hashToken(token));
  };
  return {
    async find(c) {
      const token = getCookie(c, name);
      return token ? store.findSessionEditor(hashToken(token), clock()) : null;
    },
    async start(c, editor) {
      await revoke(c);
      const token = createToken();
      const created = clock();
      const expires = new Date(created.getTime() + validity * 1000);
      await store.addSession({ tokenHash: hashToken(token), editorId: editor.id, created, expires });
      const options = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: validity } as const;
      setCookie(c, name, token, { ...options, secure });
    },
    async end(c) {
      await revoke(c);
      deleteCookie(c, name, { path: '/', secure });
    },
  };
}
