import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { Hono } from 'hono';

interface WidgetFile {
  plain: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
  etag: string;
}

/**
 * Serves the loader and the element, from memory and compressed once.
 * @param folder where the build wrote them
 * @throws when they have not been built
 */
export function createWidgetFiles(folder: URL): Hono {
  const files = new Map<string, WidgetFile>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const plain = new Uint8Array(readFileSync(new URL(name, folder)));
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
    const brotli = new Uint8Array(brotliCompressSync(plain));
    files.set(name, { plain, brotli, etag: `"${hash}"` });
  }
  if (!files.has('page-feedback.js'))
    throw new Error('The widget is not built: run npm run build.');

  const app = new Hono();
  app.get('/:name', (context) => {
    const file = files.get(context.req.param('name'));
    if (!file) return context.notFound();
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      // Any page may load the script; what it may send is decided where answers are taken in.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      etag: file.etag,
    };
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
    const takesBrotli = /\bbr\b/.test(context.req.header('accept-encoding') ?? '');
    return takesBrotli
      ? context.body(file.brotli, 200, { ...headers, 'content-encoding': 'br' })
      : context.body(file.plain, 200, headers);
  });
  return app;
}
