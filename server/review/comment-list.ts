import { html } from 'hono/html';
import type { Comment } from '../store/store.ts';
import type { Locale } from './locale.ts';
import { timeOf } from './page-facts.ts';
import type { Html } from './review-environment.ts';

/**
 * Comments in the visitors' own words. Nobody knows in which language a visitor
 * wrote: the empty `lang` takes back what the page says of itself.
 */
export function commentList(comments: Comment[], locale: Locale): Html {
  return html`<ol class="comments">
    ${comments.map(
      (comment) =>
        html`<li>
          <p class="comment-about">
            <strong class="answer-${comment.answer}">${locale.words[comment.answer]}</strong>
            ${timeOf(comment.received, locale)}
          </p>
          <blockquote lang="" dir="auto">${comment.text}</blockquote>
        </li>`,
    )}
  </ol>`;
}
