import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { ProblemError } from '../../http/problem.ts';
import { locatePage } from '../../intake/locate-page.ts';
import type { SiteRegister } from '../../intake/site-register.ts';
import { finishMerge } from '../../page-merge/finish-merges.ts';
import type { PageSummary } from '../../store/store.ts';
import { hasRole } from '../access/roles.ts';
import type { ShowPage } from '../layout.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { mergedPage, mergeForm, mergeKinds, mergePreview, type MergeFault } from './merge-pages.ts';

interface MergeDependencies extends Pick<ReviewDependencies, 'store' | 'clock'> {
  root: string;
  show: ShowPage;
  sites: SiteRegister;
}

/** How long an editor waits to see it done; the rest goes on behind: 2 seconds. */
const patience = 2000;

/** An editor gives the answers of a page that has moved to its successor. */
export function createMergeRoutes({ store, clock, root, show, sites }: MergeDependencies) {
  const routes = new Hono<ReviewEnvironment>();
  const pagePath = '/pages/:id{[0-9]{1,15}}';

  // Who follows an old link to a page's report comes to that of its successor.
  routes.get(pagePath, async (c, next) => {
    const place = await store.findPlace(Number(c.req.param('id')));
    if (!place || place.mergedInto === null) return next();
    if (!c.var.editor?.siteIds.includes(place.siteId)) return next();
    return c.redirect(`${root}/pages/${place.mergedInto}${new URL(c.req.url).search}`, 302);
  });

  const forPage =
    (answer: (c: ReviewContext, page: PageSummary) => Response | Promise<Response>) =>
    async (c: ReviewContext) => {
      const page = await store.findPage(Number(c.req.param('id')));
      return page && hasRole(c.var.editor, page.siteId, 'editor')
        ? answer(c, page)
        : show(c, notFound(c.var.locale, root));
    };

  /** The canonical address that was written, whole or as a path, or what is wrong with it. */
  async function readInto(page: PageSummary, written: string): Promise<string | MergeFault> {
    const text = written.trim();
    const whole = text.startsWith('/') ? new URL(page.address).origin + text : text;
    try {
      const { site, address } = await locatePage(sites, whole);
      if (site.id !== page.siteId) return { fault: 'site' };
      return address === page.address ? { fault: 'same' } : address;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { fault: error.kind === 'unknown-site' ? 'site' : 'address' };
    }
  }

  const refuse = (c: ReviewContext, page: PageSummary, into: string, { fault }: MergeFault) =>
    show(c, mergeForm({ page, into, fault, root }, c.var.locale));

  routes.get(
    `${pagePath}/merge`,
    forPage(async (c, page) => {
      const { locale } = c.var;
      const place = await store.findPlace(page.id);
      if (place && place.mergedInto !== null) {
        const isDone = !(await store.listUnfinishedMerges()).includes(page.id);
        const into = await store.findPlace(place.mergedInto);
        if (!into) return show(c, notFound(locale, root));
        const kind = mergeKinds.find((each) => each === c.req.query('done'));
        return show(c, mergedPage({ from: page.address, into, isDone, kind, root }, locale));
      }
      const written = c.req.query('into');
      if (written === undefined) return show(c, mergeForm({ page, into: '', root }, locale));
      const into = await readInto(page, written);
      if (typeof into !== 'string') return refuse(c, page, written, into);
      const target = await store.findPlaceAt(page.siteId, into);
      if (target && target.mergedInto !== null) {
        return refuse(c, page, written, { fault: 'merged' });
      }
      const successor = target && (await store.findPage(target.id));
      return show(c, mergePreview({ page, into, successor, root }, locale));
    }),
  );

  routes.post(
    `${pagePath}/merge`,
    forPage(async (c, page) => {
      const { into: sent } = await c.req.parseBody();
      const written = typeof sent === 'string' ? sent : '';
      const into = await readInto(page, written);
      if (typeof into !== 'string') return refuse(c, page, written, into);
      const target = await store.findPlaceAt(page.siteId, into);
      const by = { at: clock(), actor: c.var.editor?.name ?? '' };
      const outcome = await store.beginMerge({ siteId: page.siteId, pageId: page.id, into }, by);
      if (outcome.kind !== 'begun') {
        return refuse(c, page, written, { fault: outcome.kind === 'same' ? 'same' : 'merged' });
      }
      // What is not moved when this fails, or stops, the hourly jobs move.
      const finished = finishMerge(store, page.id).catch(() => 0);
      await Promise.race([finished, setTimeout(patience, undefined, { ref: false })]);
      return c.redirect(`${root}/pages/${page.id}/merge?done=${target ? 'merge' : 'move'}`, 303);
    }),
  );

  return routes;
}
