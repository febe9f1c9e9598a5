import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { Acknowledgement } from '../contract/acknowledgement-schema.ts';
import { asProblem } from '../http/as-problem.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import type { AppendOutcome, StoredResponse } from '../store/store.ts';
import { checkOrigin } from './check-origin.ts';
import { checkPersonalData } from './check-personal-data.ts';
import { checkResponse } from './check-response.ts';
import { crossOriginHeaders, preflightResponse, type CrossOrigin } from './cross-origin.ts';
import type { IntakeDependencies } from './intake-dependencies.ts';
import { createPageLocator } from './locate-page.ts';
import { readSubmission, type Submission } from './read-submission.ts';

/** Takes in visitors' responses: `POST /responses` below the API's base. */
export function createIntake(dependencies: IntakeDependencies): Hono {
  const { sites, basePath, pages, report, metrics } = dependencies;
  const takeIn = createTakeIn(dependencies);
  const app = new Hono();

  app.post('/responses', async (context) => {
    const request = context.req.raw;
    const cors = await crossOriginHeaders(request, sites).catch(() => ({}));
    let submission: Submission | undefined;
    try {
      submission = await readSubmission(request);
      return await takeIn(request, submission, { cors, peer: peerOf(context) });
    } catch (thrown) {
      const problem = asProblem(thrown);
      metrics.refused(problem.kind);
      if (problem.status >= 500) report(thrown, problem.instance);
      const response = wantsPage(request.headers)
        ? await pages.problemPage(request, problem, submission?.fields)
        : problemResponse(problem, basePath);
      return withHeaders(response, cors);
    }
  });
  app.options('/responses', (context) => preflightResponse(context.req.raw, sites));
  app.all('/responses', () => {
    throw new ProblemError('method-not-allowed', 'Only POST is allowed here.', {
      headers: { allow: 'POST, OPTIONS' },
    });
  });
  return app;
}

interface Sender {
  cors: CrossOrigin;
  /** The address at the other end of the connection; it is forgotten with the request. */
  peer: string | undefined;
}

type TakeIn = (request: Request, submission: Submission, sender: Sender) => Promise<Response>;

/** The whole way of one response: schema, site, origin, personal data, robots, disk, acknowledgement. */
function createTakeIn(dependencies: IntakeDependencies): TakeIn {
  const { queue, sites, pages, spamControl, clock, dayOf, publicUrl, metrics } = dependencies;
  const locatePage = createPageLocator(sites);

  return async (request, submission, { cors, peer }) => {
    const { id, page, revisionNo, elapsed, website, ...content } = checkResponse(submission);
    const { site, address } = await locatePage(page);
    await checkOrigin(request.headers, site, sites, publicUrl());
    checkPersonalData(content.comment, site);
    if (request.url.includes('?')) pages.checkStep(request, content);

    const received = clock();
    const response = { key: id, address, received, content };
    const { headers } = request;
    const treatment = spamControl({ response, site, headers, peer, elapsed, website });
    const outcome = await queue.add({
      ...response,
      siteId: site.id,
      day: dayOf(received),
      revisionNo,
      suspicion: treatment.suspicion,
    });
    treatment.afterStoring();
    const stored = storedOrProblem(outcome);
    metrics.acknowledged(outcome.kind);
    if (submission.transport === 'json' || wantsJson(request.headers)) {
      return acknowledgementResponse(outcome.kind === 'new' ? 201 : 200, stored, cors);
    }
    return withHeaders(pages.receiptRedirect(request, { id, address, content, stored }), cors);
  };
}

function storedOrProblem(outcome: AppendOutcome): StoredResponse {
  switch (outcome.kind) {
    case 'too-late':
      throw new ProblemError('too-late', 'The time in which this id can amend is over.');
    case 'other-page':
      throw new ProblemError('key-in-use', 'This id belongs to a response on another page.');
    default:
      return outcome.stored;
  }
}

/** Made with all its headers at once: one that is changed later costs the slow kind of object. */
function acknowledgementResponse(
  status: 200 | 201,
  stored: StoredResponse,
  cors: CrossOrigin,
): Response {
  const acknowledgement: Acknowledgement = {
    status: 'stored',
    answer: stored.answer,
    revisionNo: stored.revisionNo,
    hasComment: stored.hasComment,
    received: stored.received.toISOString(),
    amendableUntil: stored.amendableUntil.toISOString(),
  };
  return new Response(JSON.stringify(acknowledgement), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...cors },
  });
}

/** Undefined where no connection stands behind the request. */
const peerOf = (context: Context) =>
  (context.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress;

const wantsJson = (headers: Headers) => (headers.get('accept') ?? '').includes('application/json');

/** Only a browser that navigates asks for a page by name. */
const wantsPage = (headers: Headers) =>
  (headers.get('accept') ?? '').includes('text/html') && !wantsJson(headers);

function withHeaders(response: Response, headers: CrossOrigin): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
