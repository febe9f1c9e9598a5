import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { ProblemError } from '../http/problem.ts';
import { hashToken } from '../review/secret-token.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

interface OperationsDependencies {
  store: Store;
  metrics: Metrics;
  /** What must be given to read the metrics; undefined when anyone may. */
  metricsToken: string | undefined;
}

/** What a load balancer and a monitor ask: whether the service lives, is ready, and how it does. */
export function createOperations({ store, metrics, metricsToken }: OperationsDependencies): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => {
    await store.listSites();
    return context.text('ready');
  });
  app.get('/metrics', (context) => {
    if (metricsToken !== undefined && !isGiven(metricsToken, context.req.header('authorization'))) {
      throw new ProblemError(
        'not-authenticated',
        'The metrics need the token of this installation.',
        {
          headers: { 'www-authenticate': 'Bearer' },
        },
      );
    }
    return metrics.render();
  });
  return app;
}

/** Compares hashes, which takes the same time wherever the first difference is. */
function isGiven(token: string, header: string | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(hashToken(given)));
}
