import { Hono } from 'hono';
import { createApi } from './api/api.ts';
import { createDayOf, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDemo } from './demo/demo.ts';
import { asProblem } from './http/as-problem.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { createIntake } from './intake/intake.ts';
import { createSiteRegister } from './intake/site-register.ts';
import { createWriteQueue } from './intake/write-queue.ts';
import { createReview } from './review/review.ts';
import type { Store } from './store/store.ts';
import { createVisitorPages } from './visitor-pages/visitor-pages.ts';
import { createWidgetFiles } from './widget-files.ts';
import type { Words } from './words/words.ts';

/** What the whole service is put together from. */
export interface AppDependencies {
  config: Config;
  store: Store;
  words: Words;
  clock: Clock;
  /** The base address as browsers reach it, without a trailing slash. */
  publicUrl: () => string;
  /** Where the built loader and elements are. */
  widgetFolder: URL;
  /** Whether to show the demo pages. */
  demo: boolean;
  /** Tells the operator of a fault; never of what was sent. */
  report: (fault: unknown) => void;
}

/** Puts the service together: every address and who answers there. */
export async function createApp(dependencies: AppDependencies): Promise<Hono> {
  const { config, store, words, clock, publicUrl, report } = dependencies;
  const basePath = new URL(config.publicUrl ?? 'http://localhost').pathname.replace(/\/$/, '');
  const dayOf = createDayOf(config.timeZone);
  const sites = createSiteRegister(store, clock);
  const sealKey = await store.readSecret('receipt');
  const pages = createVisitorPages({ words, sites, clock, sealKey, basePath });
  const queue = createWriteQueue(store);
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const { timeZone } = config;

  const service = new Hono();
  const intake = { queue, sites, pages, clock, dayOf, publicUrl, basePath, report };
  service.route('/feedback/v1', createIntake(intake));
  service.route('/feedback/v1', pages.routes);
  service.route('/feedback/v1', createApi({ publicUrl, basePath }));
  service.route('/widget', createWidgetFiles(dependencies.widgetFolder));
  const { demo } = dependencies;
  const review = { store, words, clock, dayOf, timeZone, basePath, secure, demo };
  service.route('/review', createReview(review));
  if (demo) {
    service.route('/demo', createDemo({ publicUrl, basePath }));
    service.get('/', (context) => context.redirect(`${basePath}/demo/`));
  }
  // Browsers ask for it on every page; there is none, and that is no fault.
  service.get('/favicon.ico', (context) => context.body(null, 204));
  service.get('/healthz', (context) => context.text('ok'));
  service.get('/readyz', async (context) => {
    await store.listSites();
    return context.text('ready');
  });

  const app = new Hono();
  app.route(basePath, service);
  app.notFound(() =>
    problemResponse(new ProblemError('not-found', 'There is nothing at this address.'), basePath),
  );
  app.onError((thrown) => {
    const problem = asProblem(thrown);
    if (problem.status >= 500) report(thrown);
    return problemResponse(problem, basePath);
  });
  return app;
}
