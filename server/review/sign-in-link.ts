import type { Clock } from '../clock.ts';
import type { Editor, Store } from '../store/store.ts';
import { createToken, hashToken } from './secret-token.ts';

/** How long a sign-in link works, in milliseconds. */
const validity = 60 * 60 * 1000;

/**
 * Makes a one-time link for an editor. The address is `<base>/review/sign-in?token=…`.
 * @returns the token, which is stored nowhere: show it once
 */
export async function createSignInLink(
  store: Store,
  editorId: number,
  clock: Clock,
): Promise<string> {
  const token = createToken();
  const expires = new Date(clock().getTime() + validity);
  await store.addSignInLink({ tokenHash: hashToken(token), editorId, expires });
  return token;
}

/** Whose link it is, without using it up. Null when it can no longer be used. */
export const findSignInLink = (store: Store, token: string, now: Date): Promise<Editor | null> =>
  store.findSignInLink(hashToken(token), now);

/** Uses a link up. Null when it is unknown, used or too old. */
export const openSignInLink = (store: Store, token: string, now: Date): Promise<Editor | null> =>
  store.useSignInLink(hashToken(token), now);
