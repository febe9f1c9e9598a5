import { Hono } from 'hono';
import { html } from 'hono/html';
import type { PageSummary } from '../../store/store.ts';
import { hasRole } from '../access/roles.ts';
import type { ReviewPage, ShowPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { notFound, refused } from '../message-pages.ts';
import { pageNameMarkup } from '../page-name.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { readOwner, type Owner } from './owner-form.ts';

export interface OwnerDependencies extends Pick<ReviewDependencies, 'store' | 'clock'> {
  root: string;
  show: ShowPage;
}

/** Says who answers for one page. */
export function createOwnerRoutes({ store, clock, root, show }: OwnerDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  routes.post('/pages/:id{[0-9]{1,15}}/owner', async (c: ReviewContext) => {
    const { editor, locale } = c.var;
    const page = await store.findPage(Number(c.req.param('id')));
    if (!page || !editor || !hasRole(editor, page.siteId, 'editor')) {
      return show(c, notFound(locale, root));
    }
    const form = await c.req.parseBody();
    const was = readWas(form['was']);
    const named = readOwner(form['owner'], await store.listMembers(page.siteId));
    if (was === undefined || named.kind === 'unknown') return show(c, refused(locale, root, 400));
    const owner = named.kind === 'somebody' ? named.owner : null;

    const change = { siteId: page.siteId, pageId: page.id, ownerId: owner?.id ?? null, was };
    const by = { at: clock(), actor: editor.name };
    const told = { address: page.address, ownerName: owner?.name ?? null };
    // What is as it shall be needs no change, whoever made it so.
    const now = await store.findOwner(page.siteId, page.id);
    const isSo = (now?.id ?? null) === change.ownerId;
    if (!isSo && !(await store.setOwner(change, { ...by, ...told }))) {
      const found = await store.findOwner(page.siteId, page.id);
      return show(c, stalePage(page, found, owner, locale, root));
    }
    return c.redirect(`${root}/pages/${page.id}?care=owner#care-done`, 303);
  });

  return routes;
}

/** Who answered for the page when the form was made: null for nobody, undefined when not told. */
function readWas(value: unknown): number | null | undefined {
  if (value === '') return null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** Somebody was faster: both choices are shown, and the editor decides. */
function stalePage(
  page: PageSummary,
  now: Owner | null,
  wanted: Owner | null,
  { words }: Locale,
  root: string,
): ReviewPage {
  const nameOf = (owner: Owner | null) => owner?.name ?? words.owner.nobody;
  const report = `${root}/pages/${page.id}`;
  return {
    title: words.owner.staleTitle,
    main: html`<h1>${words.owner.staleTitle}</h1>
      <p>${pageNameMarkup(page)}</p>
      <p>${words.owner.staleText(nameOf(now), nameOf(wanted))}</p>
      <form method="post" action="${report}/owner">
        <input type="hidden" name="was" value="${now?.id ?? ''}">
        <input type="hidden" name="owner" value="${wanted?.id ?? ''}">
        <button class="main-button">${words.owner.staleSave}</button>
      </form>
      <p class="back"><a href="${report}#care">${words.owner.staleKeep}</a></p>`,
    status: 409,
  };
}
