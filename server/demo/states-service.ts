import timers from 'node:timers/promises';
import { Hono } from 'hono';
import type { Acknowledgement } from '../contract/acknowledgement-schema.ts';
import type { Problem } from '../contract/problem-schema.ts';
import { answers } from '../contract/response-schema.ts';

const problems = {
  failing: { status: 503, title: 'The service is not available just now', retryAfter: '30' },
  busy: { status: 429, title: 'Too many answers at once', retryAfter: '60' },
  refusing: { status: 422, title: 'One or more fields are at fault', retryAfter: undefined },
};

type Trouble = keyof typeof problems | 'silent';

/** The ways in which the fake services answer; `…-comments` troubles only comments. */
export type AnsweringKind = 'working' | Trouble | `${Trouble}-comments`;

const troubles: Trouble[] = ['failing', 'busy', 'refusing', 'silent'];

/** How long the silent service keeps a client waiting, in milliseconds. */
const longestSilence = 60_000;

const amendableFor = 24 * 60 * 60 * 1000;

/**
 * Fake services for the page that shows every state: each answers
 * `POST /<kind>/feedback/v1/responses` in its own way. Nothing is stored.
 */
export function createStatesService(): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cache-Control', 'no-store');
  });
  app.post('/working/feedback/v1/responses', async (context) =>
    acknowledge(new URLSearchParams(await context.req.text())),
  );
  for (const trouble of troubles) {
    app.post(`/${trouble}/feedback/v1/responses`, (context) => answer(trouble, context.req.raw));
    app.post(`/${trouble}-comments/feedback/v1/responses`, async (context) => {
      const fields = new URLSearchParams(await context.req.text());
      return fields.get('comment') ? answer(trouble, context.req.raw) : acknowledge(fields);
    });
  }
  return app;
}

async function answer(trouble: Trouble, request: Request): Promise<Response> {
  if (trouble !== 'silent') return refuse(trouble);
  await untilGone(request.signal);
  return refuse('failing');
}

/** Waits until the client leaves, but not for ever: connections are dear. */
async function untilGone(signal: AbortSignal): Promise<void> {
  await timers.setTimeout(longestSilence, undefined, { signal }).catch(() => undefined);
}

function acknowledge(fields: URLSearchParams): Response {
  const received = Date.now();
  const acknowledgement: Acknowledgement = {
    status: 'stored',
    answer: answers.find((known) => known === fields.get('answer')) ?? 'yes',
    revisionNo: Number(fields.get('revisionNo') ?? 1),
    hasComment: Boolean(fields.get('comment')),
    received: new Date(received).toISOString(),
    amendableUntil: new Date(received + amendableFor).toISOString(),
  };
  return Response.json(acknowledgement, { status: 201 });
}

function refuse(kind: keyof typeof problems): Response {
  const { status, title, retryAfter } = problems[kind];
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    detail: 'This is a made-up problem of the demo.',
    instance: `urn:uuid:${crypto.randomUUID()}`,
    ...(status === 422 && { errors: [{ field: 'comment', detail: 'is refused by the demo' }] }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' });
  if (retryAfter) headers.set('retry-after', retryAfter);
  return new Response(JSON.stringify(problem), { status, headers });
}
