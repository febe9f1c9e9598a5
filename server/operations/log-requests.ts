import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Log } from './log.ts';

/** Logs each request by its route, never by its address, its sender or what it holds. */
export const logRequests =
  (log: NonNullable<Log['request']>): MiddlewareHandler =>
  async (context, next) => {
    const start = performance.now();
    await next();
    const { method } = context.req;
    const route = matchedRoutes(context).findLast((each) => each.method !== 'ALL');
    log({
      method,
      route: route?.path ?? 'none',
      status: context.res.status,
      milliseconds: Math.round(performance.now() - start),
    });
  };
