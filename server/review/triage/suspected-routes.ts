import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import { hasRole } from '../access/roles.ts';
import { placeInReview } from '../language-choice.ts';
import { notFound, refused } from '../message-pages.ts';
import type { ReviewEnvironment } from '../review-environment.ts';
import { valueOf } from './read-change.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/** How many answers are changed at once: answers coming in wait no longer. */
const batchSize = 200;

/** Editors say whether suspected answers without a comment count. */
export function createSuspectedRoutes({ store, clock, root, show }: TriageDependencies) {
  const routes = new Hono<ReviewEnvironment>();

  routes.post('/pages/:id{[0-9]{1,15}}/suspected', async (c) => {
    const { editor, locale } = c.var;
    const page = await store.findPage(Number(c.req.param('id')));
    if (!page || !hasRole(editor, page.siteId, 'editor')) return show(c, notFound(locale, root));
    const fields = await c.req.parseBody();
    const day = valueOf(fields, 'day');
    const suspicion = valueOf(fields, 'suspicion');
    const counts = valueOf(fields, 'counts');
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || (counts !== 'yes' && counts !== 'no')) {
      return show(c, refused(locale, root, 400));
    }
    const which = { siteId: page.siteId, pageId: page.id, day, suspicion };
    const by = { at: clock(), actor: editor?.name ?? '' };
    for (;;) {
      const changed = await store.changeSuspectedAnswers(which, counts === 'no', batchSize, by);
      if (changed < batchSize) break;
      await setImmediate();
    }
    const url = new URL(placeInReview(fields['returnTo'], root), 'http://gensvar.invalid');
    url.searchParams.set('suspected', `${day}.${counts}.${suspicion}`);
    return c.redirect(`${url.pathname}${url.search}#suspected-done`, 303);
  });

  return routes;
}
