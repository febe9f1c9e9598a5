import { Hono } from 'hono';
import type { Mail } from '../../mail/mail.ts';
import { isMailAddress } from '../../mail/mail-settings.ts';
import type { ShowPage } from '../layout.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import {
  confirmedPage,
  confirmPage,
  deadMailLink,
  signInSent,
  stoppedPage,
  stopPage,
} from './link-pages.ts';

interface StopDependencies extends Pick<ReviewDependencies, 'store'> {
  mail: Mail;
  root: string;
  show: ShowPage;
}

interface MailLinkDependencies extends StopDependencies, Pick<ReviewDependencies, 'clock'> {
  /** Shows the ways to sign in again, with what was written and cannot be a mail address. */
  askAgain: (c: ReviewContext, wrong: string) => Response | Promise<Response>;
}

/** How many sign-in links can be asked for in a minute, of all addresses together. */
const mostAskedAMinute = 30;

const aMinute = 60 * 1000;

/**
 * Stopping mail from the mail itself. What is allowed stands sealed in the address, so that
 * nobody has to sign in, and mail programs may press the button from their own side
 * (RFC 8058): this is mounted where forms of other origins are not refused.
 */
export function createStopRoutes({ store, mail, root, show }: StopDependencies) {
  const routes = new Hono<ReviewEnvironment>();
  const readStop = (c: ReviewContext) => {
    const token = c.req.query('token') ?? '';
    const read = mail.tokens.readStop(token);
    return read && { token, ...read };
  };

  routes.get('/mail/stop', (c) => {
    const read = readStop(c);
    const { locale } = c.var;
    if (!read) return show(c, deadMailLink(locale, root));
    return show(c, stopPage(locale, root, read.stopped.kind, read.token));
  });

  routes.post('/mail/stop', async (c) => {
    const read = readStop(c);
    if (!read) return show(c, deadMailLink(c.var.locale, root));
    const { editorId, stopped } = read;
    if (stopped.kind === 'watch') await store.unwatch(editorId, stopped.pageId);
    else await store.setMailChoice(editorId, stopped.kind, false);
    return show(c, stoppedPage(c.var.locale, root, stopped.kind));
  });

  return routes;
}

/** Confirming an address, and asking for a sign-in link: both without being signed in. */
export function createMailLinkRoutes(deps: MailLinkDependencies) {
  const { store, clock, mail, root, show, askAgain } = deps;
  const routes = new Hono<ReviewEnvironment>();

  /** Whose address a link would confirm; undefined when it is too old or about another address. */
  async function findConfirm(token: string) {
    const read = mail.tokens.readConfirm(token);
    if (!read || read.expires <= clock().getTime()) return undefined;
    const wish = await store.findMailWish(read.editorId);
    if (!wish || !mail.tokens.isAbout(token, wish.address)) return undefined;
    const editor = await store.findEditor(read.editorId);
    return editor && { editor, address: wish.address };
  }

  routes.get('/mail/confirm', async (c) => {
    const token = c.req.query('token') ?? '';
    const found = await findConfirm(token);
    const { locale } = c.var;
    if (!found) return show(c, deadMailLink(locale, root));
    return show(c, confirmPage(locale, root, found.editor.name, token));
  });

  routes.post('/mail/confirm', async (c) => {
    const { token } = await c.req.parseBody();
    const found = typeof token === 'string' ? await findConfirm(token) : undefined;
    if (!found || !(await store.confirmMailAddress(found.editor.id, found.address))) {
      return show(c, deadMailLink(c.var.locale, root));
    }
    return show(c, confirmedPage(c.var.locale, root));
  });

  let asked = { since: Number.NEGATIVE_INFINITY, times: 0 };

  /** Whoever asks for many addresses gets the same answer, and no more links are made. */
  function mayAsk(): boolean {
    const now = clock().getTime();
    if (Math.abs(now - asked.since) >= aMinute) asked = { since: now, times: 0 };
    asked.times += 1;
    return asked.times <= mostAskedAMinute;
  }

  routes.post('/sign-in/mail', async (c) => {
    const written = (await c.req.parseBody())['address'];
    const address = typeof written === 'string' ? written.trim() : '';
    // This tells how an address is written, never whether anybody has it.
    if (!isMailAddress(address)) return askAgain(c, address);
    if (mayAsk()) mail.sendSignInLinks(address);
    return show(c, signInSent(c.var.locale));
  });

  return routes;
}
