import type { Context } from 'hono';
import { csrf } from 'hono/csrf';

/**
 * The origin at which the browser reached the service. The scheme is told, since
 * a proxy may speak http to the service while the browser speaks https.
 */
export function publicOrigin(c: Context, secure: boolean): string {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return `${secure ? 'https' : 'http'}://${host}`;
}

/** Refuses forms that another website sends in the editor's name. */
export const sameOrigin = (secure: boolean) =>
  csrf({ origin: (origin, c) => origin === publicOrigin(c, secure) });
