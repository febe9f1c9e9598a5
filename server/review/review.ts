import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { createProvider } from '../sign-in/provider.ts';
import { createProviderRoutes } from '../sign-in/provider-routes.ts';
import { createSignInAudit } from '../sign-in/sign-in-audit.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { showComments } from './comments/comments-page.ts';
import { chooseLanguage } from './language-choice.ts';
import { addressOf, createLayout } from './layout.ts';
import { createLocales } from './locale.ts';
import { notFound, notSignedIn, refused, tooLarge } from './message-pages.ts';
import { showPageReport } from './page-report.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from './review-environment.ts';
import { createPeopleRoutes } from './access/people-routes.ts';
import { createEditRoutes } from './revisions/edit-routes.ts';
import { createExportRoutes } from './export/export-routes.ts';
import { createRecordsRoutes } from './export/records-routes.ts';
import { createMergeRoutes } from './merge/merge-routes.ts';
import { createSettingsRoutes } from './settings/settings-routes.ts';
import { createSiteRegister } from '../intake/site-register.ts';
import { createSessionRoutes } from './access/session-routes.ts';
import { createAuditRoutes } from './audit-page.ts';
import { publicOriginOf, sameOrigin } from './same-origin.ts';
import { createMailLinkRoutes, createStopRoutes } from './mail/link-routes.ts';
import { createMailRoutes } from './mail/mail-routes.ts';
import { createOwnerRoutes } from './work-list/owner-routes.ts';
import { createRanking } from './work-list/ranking.ts';
import { createSectionOwnerRoutes } from './work-list/section-owner-routes.ts';
import { showWorkList } from './work-list/work-list-page.ts';
import { createTriageRoutes } from './triage/triage-routes.ts';
import { createSessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { readStylesheet } from './stylesheet.ts';

/** The most bytes of a form of somebody who is not signed in; its longest field is a token. */
const strangersLimit = 16 * 1024;

/**
 * The most bytes of an editor's form. The longest list that can be saved takes a fifth of it:
 * what is too long is read all the same, and stands in the form again with what is wrong. The
 * choice of what to mask in a copy goes with its form too: some thousand comments may be marked.
 */
const editorsLimit = 1024 * 1024;

/**
 * The editors' pages: plain HTML that works without script. The app mounts them
 * at `<basePath>/review`.
 */
export function createReview(deps: ReviewDependencies): Hono<ReviewEnvironment> {
  const { store, clock, basePath, demo = false, provider: settings } = deps;
  const root = `${basePath}/review`;
  const stylesheet = readStylesheet();
  const sessions = createSessions(deps);
  const localeFor = createLocales(deps);
  const show = createLayout(root, stylesheet.href);
  const rootAddress = (c: ReviewContext) => publicOriginOf(c, deps) + root;
  const audit = createSignInAudit(store, clock);
  const atProvider = settings && { provider: createProvider(settings, clock), settings };
  const review = new Hono<ReviewEnvironment>();

  review.use(securityHeaders());
  review.get('/review.css', stylesheet.serve);

  review.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const session = await sessions.find(c);
    const editor = session?.editor ?? null;
    if (session) {
      c.set('editor', session.editor);
      c.set('session', session.tokenHash);
    }
    c.set('locale', localeFor({ editor, acceptLanguage: c.req.header('Accept-Language') }));
    await next();
  });
  const { mail } = deps;
  if (mail) review.route('/', createStopRoutes({ ...deps, mail, root, show }));
  review.use(sameOrigin(deps));
  const ofStrangers = bodyLimit({ maxSize: strangersLimit });
  const ofEditors = bodyLimit({ maxSize: editorsLimit });
  review.use((c, next) => (c.var.editor ? ofEditors : ofStrangers)(c, next));
  const host = atProvider?.provider.host;
  const askToSignIn = (c: ReviewContext, wrong?: string) => {
    const returnTo = c.req.method === 'GET' ? addressOf(c) : `${root}/`;
    const provider = host === undefined ? undefined : { host, returnTo };
    return show(
      c,
      notSignedIn(c.var.locale, root, { provider, byMail: mail !== undefined, wrong }),
    );
  };
  const signIn = { ...deps, root, rootAddress, sessions, audit, show };
  if (atProvider) review.route('/', createProviderRoutes({ ...signIn, ...atProvider }));
  review.route('/', createSignIn(signIn));
  if (mail) {
    const askAgain = askToSignIn;
    review.route('/', createMailLinkRoutes({ ...deps, mail, root, show, askAgain }));
  }

  review.use(async (c, next) => {
    return c.var.editor ? next() : askToSignIn(c);
  });

  const ranking = createRanking(deps);
  const start = async (c: ReviewContext) => {
    if (!c.req.path.endsWith('/')) return c.redirect(`${root}/`, 308);
    const base = publicOriginOf(c, deps) + basePath;
    return show(c, await showWorkList(c, { store, ranking, root, base, demo }));
  };
  review.get('/', start);
  // The same with a slash at the end, which the app's mounting takes away from '/'.
  review.get('/:end{$}', start);

  const merging = { store, clock, root, show, sites: createSiteRegister(store, clock) };
  review.route('/', createMergeRoutes(merging));
  review.get('/comments', async (c) => show(c, await showComments(c, { ...deps, root })));
  review.get('/pages/:id{[0-9]{1,15}}', async (c) =>
    show(c, (await showPageReport(c, deps, root)) ?? notFound(c.var.locale, root)),
  );
  review.route('/', createTriageRoutes({ store, clock, root, show }));
  review.route('/', createEditRoutes({ ...deps, root, show }));
  review.post('/language', async (c) => {
    const response = await chooseLanguage(c, store, root);
    return response ?? show(c, refused(c.var.locale, root, 400));
  });
  review.route('/', createOwnerRoutes({ store, clock, root, show }));
  review.route('/', createSectionOwnerRoutes({ store, clock, root, show }));
  review.route('/', createMailRoutes({ store, clock, mail, root, show }));
  const access = { store, clock, provider: settings, root, rootAddress, sessions, show };
  review.route('/', createSessionRoutes(access));
  review.route('/', createPeopleRoutes(access));
  review.route('/', createAuditRoutes(access));
  const base = (c: ReviewContext) => publicOriginOf(c, deps) + basePath;
  review.route('/', createSettingsRoutes({ ...deps, root, base, show }));
  const exporting = { ...deps, root, show, stylesheet: `${root}/${stylesheet.href}` };
  review.route('/', createExportRoutes(exporting));
  review.route('/', createRecordsRoutes(exporting));
  review.all('*', (c) => show(c, notFound(c.var.locale, root)));

  // Only what middleware refused is answered here; all else is the app's to tell.
  review.onError((error, c) => {
    if (endedEarly(error)) return show(c, refused(c.var.locale, root, 400));
    if (!(error instanceof HTTPException)) throw error;
    return show(
      c,
      error.status === 413 ? tooLarge(c.var.locale, root) : refused(c.var.locale, root, 403),
    );
  });
  return review;
}

/** The browser has gone away in the middle of a form: no fault of the service's. */
const endedEarly = (error: Error): boolean =>
  error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';
