import { Hono } from 'hono';
import type { Site } from '../../store/store.ts';
import { longestTagName, type Tag } from '../../store/tags.ts';
import { sitesWithRole } from '../access/roles.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { valueOf } from './read-change.ts';
import { deleteTagPage, tagsPage, type RefusedTag, type TagDone } from './tags-page.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

const dones: readonly TagDone[] = ['added', 'renamed', 'moved', 'deleted'];

/** Administrators keep the tags of their sites. */
export function createTagRoutes({ store, clock, root, show }: TriageDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  const administered = async (c: ReviewContext): Promise<Site[]> => {
    const ids = sitesWithRole(c.var.editor, 'administrator');
    return (await store.listSites()).filter(({ id }) => ids.includes(id));
  };

  const by = (c: ReviewContext) => ({ at: clock(), actor: c.var.editor?.name ?? '' });
  const back = (c: ReviewContext, done: TagDone) =>
    c.redirect(`${root}/tags?done=${done}#done`, 303);

  async function showTags(c: ReviewContext, refused?: RefusedTag): Promise<Response> {
    const sites = await Promise.all(
      (await administered(c)).map(async (site) => ({ site, tags: await store.listTags(site.id) })),
    );
    if (sites.length === 0) return show(c, notFound(c.var.locale, root));
    const done = dones.find((known) => known === c.req.query('done'));
    return show(c, tagsPage({ sites, done, refused, root }, c.var.locale));
  }

  /** Answers about a site that the editor administers. */
  const forSite =
    (answer: (c: ReviewContext, site: Site) => Promise<Response>) => async (c: ReviewContext) => {
      const site = (await administered(c)).find(({ key }) => key === c.req.param('site'));
      return site ? answer(c, site) : show(c, notFound(c.var.locale, root));
    };

  /** Answers about a tag of such a site. */
  const forTag = (answer: (c: ReviewContext, site: Site, tag: Tag) => Promise<Response>) =>
    forSite(async (c, site) => {
      const tags = await store.listTags(site.id);
      const tag = tags.find(({ id }) => id === Number(c.req.param('tag')));
      return tag ? answer(c, site, tag) : show(c, notFound(c.var.locale, root));
    });

  const readName = async (c: ReviewContext) => {
    const fields = await c.req.parseBody();
    const name = valueOf(fields, 'name').replace(/\s+/g, ' ').trim();
    return { fields, name, isName: name !== '' && [...name].length <= longestTagName };
  };

  routes.get('/tags', (c) => showTags(c));

  routes.post(
    '/tags/:site/add',
    forSite(async (c, site) => {
      const { name, isName } = await readName(c);
      const fault = isName ? await store.addTag(site.id, name, by(c)) : 'name';
      return fault ? showTags(c, { siteId: site.id, name, fault }) : back(c, 'added');
    }),
  );

  const one = '/tags/:site/:tag{[0-9]{1,15}}';

  routes.post(
    `${one}/rename`,
    forTag(async (c, site, tag) => {
      const { fields, name, isName } = await readName(c);
      const was = valueOf(fields, 'was');
      const fault = isName
        ? await store.renameTag(site.id, { id: tag.id, name, was }, by(c))
        : 'name';
      return fault
        ? showTags(c, { siteId: site.id, tagId: tag.id, name, fault })
        : back(c, 'renamed');
    }),
  );

  routes.post(
    `${one}/move`,
    forTag(async (c, site, tag) => {
      const { to } = await c.req.parseBody();
      if (to === 'up' || to === 'down') await store.moveTag(site.id, tag.id, to, by(c));
      return back(c, 'moved');
    }),
  );

  const showDelete = async (c: ReviewContext, site: Site, tag: Tag, told?: number) => {
    const count = await store.countTagged(site.id, tag.id);
    const isMore = told !== undefined;
    return show(c, deleteTagPage({ site, tag, count, isMore, root }, c.var.locale));
  };
  routes.get(
    `${one}/delete`,
    forTag((c, site, tag) => showDelete(c, site, tag)),
  );

  routes.post(
    `${one}/delete`,
    forTag(async (c, site, tag) => {
      const fields = await c.req.parseBody();
      const told = Number(valueOf(fields, 'count'));
      const isAsTold = valueOf(fields, 'name') === tag.name;
      const isMore = (await store.countTagged(site.id, tag.id)) > told;
      if (!isAsTold || isMore) return showDelete(c, site, tag, told);
      await store.deleteTag(site.id, tag, by(c));
      return back(c, 'deleted');
    }),
  );

  return routes;
}
