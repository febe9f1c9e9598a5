import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

const page = 'text/html';
const problem = 'application/problem+json';

/** Whether a page is what the client would rather have than data: so it is with browsers. */
export const prefersPage = (context: Context): boolean =>
  accepts(context, {
    header: 'Accept',
    supports: [page, problem, 'application/json'],
    default: problem,
  }) === page;
