import { Hono } from 'hono';
import type { SignInAudit } from '../sign-in/sign-in-audit.ts';
import type { ShowPage } from './layout.ts';
import { deadLink, openLink, signedOut } from './message-pages.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from './review-environment.ts';
import type { Sessions } from './sessions.ts';
import { findSignInLink, openSignInLink } from './sign-in-link.ts';

export interface SignInDependencies extends Pick<
  ReviewDependencies,
  'store' | 'clock' | 'secure' | 'linksOpenAtOnce'
> {
  root: string;
  /** The review's whole address, as the editor's browser reaches it. */
  rootAddress: (c: ReviewContext) => string;
  sessions: Sessions;
  audit: SignInAudit;
  show: ShowPage;
}

/**
 * Signing in by a one-time link, and signing out. The link leads to a page with a
 * button: mail programs and their scanners follow links before a person does, and
 * none of them presses a button.
 */
export function createSignIn(deps: SignInDependencies) {
  const { store, clock, root, sessions, audit, show, linksOpenAtOnce = false } = deps;
  const signIn = new Hono<ReviewEnvironment>();

  signIn.get('/sign-in', async (c) => {
    if (linksOpenAtOnce) return openAtOnce(c);
    const token = c.req.query('token') ?? '';
    const editor = await findSignInLink(store, token, clock());
    return show(
      c,
      editor ? openLink(c.var.locale, root, editor, token) : deadLink(c.var.locale, root),
    );
  });

  signIn.post('/sign-in', async (c) => {
    const { token } = await c.req.parseBody();
    return open(c, token);
  });

  async function open(c: ReviewContext, token: unknown): Promise<Response> {
    const editor = typeof token === 'string' ? await openSignInLink(store, token, clock()) : null;
    if (!editor) {
      await audit.failed('link');
      return show(c, deadLink(c.var.locale, root));
    }
    await sessions.start(c, editor);
    await audit.signedIn(editor, 'link');
    return c.redirect(`${root}/`, 303);
  }

  /** The demo's link stands in a terminal on the same machine, where no scanner reads it. */
  async function openAtOnce(c: ReviewContext): Promise<Response> {
    // Browsers look at links too; one asks again when a prefetch has failed.
    if (c.req.method === 'HEAD') return c.body(null, 200);
    if (isPrefetch(c)) return c.body(null, 503);
    return open(c, c.req.query('token'));
  }

  signIn.post('/sign-out', async (c) => {
    const { editor } = c.var;
    await sessions.end(c);
    if (editor) await audit.signedOut(editor);
    return c.redirect(`${root}/signed-out`, 303);
  });

  signIn.get('/signed-out', (c) => show(c, signedOut(c.var.locale)));

  return signIn;
}

const isPrefetch = (c: ReviewContext) =>
  ['Sec-Purpose', 'Purpose', 'X-Moz'].some((name) =>
    c.req.header(name)?.toLowerCase().includes('prefetch'),
  );
