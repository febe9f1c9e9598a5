import { html } from 'hono/html';
import type { ProblemError } from '../http/problem.ts';
import type { VisitorWords, Words } from '../words/words.ts';
import { visitorPage } from './layout.ts';
import { languageOf, pageResponse } from './page-response.ts';

/** Tells a person whose browser asked for a page that there is none, or that the service failed. */
export function errorPage(
  request: Request,
  problem: ProblemError,
  { words, basePath }: { words: Words; basePath: string },
): Promise<Response> {
  const language = languageOf(request.headers.get('accept-language'));
  const { title, text } = errorWords(problem.status, words.visitor[language]);
  const body = html`<h1>${title}</h1>
    <p>${text}</p>`;
  const markup = visitorPage({ language, title, basePath, body });
  return pageResponse(problem.status, markup, problem.headers);
}

function errorWords(status: number, words: VisitorWords): { title: string; text: string } {
  if (status >= 500) return { title: words.failedTitle, text: words.failedText };
  if (status === 404) return { title: words.noPageTitle, text: words.noPageText };
  return { title: words.notShownTitle, text: words.notShownText };
}
