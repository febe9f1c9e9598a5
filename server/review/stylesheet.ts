import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context } from 'hono';

const parts = [
  'colours',
  'frame',
  'facts',
  'work-list',
  'page-report',
  'daily-chart',
  'page-edits',
  'access',
  'settings',
  'export',
  'comments',
  'triage',
  'print',
];

export interface Stylesheet {
  /** The address below the review, with the content's own mark: a new one after each change. */
  href: string;
  serve: (c: Context) => Response;
}

/** Reads the review's styles once. */
export function readStylesheet(): Stylesheet {
  const css = parts
    .map((part) => readFileSync(new URL(`styles/${part}.css`, import.meta.url), 'utf8'))
    .join('\n');
  const version = createHash('sha256').update(css).digest('base64url').slice(0, 12);
  return {
    href: `review.css?v=${version}`,
    serve: (c) => {
      const fresh = c.req.query('v') === version;
      c.header('Cache-Control', fresh ? 'public, max-age=31536000, immutable' : 'no-cache');
      return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    },
  };
}
