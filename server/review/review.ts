import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { securityHeaders } from '../http/security-headers.ts';
import { chooseLanguage } from './language-choice.ts';
import { createLayout } from './layout.ts';
import { createLocales } from './locale.ts';
import { notFound, notSignedIn, refused } from './message-pages.ts';
import { showPageList } from './page-list.ts';
import { showPageReport } from './page-report.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import type { ReviewContext, ReviewEnvironment } from './review-environment.ts';
import { publicOrigin, sameOrigin } from './same-origin.ts';
import { createSessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { readStylesheet } from './stylesheet.ts';

/** The most bytes of a form of the review; its longest field is an address. */
const formLimit = 16 * 1024;

/**
 * The editors' pages: plain HTML that works without script. The app mounts them
 * at `<basePath>/review`.
 */
export function createReview(deps: ReviewDependencies): Hono<ReviewEnvironment> {
  const { store, clock, secure, basePath, demo = false } = deps;
  const root = `${basePath}/review`;
  const stylesheet = readStylesheet();
  const sessions = createSessions(deps);
  const localeFor = createLocales(deps);
  const show = createLayout(root, stylesheet.href);
  const review = new Hono<ReviewEnvironment>();

  review.use(securityHeaders());
  review.get('/review.css', stylesheet.serve);

  review.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const editor = await sessions.find(c);
    if (editor) c.set('editor', editor);
    c.set('locale', localeFor({ editor, acceptLanguage: c.req.header('Accept-Language') }));
    await next();
  });
  review.use(sameOrigin(secure), bodyLimit({ maxSize: formLimit }));
  review.route('/', createSignIn({ store, clock, root, sessions, show }));

  review.use(async (c, next) => {
    if (!c.var.editor) return show(c, notSignedIn(c.var.locale));
    return next();
  });

  const start = async (c: ReviewContext) => {
    if (!c.req.path.endsWith('/')) return c.redirect(`${root}/`, 308);
    const base = publicOrigin(c, secure) + basePath;
    return show(c, await showPageList(c, store, { root, base, demo }));
  };
  review.get('/', start);
  // The same with a slash at the end, which the app's mounting takes away from '/'.
  review.get('/:end{$}', start);

  review.get('/pages/:id{[0-9]{1,15}}', async (c) =>
    show(c, (await showPageReport(c, deps, root)) ?? notFound(c.var.locale, root)),
  );
  review.post('/language', async (c) => {
    const response = await chooseLanguage(c, store, root);
    return response ?? show(c, refused(c.var.locale, root, 400));
  });
  review.all('*', (c) => show(c, notFound(c.var.locale, root)));

  // Only what middleware refused is answered here; all else is the app's to tell.
  review.onError((error, c) => {
    if (!(error instanceof HTTPException)) throw error;
    return show(c, refused(c.var.locale, root, error.status === 413 ? 413 : 403));
  });
  return review;
}
