import { Hono } from 'hono';
import type { ShowPage } from './layout.ts';
import { deadLink, signedOut } from './message-pages.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from './review-environment.ts';
import type { Sessions } from './sessions.ts';
import { openSignInLink } from './sign-in-link.ts';

interface SignInDependencies extends Pick<ReviewDependencies, 'store' | 'clock'> {
  root: string;
  sessions: Sessions;
  show: ShowPage;
}

/** Signing in by a one-time link, and signing out. */
export function createSignIn({ store, clock, root, sessions, show }: SignInDependencies) {
  const signIn = new Hono<ReviewEnvironment>();

  signIn.get('/sign-in', async (c) => {
    // Mail programs and browsers look at links before a person does: that must
    // not use the link up. A browser asks again when a prefetch has failed.
    if (c.req.method === 'HEAD') return c.body(null, 200);
    if (isPrefetch(c)) return c.body(null, 503);
    const token = c.req.query('token');
    const editor = token ? await openSignInLink(store, token, clock()) : null;
    if (!editor) return show(c, deadLink(c.var.locale, root));
    await sessions.start(c, editor);
    return c.redirect(`${root}/`, 303);
  });

  signIn.post('/sign-out', async (c) => {
    await sessions.end(c);
    return c.redirect(`${root}/signed-out`, 303);
  });

  signIn.get('/signed-out', (c) => show(c, signedOut(c.var.locale)));

  return signIn;
}

const isPrefetch = (c: ReviewContext) =>
  ['Sec-Purpose', 'Purpose', 'X-Moz'].some((name) =>
    c.req.header(name)?.toLowerCase().includes('prefetch'),
  );
