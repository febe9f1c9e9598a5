import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { responsesPath } from '../../../server/contract/limits.ts';
import { startTestService } from '../../support/test-service.ts';
import { startPlayedReview } from './played-review.ts';
import { renderPromptPage } from './prompt-page.ts';

/** The pages on which the journeys take place, and the service behind them. */
export interface TestPages {
  /** Where a page is for one visit. */
  addressOf: (page: PageName) => Promise<string>;
  stop: () => Promise<void>;
}

/**
 * - `article`: the demo's article, on the service's own origin.
 * - `short`: a short page on an origin of its own.
 * - `answer fails twice`, `comment fails twice`: the short page, where the service
 *   cannot store the first two tries to send an answer, or a comment.
 * - `comment refused once`: the short page, where the service does not accept the first
 *   comment as it is.
 * - `review`: the editors' pages, of a service of their own, which is new for each visit.
 */
export type PageName = 'article' | 'review' | keyof typeof shortPaths;

/** What goes wrong on a page, and how often. */
interface Trouble {
  with: 'answer' | 'comment';
  times: number;
  status: 503 | 422;
}

const shortPaths = {
  short: '/short',
  'answer fails twice': '/answer-fails-twice',
  'comment fails twice': '/comment-fails-twice',
  'comment refused once': '/comment-refused-once',
};

const refusal = {
  type: 'urn:gensvar:problem:invalid-fields',
  errors: [{ field: 'comment', detail: 'It is not accepted.' }],
};

/** Starts the real service, and a website that is registered with it. */
export async function startTestPages(): Promise<TestPages> {
  const service = await startTestService();
  const app = new Hono();
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await service.addSite({ key: 'pages', name: 'Pages', origins: [origin] });

  const failures = new Map<string, number>();
  const addPage = (path: string, trouble?: Trouble) => {
    const address = `${origin}${path}`;
    const sendsTo = trouble && address;
    app.get(path, (context) =>
      context.html(renderPromptPage({ service: service.url, address, sendsTo })),
    );
    app.post(`${path}/${responsesPath}`, async (context) => {
      const body = await context.req.text();
      const fields = new URLSearchParams(body);
      const kind = fields.has('comment') ? 'comment' : 'answer';
      const id = `${fields.get('id')}`;
      const failed = failures.get(id) ?? 0;
      if (trouble && kind === trouble.with && failed < trouble.times) {
        failures.set(id, failed + 1);
        return context.json(refusal, trouble.status);
      }
      const type = 'application/x-www-form-urlencoded';
      const headers = { origin, accept: 'application/json', 'content-type': type };
      return fetch(`${service.url}/${responsesPath}`, { method: 'POST', headers, body });
    });
  };
  addPage(shortPaths.short);
  addPage(shortPaths['answer fails twice'], { with: 'answer', times: 2, status: 503 });
  addPage(shortPaths['comment fails twice'], { with: 'comment', times: 2, status: 503 });
  addPage(shortPaths['comment refused once'], { with: 'comment', times: 1, status: 422 });

  const reviews: { stop: () => Promise<void> }[] = [];
  return {
    async addressOf(page) {
      if (page === 'article') return `${service.url}/demo/`;
      if (page !== 'review') return `${origin}${shortPaths[page]}`;
      const review = await startPlayedReview();
      reviews.push(review);
      return review.address;
    },
    async stop() {
      await Promise.all(reviews.map((review) => review.stop()));
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await service.stop();
    },
  };
}
