import { html } from 'hono/html';
import type { Answer } from '../contract/response-schema.ts';
import type { VisitorWords } from '../words/words.ts';
import type { Markup } from './layout.ts';

export interface CommentFormValues {
  id: string;
  page: string;
  answer: Answer;
  title: string | undefined;
  language: string;
  /** The visitor's words from a try that failed. */
  comment: string;
  /** What was wrong with them. */
  fault: string | undefined;
}

/** The form for a comment on an answer that is already stored. */
export function commentForm(
  action: string,
  values: CommentFormValues,
  words: VisitorWords,
): Markup {
  const label = values.answer === 'yes' ? words.whatHelped : words.whatWasMissing;
  // The fault stands inside the label: so it is spoken once, with the field (A7).
  return html`<form method="post" action="${action}?step=comment" accept-charset="utf-8">
    ${hiddenFields(values)}
    <input type="hidden" name="answer" value="${values.answer}" />
    <label for="comment"
      >${label}
      ${values.fault ? html`<span class="fault">${values.fault}</span>` : ''}</label
    >
    <p id="hint">${words.hint}</p>
    <textarea
      id="comment"
      name="comment"
      rows="6"
      aria-describedby="hint"
      ${values.fault ? html`aria-invalid="true" autofocus` : ''}
    >
${values.comment}</textarea
    >
    <p class="notice">${words.privacy}</p>
    <button type="submit">${words.send}</button>
  </form>`;
}

/** The fields that tie a form to a stored response. */
export function hiddenFields(
  values: Pick<CommentFormValues, 'id' | 'page' | 'title' | 'language'>,
): Markup {
  return html`<input type="hidden" name="id" value="${values.id}" />
    <input type="hidden" name="page" value="${values.page}" />
    <input type="hidden" name="widgetLanguage" value="${values.language}" />
    ${values.title ? html`<input type="hidden" name="title" value="${values.title}" />` : ''}`;
}
