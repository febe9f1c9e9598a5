import { html } from 'hono/html';
import type { VisitorWords } from '../words/words.ts';
import { commentForm, hiddenFields } from './comment-form.ts';
import { visitorPage, type Markup } from './layout.ts';
import type { ReceiptState } from './sealed-state.ts';

export interface PageContext {
  words: VisitorWords;
  basePath: string;
  /** Where forms are posted. */
  action: string;
}

/**
 * Thanks for a stored answer, with the form for a comment; or thanks for the comment.
 * @param asksForComment whether the site takes comments
 */
export function receiptPage(
  state: ReceiptState,
  asksForComment: boolean,
  { words, basePath, action }: PageContext,
): Markup {
  const { id, address: page, title, language, answer, hasComment } = state;
  const shared = { id, page, title, language };
  const frame = { language, title: words.receiptTitle, basePath };
  if (hasComment || !asksForComment) {
    const body = html`
      <h1>${words.receiptTitle}</h1>
      ${hasComment && html`<p>${words.thanksForComment}</p>`}
      ${pageLine(page, title, words)}
      ${answerLine(answer, words)}
      <h2>${words.changeAnswer}</h2>
      <form method="post" action="${action}" accept-charset="utf-8">
        ${hiddenFields(shared)} ${answerButtons(words)}
      </form>
      ${backLink(page, words)}
    `;
    return visitorPage({ ...frame, body });
  }
  const values = { ...shared, answer, stored: answer, comment: '', fault: undefined };
  const body = html`
    <h1>${words.receiptTitle}</h1>
    ${pageLine(page, title, words)}
    <p>${words.commentInvitation}</p>
    ${commentForm(action, values, words)} ${backLink(page, words)}
  `;
  return visitorPage({ ...frame, body });
}

/** The answer that was given, where the prompt has a word for it. */
function answerLine(answer: ReceiptState['answer'], words: VisitorWords): Markup | string {
  if (answer === 'partly') return '';
  const word = answer === 'yes' ? words.yes : words.no;
  return html`<p>${words.yourAnswer} <strong>${word}</strong></p>`;
}

/** The two answers as submit buttons. */
export const answerButtons = (words: VisitorWords): Markup =>
  html`<div class="answers">
    <button type="submit" name="answer" value="yes">
      ${words.yes}<span class="visually-hidden">${words.yesSuffix}</span>
    </button>
    <button type="submit" name="answer" value="no">
      ${words.no}<span class="visually-hidden">${words.noSuffix}</span>
    </button>
  </div>`;

/** Which page the answer is about. */
export const pageLine = (page: string, title: string | undefined, words: VisitorWords): Markup =>
  html`<p>${words.aboutPage} <strong>${title ?? page}</strong></p>`;

/** The way back. */
export const backLink = (page: string, words: VisitorWords): Markup =>
  html`<p><a href="${page}">${words.backToPage}</a></p>`;
