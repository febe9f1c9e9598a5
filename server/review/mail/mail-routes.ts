import { Hono } from 'hono';
import { isMailAddress } from '../../mail/mail-settings.ts';
import type { ShowPage } from '../layout.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { mailNotSetUp, mailPage, type MailDone } from './mail-page.ts';

interface MailRouteDependencies extends Pick<ReviewDependencies, 'store' | 'clock' | 'mail'> {
  root: string;
  show: ShowPage;
}

const dones: readonly MailDone[] = [
  'sent',
  'failed',
  'often',
  'saved',
  'removed',
  'unwatched',
  'watched',
];

/** What mail an editor wants. */
export function createMailRoutes({ store, clock, mail, root, show }: MailRouteDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  async function showMail(c: ReviewContext, faulty?: string): Promise<Response> {
    const { editor, locale } = c.var;
    if (!mail || !editor) return show(c, mailNotSetUp(locale));
    const wish = await store.findMailWish(editor.id);
    const watches = await store.listWatches(editor.id, editor.siteIds);
    const done = dones.find((known) => known === c.req.query('done'));
    const page = { wish, watches, done: faulty === undefined ? done : undefined };
    return show(c, mailPage(faulty === undefined ? page : { ...page, faulty }, locale, root));
  }

  const back = (c: ReviewContext, done: MailDone) =>
    c.redirect(`${root}/mail?done=${done}#done`, 303);

  routes.get('/mail', (c) => showMail(c));

  routes.post('/mail/address', async (c) => {
    const { editor } = c.var;
    if (!mail || !editor) return showMail(c);
    const written = (await c.req.parseBody())['address'];
    const address = typeof written === 'string' ? written.trim() : '';
    if (!isMailAddress(address)) return showMail(c, address);
    const known = await store.findMailWish(editor.id);
    if (known?.address === address && known.confirmed) return back(c, 'saved');
    if (known?.address !== address) await store.setMailAddress(editor.id, address);
    const delivery = await mail.sendConfirmation(editor, address);
    if (delivery === 'often') return back(c, 'often');
    return back(c, delivery === 'sent' ? 'sent' : 'failed');
  });

  routes.post('/mail/choices', async (c) => {
    const { editor } = c.var;
    if (!mail || !editor) return showMail(c);
    const form = await c.req.parseBody();
    for (const choice of ['digest', 'warnings'] as const) {
      await store.setMailChoice(editor.id, choice, form[choice] === 'yes');
    }
    return back(c, 'saved');
  });

  routes.post('/mail/unwatch', async (c) => {
    const page = Number((await c.req.parseBody())['page']);
    if (c.var.editor && Number.isSafeInteger(page)) await store.unwatch(c.var.editor.id, page);
    return back(c, 'unwatched');
  });

  routes.post('/mail/remove', async (c) => {
    if (c.var.editor) await store.removeMail(c.var.editor.id);
    return back(c, 'removed');
  });

  routes.post('/pages/:id{[0-9]{1,15}}/watch', async (c) => {
    const { editor, locale } = c.var;
    const page = await store.findPage(Number(c.req.param('id')));
    if (!mail || !page || !editor?.siteIds.includes(page.siteId)) {
      return show(c, notFound(locale, root));
    }
    const wants = (await c.req.parseBody())['watch'] === 'yes';
    const watch = { siteId: page.siteId, pageId: page.id, editorId: editor.id, from: clock() };
    if (wants) await store.watchPage(watch);
    else await store.unwatch(editor.id, page.id);
    const done = wants ? 'watched' : 'unwatched';
    return c.redirect(`${root}/pages/${page.id}?care=${done}#care-done`, 303);
  });

  return routes;
}
