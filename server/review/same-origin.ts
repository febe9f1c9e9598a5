import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** How the service knows the origin at which browsers reach it. */
export interface PublicAddress {
  secure: boolean;
  /** Scheme and host, when the operator has told them; else the request's own host is believed. */
  publicOrigin?: string | undefined;
}

/**
 * The origin at which the browser reached the service. The scheme is told, since
 * a proxy may speak http to the service while the browser speaks https.
 */
export function publicOriginOf(c: Context, { secure, publicOrigin }: PublicAddress): string {
  if (publicOrigin !== undefined) return publicOrigin;
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return `${secure ? 'https' : 'http'}://${host}`;
}

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what another website sends in the editor's name, whatever its content type.
 * Each browser tells at least one of the two headers, and no page can forge them; what
 * tells neither is no form of ours. A token in each form would add nothing to this.
 */
export const sameOrigin =
  (address: PublicAddress): MiddlewareHandler =>
  async (c, next) => {
    if (!readingMethods.includes(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      const siteIsOurs = site === undefined || site === 'same-origin';
      const originIsOurs = origin === undefined || origin === publicOriginOf(c, address);
      const isTold = site !== undefined || origin !== undefined;
      if (!isTold || !siteIsOurs || !originIsOurs) throw new HTTPException(403);
    }
    await next();
  };
