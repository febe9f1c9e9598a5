import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { VisitorLanguage } from '../../locales/languages.ts';
import type { Clock } from '../clock.ts';
import { responsesPath } from '../contract/limits.ts';
import { ProblemError } from '../http/problem.ts';
import { checkPromptOn } from '../intake/check-prompt-on.ts';
import { locatePage } from '../intake/locate-page.ts';
import type { SiteRegister } from '../intake/site-register.ts';
import type { IncomingResponse, StoredResponse } from '../store/store.ts';
import type { Words } from '../words/words.ts';
import { formPage } from './form-page.ts';
import { languageOf, pageResponse } from './page-response.ts';
import { problemPage } from './problem-page.ts';
import { receiptPage } from './receipt-page.ts';
import { createStateSeal } from './sealed-state.ts';

export interface VisitorPagesDependencies {
  words: Words;
  sites: SiteRegister;
  clock: Clock;
  /** 32 random bytes that seal the state in a receipt's address. */
  sealKey: Uint8Array;
  basePath: string;
}

export interface StoredSubmission {
  id: string;
  address: string;
  content: IncomingResponse['content'];
  stored: StoredResponse;
}

/** What the pages want to know of a request. */
interface Asked {
  url: string;
  headers: Pick<Headers, 'get'>;
}

/** The pages for visitors without script: form, receipt and fault. */
export interface VisitorPages {
  /** `GET /form`, `GET /receipt` and their style sheet, below the API's base. */
  routes: Hono;
  /** Refuses a form for a comment that holds nothing new: neither a comment nor another answer. */
  checkStep: (request: Asked, content: IncomingResponse['content']) => void;
  /** Sends the browser on to the receipt, so that reloading it sends nothing again. */
  receiptRedirect: (request: Asked, submission: StoredSubmission) => Response;
  problemPage: (
    request: Asked,
    problem: ProblemError,
    fields: Record<string, unknown> | undefined,
  ) => Promise<Response>;
}

export function createVisitorPages(dependencies: VisitorPagesDependencies): VisitorPages {
  const { words, sites, clock, basePath } = dependencies;
  const { seal, open } = createStateSeal(dependencies.sealKey);
  const base = `${basePath}/feedback/v1`;
  const styles = readFileSync(new URL('visitor.css', import.meta.url), 'utf8');
  const contextFor = (language: VisitorLanguage) => ({
    words: words.visitor[language],
    basePath,
    action: `${basePath}/${responsesPath}`,
  });

  const makeProblemPage: VisitorPages['problemPage'] = async (request, problem, fields) => {
    const wish = fields?.['widgetLanguage'] ?? request.headers.get('accept-language');
    const language = languageOf(wish);
    const page = fields?.['page'];
    const located = typeof page === 'string' ? locatePage(sites, page) : undefined;
    const allowedNumbers = (await located?.catch(() => undefined))?.site.allowedNumbers ?? [];
    const stored = new URL(request.url).searchParams.get('stored');
    const sent = { fields, stored, allowedNumbers };
    const markup = problemPage(problem, sent, language, contextFor(language));
    return pageResponse(problem.status, markup, problem.headers);
  };

  const routes = new Hono();
  routes.get('/visitor.css', (context) =>
    context.body(styles, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  routes.get('/form', async (context) => {
    const request = context.req.raw;
    const language = languageOf(
      context.req.query('language') ?? context.req.header('accept-language'),
    );
    try {
      const { site, address } = await locatePage(sites, context.req.query('page') ?? '');
      checkPromptOn(address, site);
      const title = context.req.query('title')?.slice(0, 300);
      const values = { id: crypto.randomUUID(), page: address, title, language };
      return await pageResponse(
        200,
        formPage({ ...values, ...site.settings.prompt.texts[language] }, contextFor(language)),
      );
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return makeProblemPage(request, error, { widgetLanguage: language });
    }
  });
  routes.get('/receipt', async (context) => {
    const state = open(context.req.query('state') ?? '', clock());
    if (state) {
      const language = languageOf(state.language);
      const located = await locatePage(sites, state.address).catch(() => undefined);
      const asksForComment = located?.site.settings.prompt.asksForComment ?? true;
      const page = receiptPage({ ...state, language }, asksForComment, contextFor(language));
      return pageResponse(200, page);
    }
    const gone = new ProblemError('too-late', 'The receipt can no longer be used.');
    return makeProblemPage(context.req.raw, gone, undefined);
  });

  return {
    routes,
    checkStep(request, { comment, answer }) {
      const { searchParams } = new URL(request.url);
      const asksForComment = searchParams.get('step') === 'comment';
      // A changed answer is something to send, with or without a comment.
      if (!asksForComment || comment !== undefined || searchParams.get('stored') !== answer) return;
      throw new ProblemError('invalid-fields', 'comment is empty.', {
        faults: [{ field: 'comment', detail: 'is empty' }],
      });
    },
    receiptRedirect(request, { id, address, content, stored }) {
      const wish = content.widgetLanguage ?? content.pageLanguage;
      const state = seal({
        id,
        address,
        title: content.title,
        answer: stored.answer,
        hasComment: stored.hasComment,
        language: languageOf(wish ?? request.headers.get('accept-language')),
        until: stored.amendableUntil.getTime(),
      });
      return new Response(null, {
        status: 303,
        headers: {
          location: `${base}/receipt?state=${state}`,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        },
      });
    },
    problemPage: makeProblemPage,
  };
}
