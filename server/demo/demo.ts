import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Hono, type MiddlewareHandler } from 'hono';
import { securityHeaders } from '../http/security-headers.ts';
import {
  renderEnglishPage,
  renderLinkedPage,
  renderStrictPage,
  renderSwedishPage,
} from './article-pages.ts';
import type { DemoDependencies } from './demo-dependencies.ts';
import type { DemoPlace, Html } from './page.ts';
import { strictPolicy, twoLanguagesPolicy } from './policies.ts';
import { renderStatesPage } from './states-page.ts';
import { createStatesService } from './states-service.ts';
import { renderThemesPage } from './themes-page.ts';

const styles = (...parts: string[]) =>
  parts.map((part) => resolve(import.meta.dirname, `styles/${part}.css`));
const statesScript = resolve(import.meta.dirname, '../../dist/demo/states.js');

/** A made-up website that shows the prompt at work. It belongs at `<basePath>/demo`. */
export function createDemo({ publicUrl, basePath }: DemoDependencies): Hono {
  const app = new Hono();
  const demo = `${basePath}/demo`;

  /** A page answers with a slash at its end; without it, it sends the browser there. */
  const addPage = (
    path: string,
    render: (place: DemoPlace) => Html,
    headers: MiddlewareHandler = securityHeaders(),
  ) => {
    // An empty last part, because a mounted app's "/" would mean "/demo" alone.
    const withSlash = path === '/' ? '/:end{$}' : path;
    const withoutSlash = path === '/' ? path : path.slice(0, -1);
    app.on('GET', [withoutSlash, withSlash], headers, (context) =>
      new URL(context.req.url).pathname.endsWith('/')
        ? context.html(render({ service: publicUrl(), demo }))
        : context.redirect(`${demo}${path}`, 301),
    );
  };

  const addFiles = (path: string, files: string[], type: string) => {
    app.get(path, securityHeaders(), async (context) => {
      const parts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      return context.body(parts.join('\n'), 200, { 'content-type': type });
    });
  };

  addPage('/', renderSwedishPage);
  addPage('/en/', renderEnglishPage);
  addPage('/strict-csp/', renderStrictPage, headersWith(strictPolicy));
  addPage('/link-only/', renderLinkedPage);
  addPage(
    '/states/',
    (place) => renderStatesPage(place, basePath),
    headersWith(twoLanguagesPolicy),
  );
  addPage('/themes/', (place) => renderThemesPage(place, basePath));
  addFiles('/demo.css', styles('site', 'article', 'prompt', 'states'), 'text/css; charset=utf-8');
  addFiles('/themes/themes.css', styles('themes'), 'text/css; charset=utf-8');
  addFiles('/states/states.js', [statesScript], 'text/javascript; charset=utf-8');
  app.route('/states/service', createStatesService());
  return app;
}

/** The usual headers, with another policy in place of the usual one. */
function headersWith(policy: string): MiddlewareHandler {
  const usual = securityHeaders();
  return async (context, next) => {
    await usual(context, next);
    context.header('Content-Security-Policy', policy);
  };
}
