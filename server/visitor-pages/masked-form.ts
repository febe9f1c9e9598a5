import { html } from 'hono/html';
import { findPersonalData, maskPersonalData } from '../contract/personal-data.ts';
import type { VisitorWords } from '../words/words.ts';
import { hiddenFields, type CommentFormValues } from './comment-form.ts';
import type { Markup } from './layout.ts';

/** Shows a comment as it would be sent with its personal data masked, and sends it so. */
export function maskedForm(
  action: string,
  values: CommentFormValues,
  allowedNumbers: string[],
  words: VisitorWords,
): Markup {
  const found = findPersonalData(values.comment, allowedNumbers);
  const masked = maskPersonalData(values.comment, found, words.masked);
  return html`<form
    method="post"
    action="${action}"
    accept-charset="utf-8"
    aria-labelledby="preview"
  >
    ${hiddenFields(values)}
    <input type="hidden" name="answer" value="${values.answer}">
    <input type="hidden" name="comment" value="${masked}">
    <p id="preview">${words.sentLikeThis}</p>
    <blockquote class="kept">${masked}</blockquote>
    <button type="submit">${words.sendMasked}</button>
  </form>`;
}
