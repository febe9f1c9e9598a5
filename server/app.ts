import { Hono, type Context } from 'hono';
import { createApi } from './api/api.ts';
import { createDayOf, type Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createDemo } from './demo/demo.ts';
import { asProblem } from './http/as-problem.ts';
import { prefersPage } from './http/prefers-page.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { ownHeaders } from './http/security-headers.ts';
import { responsesPath } from './contract/limits.ts';
import { createIntake } from './intake/intake.ts';
import { createRawPostings, type TakeRawPosting } from './intake/raw-postings.ts';
import { createSiteRegister } from './intake/site-register.ts';
import { createWriteQueue } from './intake/write-queue.ts';
import type { Log, Report } from './operations/log.ts';
import { logRequests } from './operations/log-requests.ts';
import { createMetrics } from './operations/metrics.ts';
import type { Mail } from './mail/mail.ts';
import { createOperations } from './operations/operations.ts';
import { createReview } from './review/review.ts';
import { isLoopback } from './sign-in/provider-settings.ts';
import { createSpamControl } from './spam/spam-control.ts';
import type { Store } from './store/store.ts';
import { errorPage } from './visitor-pages/error-page.ts';
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
  /** Sends mail to editors; absent when the service has no mail server. */
  mail?: Mail | undefined;
  /** Whether to show the demo pages. */
  demo: boolean;
  /** Tells the operator of a fault; never of what was sent. */
  report: Report;
  /** Is told of each request; absent when requests are not logged. */
  logRequest?: Log['request'];
  /** Another queue than the usual one before the store, for measuring and testing. */
  createQueue?: typeof createWriteQueue;
}

/** The whole service. */
export interface App {
  app: Hono;
  /** Answers posted responses in their own, shorter way. */
  takeRawPosting: TakeRawPosting;
}

/** Puts the service together: every address and who answers there. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { config, store, words, clock, publicUrl, report } = dependencies;
  const basePath = new URL(config.publicUrl ?? 'http://localhost').pathname.replace(/\/$/, '');
  const dayOf = createDayOf(config.timeZone);
  const sites = createSiteRegister(store, clock);
  const sealKey = await store.readSecret('receipt');
  const idKey = await store.readSecret('api-ids');
  const pages = createVisitorPages({ words, sites, clock, sealKey, basePath });
  const metrics = createMetrics();
  const queue = (dependencies.createQueue ?? createWriteQueue)(store, {
    onCommit: metrics.committed,
  });
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const { timeZone } = config;

  const service = new Hono();
  const spamControl = await createSpamControl({
    store,
    secret: await store.readSecret('sources'),
    proxyHops: config.proxyHops,
    report,
  });
  const intake = createIntake({
    ...{ queue, sites, pages, spamControl, clock, dayOf, publicUrl, basePath, report, metrics },
  });
  service.route('/feedback/v1', intake.routes);
  service.route('/feedback/v1', pages.routes);
  service.route(
    '/feedback/v1',
    createApi({
      store,
      clock,
      dayOf,
      timeZone,
      settings: config.api,
      idKey,
      publicUrl,
      basePath,
      report,
    }),
  );
  service.route('/widget', createWidgetFiles(dependencies.widgetFolder, sites.findByKey));
  const { demo } = dependencies;
  const { provider } = config;
  const publicOrigin = config.publicUrl && new URL(config.publicUrl).origin;
  const linksOpenAtOnce = demo && isLoopback(new URL(publicUrl()).hostname);
  const access = { secure, publicOrigin, provider, linksOpenAtOnce };
  const { widgetFolder } = dependencies;
  const settings = { widgetFolder, siteChanged: sites.forget };
  const page = { basePath, demo, report, mail: dependencies.mail };
  const review = { store, words, clock, dayOf, timeZone, ...page, ...access, ...settings };
  service.route('/review', createReview(review));
  if (demo) {
    service.route('/demo', createDemo({ publicUrl, basePath }));
    service.get('/', (context) => context.redirect(`${basePath}/demo/`));
  }
  // Browsers ask for it on every page; there is none, and that is no fault.
  service.get('/favicon.ico', (context) => context.body(null, 204));
  service.route('/', createOperations({ store, metrics, metricsToken: config.metricsToken }));

  const app = new Hono();
  if (dependencies.logRequest) app.use(logRequests(dependencies.logRequest));
  const path = `${basePath}/${responsesPath}`;
  const takeRawPosting = createRawPostings({
    ...{ path, reply: intake.reply, report, logRequest: dependencies.logRequest },
  });
  app.use(ownHeaders(secure, path));
  app.route(basePath, service);
  const tell = (context: Context, problem: ProblemError) =>
    prefersPage(context)
      ? errorPage(context.req.raw, problem, { words, basePath })
      : problemResponse(problem, basePath);
  app.notFound((context) =>
    tell(context, new ProblemError('not-found', 'There is nothing at this address.')),
  );
  app.onError((thrown, context) => {
    const problem = asProblem(thrown);
    if (problem.status >= 500) report(thrown, problem.instance);
    return tell(context, problem);
  });
  return { app, takeRawPosting };
}
