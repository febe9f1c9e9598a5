import { Hono } from 'hono';
import type { Acknowledgement } from '../contract/acknowledgement-schema.ts';
import { asProblem } from '../http/as-problem.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import type { AppendOutcome, StoredResponse } from '../store/store.ts';
import { checkOrigin } from './check-origin.ts';
import { checkPersonalData } from './check-personal-data.ts';
import { checkResponse } from './check-response.ts';
import { crossOriginHeaders, preflightResponse } from './cross-origin.ts';
import type { IntakeDependencies } from './intake-dependencies.ts';
import { locatePage } from './locate-page.ts';
import { readSubmission, type Submission } from './read-submission.ts';

/** Takes in visitors' responses: `POST /responses` below the API's base. */
export function createIntake(dependencies: IntakeDependencies): Hono {
  const { sites, basePath, pages, report } = dependencies;
  const app = new Hono();

  app.post('/responses', async (context) => {
    const request = context.req.raw;
    const cors = await crossOriginHeaders(request, sites).catch(() => ({}));
    let submission: Submission | undefined;
    try {
      submission = await readSubmission(request);
      const response = await takeIn(dependencies, request, submission);
      return withHeaders(response, cors);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status >= 500) report(thrown);
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

/** The whole way of one response: schema, site, origin, personal data, disk, acknowledgement. */
async function takeIn(
  { queue, sites, pages, clock, dayOf, publicUrl }: IntakeDependencies,
  request: Request,
  submission: Submission,
): Promise<Response> {
  const { id, page, revisionNo, ...content } = checkResponse(submission);
  const { site, address } = await locatePage(sites, page);
  await checkOrigin(request.headers, site, sites, publicUrl());
  checkPersonalData(content.comment, site);
  pages.checkStep(request, content);

  const received = clock();
  const outcome = await queue.add({
    key: id,
    siteId: site.id,
    address,
    received,
    day: dayOf(received),
    revisionNo,
    content,
  });
  const stored = storedOrProblem(outcome);
  if (submission.transport === 'json' || wantsJson(request.headers)) {
    return acknowledgementResponse(outcome.kind === 'new' ? 201 : 200, stored);
  }
  return pages.receiptRedirect(request, { id, address, content, stored });
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

function acknowledgementResponse(status: 200 | 201, stored: StoredResponse): Response {
  const acknowledgement: Acknowledgement = {
    status: 'stored',
    answer: stored.answer,
    revisionNo: stored.revisionNo,
    hasComment: stored.hasComment,
    received: stored.received.toISOString(),
    amendableUntil: stored.amendableUntil.toISOString(),
  };
  return Response.json(acknowledgement, { status, headers: { 'cache-control': 'no-store' } });
}

const wantsJson = (headers: Headers) => (headers.get('accept') ?? '').includes('application/json');

/** Only a browser that navigates asks for a page by name. */
const wantsPage = (headers: Headers) =>
  (headers.get('accept') ?? '').includes('text/html') && !wantsJson(headers);

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
