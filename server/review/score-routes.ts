import { Hono } from 'hono';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from './review-environment.ts';

interface ScoreDependencies extends Pick<ReviewDependencies, 'store' | 'clock'> {
  root: string;
  /** Tells that there is no such page, or none that this editor may change. */
  refuse: (c: ReviewContext) => Response | Promise<Response>;
}

/** Editors say whether a comment's answer counts; it can always be taken back. */
export function createScoreRoutes({ store, clock, root, refuse }: ScoreDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  routes.post('/pages/:id{[0-9]{1,15}}/score', async (c) => {
    const { editor } = c.var;
    const page = await store.findPage(Number(c.req.param('id')));
    const role = page && editor?.roles.get(page.siteId);
    if (!page || !editor || role === undefined || role === 'reader') return refuse(c);
    const { comment, counts } = await c.req.parseBody();
    const id = Number(comment);
    const list = `${root}/pages/${page.id}${new URL(c.req.url).search}`;
    if (!Number.isSafeInteger(id) || (counts !== 'yes' && counts !== 'no')) {
      return c.redirect(`${list}#comments`, 303);
    }
    const by = { at: clock(), actor: editor.name };
    await store.setLeftOut({ id, siteId: page.siteId, leftOut: counts === 'no' }, by);
    return c.redirect(`${list}#comment-${id}`, 303);
  });

  return routes;
}
