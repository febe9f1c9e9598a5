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

/** Thanks for a stored answer, with the form for a comment; or thanks for the comment. */
export function receiptPage(state: ReceiptState, { words, basePath, action }: PageContext): Markup {
  const { id, address: page, title, language, answer, hasComment } = state;
  const shared = { id, page, title, language };
  const body = html`
    <h1>${hasComment ? words.thanksForComment : words.thanksForAnswer}</h1>
    ${pageLine(page, title, words)}
    <p>${words.yourAnswer} <strong>${answer === 'yes' ? words.yes : words.no}</strong></p>
    ${hasComment
      ? ''
      : html`<p>${words.commentInvitation}</p>
          ${commentForm(action, { ...shared, answer, comment: '', fault: undefined }, words)}`}
    <section aria-labelledby="change">
      <h2 id="change">${words.changeAnswer}</h2>
      <form method="post" action="${action}" accept-charset="utf-8">
        ${hiddenFields(shared)} ${answerButtons(words)}
      </form>
    </section>
    <p><a href="${page}">${words.backToPage}</a></p>
  `;
  return visitorPage({ language, title: words.receiptTitle, basePath, body });
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
  html`<p>${words.aboutPage} <a href="${page}">${title ?? page}</a></p>`;
