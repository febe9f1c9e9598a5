import { html } from 'hono/html';
import type { Answer } from '../contract/response-schema.ts';
import type { VisitorWords } from '../words/words.ts';
import type { Markup } from './layout.ts';

export interface CommentFormValues {
  id: string;
  page: string;
  answer: Answer;
  /** The answer that is stored already: another one is something to send by itself. */
  stored: Answer;
  title: string | undefined;
  language: string;
  /** The visitor's words from a try that failed. */
  comment: string;
  /** What was wrong with them. */
  fault: string | undefined;
}

/**
 * The form for a comment on an answer that is already stored. The answer can be
 * changed in the same form: what has been typed then goes with it.
 * @param action where responses are posted
 */
export function commentForm(
  action: string,
  values: CommentFormValues,
  words: VisitorWords,
): Markup {
  const label = values.answer === 'yes' ? words.whatHelped : words.whatWasMissing;
  const { fault } = values;
  // The fault stands inside the label: so it is spoken once, with the field (A7).
  return html`<form
    method="post"
    action="${action}?step=comment&amp;stored=${values.stored}"
    accept-charset="utf-8"
  >
    ${hiddenFields(values)}
    ${answerChoices(values.answer, words)}
    <label for="comment">${label} ${fault && html`<span class="fault">${fault}</span>`}</label>
    <p id="hint">${words.hint}</p>
    <textarea
      id="comment"
      name="comment"
      rows="6"
      aria-describedby="hint"
      ${fault && html`aria-invalid="true" autofocus`}
    >
${values.comment}</textarea
    >
    <button type="submit">${words.send}</button>
    <p>${words.privacy}</p>
  </form>`;
}

/** An answer that these pages have no words for stays as it is. */
function answerChoices(chosen: Answer, words: VisitorWords): Markup {
  if (chosen === 'partly') return html`<input type="hidden" name="answer" value="${chosen}">`;
  return html`<fieldset>
    <legend>${words.yourAnswer}</legend>
    ${answerChoice('yes', words.yes, words.yesSuffix, chosen)}
    ${answerChoice('no', words.no, words.noSuffix, chosen)}
  </fieldset>`;
}

const answerChoice = (
  value: Answer,
  word: string,
  suffix: string,
  chosen: Answer,
): Markup => html`<label class="choice">
  <input type="radio" name="answer" value="${value}" ${chosen === value ? 'checked' : ''}>
  <span>${word}<span class="visually-hidden">${suffix}</span></span>
</label>`;

/** The fields that tie a form to a stored response, and one that nobody meets but a robot. */
export function hiddenFields(
  values: Pick<CommentFormValues, 'id' | 'page' | 'title' | 'language'>,
): Markup {
  return html`<input type="hidden" name="id" value="${values.id}">
    <input type="hidden" name="page" value="${values.page}">
    <input type="hidden" name="widgetLanguage" value="${values.language}">
    ${values.title && html`<input type="hidden" name="title" value="${values.title}">`}
    <input name="website" autocomplete="off" hidden>`;
}
