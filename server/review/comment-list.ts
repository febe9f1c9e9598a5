import { html } from 'hono/html';
import type { Comment } from '../store/store.ts';
import type { Locale } from './locale.ts';
import { timeOf } from './page-facts.ts';
import type { Html } from './review-environment.ts';

/**
 * Comments in the visitors' own words. Nobody knows in which language a visitor
 * wrote: the empty `lang` takes back what the page says of itself.
 * @param scoreAddress where an editor says what counts; undefined for those who may not
 */
export function commentList(comments: Comment[], locale: Locale, scoreAddress?: string): Html {
  return html`<ol class="comments">
    ${comments.map(
      (comment) =>
        html`<li id="comment-${comment.id}">
          <p class="comment-about">
            <strong class="answer-${comment.answer}">${locale.words[comment.answer]}</strong>
            ${timeOf(comment.received, locale)}
          </p>
          <blockquote lang="" dir="auto">${comment.text}</blockquote>
          ${comment.leftOut && leftOutNote(comment, locale)}
          ${scoreAddress !== undefined && scoreForm(comment, locale, scoreAddress)}
        </li>`,
    )}
  </ol>`;
}

const leftOutNote = ({ suspicion }: Comment, { words }: Locale): Html =>
  html`<p class="left-out">
    ${words.isLeftOut} ${suspicion !== null && words.isSuspected}
  </p>`;

function scoreForm(comment: Comment, { words, formats }: Locale, address: string): Html {
  return html`<form class="score" method="post" action="${address}">
    <input type="hidden" name="comment" value="${comment.id}">
    <button name="counts" value="${comment.leftOut ? 'yes' : 'no'}">
      ${comment.leftOut ? words.countIn : words.leaveOut}<span class="visually-hidden"
        >${words.commentFrom(formats.moment(comment.received))}</span
      >
    </button>
  </form>`;
}
