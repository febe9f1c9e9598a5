import { Hono } from 'hono';
import type { Site } from '../../store/store.ts';
import { sitesWithRole } from '../access/roles.ts';
import { notFound, refused } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { readOwner } from './owner-form.ts';
import type { OwnerDependencies } from './owner-routes.ts';
import { readSection, sectionAddresses } from './section.ts';
import { sectionOwnerPage } from './section-owner-page.ts';

/**
 * Says who answers for all pages of a part of a website: first how many pages it is about,
 * then, with a press, the change.
 */
export function createSectionOwnerRoutes({ store, clock, root, show }: OwnerDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  /** The sites on which the editor may say it, and the one that is asked for. */
  async function findSites(c: ReviewContext, key: unknown) {
    const ids = sitesWithRole(c.var.editor, 'editor');
    const sites = (await store.listSites()).filter(({ id }) => ids.includes(id));
    const site = sites.find((known) => known.key === key) ?? sites[0];
    return site && { sites, site, members: await store.listMembers(site.id) };
  }

  const countIn = (site: Site, section: string) =>
    store.countSection(site.id, sectionAddresses([site], section));

  routes.get('/responsible', async (c) => {
    const found = await findSites(c, c.req.query('site'));
    if (!found) return show(c, notFound(c.var.locale, root));
    const typed = c.req.query('section');
    const section = typed === undefined ? undefined : readSection(typed.replaceAll('\0', ''));
    const done = /^\d{1,9}$/.exec(c.req.query('done') ?? '')?.[0];
    return show(
      c,
      sectionOwnerPage(
        {
          ...found,
          typed: typed ?? '',
          isFaulty: section === null && done === undefined,
          counted: section ? { section, ...(await countIn(found.site, section)) } : undefined,
          done: done === undefined ? undefined : Number(done),
        },
        c.var.locale,
        root,
      ),
    );
  });

  routes.post('/responsible', async (c) => {
    const { editor, locale } = c.var;
    const form = await c.req.parseBody();
    const found = await findSites(c, form['site']);
    if (!editor || !found) return show(c, notFound(locale, root));
    const { site, members } = found;
    const section = typeof form['section'] === 'string' ? readSection(form['section']) : null;
    const named = readOwner(form['owner'], members);
    if (site.key !== form['site'] || section === null || named.kind === 'unknown') {
      return show(c, refused(locale, root, 400));
    }
    const owner = named.kind === 'somebody' ? named.owner : null;
    const changed = await store.setSectionOwner(
      {
        siteId: site.id,
        sections: sectionAddresses([site], section),
        ownerId: owner?.id ?? null,
        onlyNobodys: form['only'] === 'nobodys',
      },
      { at: clock(), actor: editor.name, section, ownerName: owner?.name ?? null },
    );
    const query = new URLSearchParams({ site: site.key, done: String(changed) });
    return c.redirect(`${root}/responsible?${query.toString()}#done`, 303);
  });

  return routes;
}
