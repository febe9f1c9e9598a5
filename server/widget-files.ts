import { Hono } from 'hono';
import { ProblemError } from './http/problem.ts';
import { choosesBrotli } from './widget-files/chooses-brotli.ts';
import {
  readWidgetFiles,
  type WidgetFile,
  type WidgetFiles,
} from './widget-files/read-widget-files.ts';
import { createSiteLoaders } from './widget-files/site-loader.ts';
import type { Site } from './store/store.ts';

/** Any page may load the scripts; what it may send is decided where answers are taken in. */
const openToAll = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** The newest version: a page gets it within the hour, and never waits for it. */
const evergreen = 'public, max-age=3600, stale-while-revalidate=86400';

/** What a site decides reaches its pages within minutes. */
const ofSite = 'public, max-age=300, stale-while-revalidate=3600';

/** One version, which never changes: a year is the longest that caches care for. */
const immutable = 'public, max-age=31536000, immutable';

/**
 * Reads the loader and the elements of this version.
 * @throws when they have not been built
 */
export const readOwnWidgetFiles = (folder: URL): WidgetFiles =>
  readWidgetFiles(folder, new URL('../package.json', import.meta.url));

/**
 * Serves the loader and the elements from memory: the newest ones at an address
 * that stays, and this version at an address of its own, which a page can pin
 * with the hash that `integrity.json` tells.
 * @param folder where the build wrote them
 * @param findSite finds the site for which a loader is asked
 * @throws when they have not been built
 */
export function createWidgetFiles(
  folder: URL,
  findSite: (key: string) => Promise<Site | undefined>,
): Hono {
  const { version, files } = readOwnWidgetFiles(folder);
  const loaderOf = createSiteLoaders(folder);

  const app = new Hono();
  app.get('/integrity.json', (context) => {
    const base = new URL('.', context.req.url).pathname;
    const described = [...files].map(
      ([name, { integrity }]) =>
        [name, { address: `${base}${version}/${name}`, integrity }] as const,
    );
    const headers = { ...openToAll, 'cache-control': 'no-cache' };
    return context.json({ version, files: Object.fromEntries(described) }, 200, headers);
  });
  app.get('/sites/:key/page-feedback.js', async (context) => {
    const site = await findSite(context.req.param('key'));
    if (!site) return context.notFound();
    return fileResponse(loaderOf(site), context.req.raw.headers, ofSite);
  });
  app.get('/:name', (context) => {
    const file = files.get(context.req.param('name'));
    return file ? fileResponse(file, context.req.raw.headers, evergreen) : context.notFound();
  });
  app.get('/:version/:name', (context) => {
    const { version: asked, name } = context.req.param();
    const file = files.get(name);
    if (!file) return context.notFound();
    if (asked === version) return fileResponse(file, context.req.raw.headers, immutable);
    const newest = `${new URL('..', context.req.url).pathname}${name}`;
    throw new ProblemError(
      'not-found',
      `This version is not served here, only ${version} is. The newest one is always at ${newest}.`,
      { headers: openToAll },
    );
  });
  return app;
}

function fileResponse(file: WidgetFile, request: Headers, cacheControl: string): Response {
  const isBrotli = choosesBrotli(request.get('accept-encoding') ?? '');
  const etag = `"${file.hash}${isBrotli ? '-br' : ''}"`;
  const headers = {
    ...openToAll,
    'cache-control': cacheControl,
    vary: 'Accept-Encoding',
    etag,
  };
  if (isKnown(request.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const body = isBrotli ? file.brotli : file.plain;
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(body.byteLength),
      ...(isBrotli && { 'content-encoding': 'br' }),
    },
  });
}

/** Whether the client's list of entity tags has this one; caches on the way may mark it as weak. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}
