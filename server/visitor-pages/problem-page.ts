import { html } from 'hono/html';
import type { ProblemError } from '../http/problem.ts';
import { characterCount, maxCommentLength } from '../contract/limits.ts';
import { answers } from '../contract/response-schema.ts';
import type { VisitorWords } from '../words/words.ts';
import { commentForm, type CommentFormValues } from './comment-form.ts';
import { maskedForm } from './masked-form.ts';
import { visitorPage, type Markup } from './layout.ts';
import { backLink, pageLine, type PageContext } from './receipt-page.ts';

/** What is known of the form that met a problem. */
export interface SentForm {
  /** What was sent, unchecked; undefined when it could not be read. */
  fields: Record<string, unknown> | undefined;
  /** The answer that the form says is stored already, unchecked. */
  stored: string | null;
  /** The numbers that the page's site does not take for personal data. */
  allowedNumbers: string[];
}

/**
 * Tells a visitor without script what went wrong. When there is a form to send
 * again, it holds the visitor's words.
 */
export function problemPage(
  problem: ProblemError,
  { fields, stored, allowedNumbers }: SentForm,
  language: string,
  context: PageContext,
): Markup {
  const { words, basePath, action } = context;
  const page = webAddress(fields?.['page']);
  const title = textOf(fields?.['title']);
  const comment = textOf(fields?.['comment']) ?? '';
  const id = textOf(fields?.['id']);
  const answer = answers.find((known) => known === fields?.['answer']);
  const isAboutComment = problem.faults.some((fault) => fault.field === 'comment');
  const fault = faultText(problem, comment, words);
  const canSendAgain = isAboutComment || problem.status >= 500;
  const values: CommentFormValues | undefined =
    canSendAgain && page !== undefined && answer !== undefined
      ? {
          id: id ?? crypto.randomUUID(),
          page,
          title,
          language,
          answer,
          stored: answers.find((known) => known === stored) ?? answer,
          comment,
          fault: isAboutComment ? fault : undefined,
        }
      : undefined;
  const heading = isAboutComment ? words.commentErrorTitle : words.errorTitle;
  const body = html`
    <h1>${heading}</h1>
    ${isAboutComment && values ? '' : html`<p class="fault">${fault}</p>`}
    ${page === undefined ? '' : pageLine(page, title, words)}
    ${values ? commentForm(action, values, words) : keptWords(comment)}
    ${values && problem.kind === 'personal-data' ? maskedForm(action, values, allowedNumbers, words) : ''}
    ${page === undefined ? '' : backLink(page, words)}
  `;
  return visitorPage({ language, title: heading, basePath, body });
}

function faultText(problem: ProblemError, comment: string, words: VisitorWords): string {
  switch (problem.kind) {
    case 'invalid-fields': {
      const field = problem.faults[0]?.field;
      if (field === 'page') return words.pageMissing;
      if (field !== 'comment') return words.notUnderstood;
      const excess = characterCount(comment) - maxCommentLength;
      return excess > 0 ? words.tooLong(excess) : words.empty;
    }
    case 'personal-data':
      return words.personalDataFound;
    case 'unknown-site':
    case 'origin-not-allowed':
      return words.unknownSite;
    case 'prompt-off':
      return words.closed;
    case 'too-late':
    case 'key-in-use':
      return words.tooLate;
    case 'unavailable':
    case 'internal':
      return `${words.serviceError} ${words.retrySoon}`;
    default:
      return words.notUnderstood;
  }
}

/** Words that cannot be sent again are still the visitor's own: shown to be copied. */
const keptWords = (comment: string): Markup | string =>
  comment === '' ? '' : html`<blockquote class="kept">${comment}</blockquote>`;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Only an address of a web page becomes a link. */
function webAddress(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
}
