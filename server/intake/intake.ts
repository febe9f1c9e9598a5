import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Acknowledgement } from '../contract/acknowledgement-schema.ts';
import { asProblem } from '../http/as-problem.ts';
import { ProblemError, problemResponse } from '../http/problem.ts';
import type { AppendOutcome, StoredResponse } from '../store/store.ts';
import { checkOrigin, isKnownOrigin } from './check-origin.ts';
import { checkPersonalData } from './check-personal-data.ts';
import { checkPromptOn } from './check-prompt-on.ts';
import { checkResponse } from './check-response.ts';
import {
  crossOriginHeaders,
  knownCrossOrigin,
  preflightResponse,
  type CrossOrigin,
} from './cross-origin.ts';
import type { IntakeDependencies } from './intake-dependencies.ts';
import { createPageLocator } from './locate-page.ts';
import { replyFrom, type Posting, type Reply } from './posting.ts';
import { readBody } from './read-body.ts';
import { readSubmission, type Submission } from './read-submission.ts';

/** Takes in visitors' responses. */
export interface Intake {
  /** Takes in a posted response, or says why not. */
  reply: (posting: Posting) => Promise<Reply>;
  /** `POST /responses` below the API's base, and what else may be asked there. */
  routes: Hono;
}

export function createIntake(dependencies: IntakeDependencies): Intake {
  const { sites, basePath, pages, report, metrics } = dependencies;
  const takeIn = createTakeIn(dependencies);

  async function reply(posting: Posting): Promise<Reply> {
    const { headers } = posting;
    // What is known is not waited for, here and below: a wait costs as much as a check.
    const cors =
      knownCrossOrigin(headers, sites) ??
      (await crossOriginHeaders(headers, sites).catch(() => ({})));
    let submission: Submission | undefined;
    try {
      submission = await readSubmission(posting);
      return await takeIn(posting, submission, cors);
    } catch (thrown) {
      const problem = asProblem(thrown, 'answer');
      metrics.refused(problem.kind);
      if (problem.status >= 500) report(thrown, problem.instance);
      const response = wantsPage(headers)
        ? await pages.problemPage(posting, problem, submission?.fields)
        : problemResponse(problem, basePath);
      return withHeaders(await replyFrom(response), cors);
    }
  }

  const routes = new Hono();
  routes.post('/responses', async ({ req, env }) => {
    const { status, headers, body } = await reply({
      url: req.url,
      headers: req.raw.headers,
      peer: peerOf(env),
      readBody: () => readBody(req.raw),
    });
    return new Response(body, { status, headers });
  });
  routes.options('/responses', ({ req }) => preflightResponse(req.raw.headers, sites));
  routes.all('/responses', () => {
    throw new ProblemError('method-not-allowed', 'Only POST is allowed here.', {
      headers: { allow: 'POST, OPTIONS' },
    });
  });
  return { reply, routes };
}

type TakeIn = (posting: Posting, submission: Submission, cors: CrossOrigin) => Promise<Reply>;

/** The whole way of one response: schema, site, origin, personal data, robots, disk, acknowledgement. */
function createTakeIn(dependencies: IntakeDependencies): TakeIn {
  const { queue, sites, pages, spamControl, clock, dayOf, publicUrl, metrics } = dependencies;
  const locator = createPageLocator(sites);

  return async (posting, submission, cors) => {
    const { headers, peer } = posting;
    const { id, page, revisionNo, elapsed, website, ...content } = checkResponse(submission);
    const { site, address } = locator.remembered(page) ?? (await locator.locate(page));
    if (!isKnownOrigin(headers, site, sites)) {
      await checkOrigin(headers, site, sites, publicUrl());
    }
    checkPromptOn(address, site);
    checkPersonalData(content.comment, site);
    if (posting.url.includes('?')) pages.checkStep(posting, content);

    const received = clock();
    const response = { key: id, address, received, content };
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
    if (submission.transport === 'json' || wantsJson(headers)) {
      return acknowledgementReply(outcome.kind === 'new' ? 201 : 200, stored, cors);
    }
    const redirect = pages.receiptRedirect(posting, { id, address, content, stored });
    return withHeaders(await replyFrom(redirect), cors);
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

function acknowledgementReply(status: 200 | 201, stored: StoredResponse, cors: CrossOrigin): Reply {
  const acknowledgement: Acknowledgement = {
    status: 'stored',
    answer: stored.answer,
    revisionNo: stored.revisionNo,
    hasComment: stored.hasComment,
    received: stored.received.toISOString(),
    amendableUntil: stored.amendableUntil.toISOString(),
  };
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...cors },
    body: JSON.stringify(acknowledgement),
  };
}

/** Undefined where no connection stands behind the request. */
const peerOf = (env: unknown) =>
  (env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress;

const wantsJson = (headers: Posting['headers']) =>
  (headers.get('accept') ?? '').includes('application/json');

/** Only a browser that navigates asks for a page by name. */
const wantsPage = (headers: Posting['headers']) =>
  (headers.get('accept') ?? '').includes('text/html') && !wantsJson(headers);

const withHeaders = (reply: Reply, headers: CrossOrigin): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});
