import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import { ProblemError } from '../http/problem.ts';
import { securityHeaders } from '../http/security-headers.ts';
import type { ApiSettings } from './api-settings.ts';
import { docsPage } from './docs-page.ts';
import { createOpenApiDocument } from './openapi-document.ts';
import { refuseTokenInAddress } from './read-query.ts';

const stylesheet = new URL('docs.css', import.meta.url);
/** Written by the build. */
const script = new URL('../../dist/api/try-it.js', import.meta.url);

export interface DocumentRoutesDependencies {
  publicUrl: () => string;
  basePath: string;
  settings: ApiSettings;
  timeZone: string;
}

/** Serves the OpenAPI document, and a page about the API that is made from it. */
export function serveDocument(
  app: Hono,
  { publicUrl, basePath, settings, timeZone }: DocumentRoutesDependencies,
): void {
  const createDocument = () =>
    createOpenApiDocument({ publicUrl: publicUrl(), settings, timeZone });

  app.get('/openapi.json', (context) => {
    refuseTokenInAddress(new URL(context.req.url).searchParams);
    return context.json(createDocument(), 200, {
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });
  app.get('/docs', securityHeaders(), (context) => {
    context.header('cache-control', 'no-cache');
    return context.html(docsPage(createDocument(), `${basePath}/feedback/v1`));
  });
  app.get('/docs/docs.css', securityHeaders(), async (context) =>
    context.body(await readFile(stylesheet, 'utf8'), 200, file('text/css')),
  );
  app.get('/docs/try-it.js', securityHeaders(), async (context) =>
    context.body(await readFile(script, 'utf8'), 200, file('text/javascript')),
  );
  for (const path of ['/openapi.json', '/docs', '/docs/docs.css', '/docs/try-it.js']) {
    app.all(path, () => {
      throw new ProblemError('method-not-allowed', 'Only GET and HEAD are allowed here.', {
        headers: { allow: 'GET, HEAD' },
      });
    });
  }
}

const file = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'no-cache',
});
