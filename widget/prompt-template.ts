import { html, nothing } from 'lit/html.js';
import * as words from '../locales/visitor/prompt-words.ts';
import { charactersLeft, type PromptAnswer, type PromptState } from './prompt-state.ts';
import { answerThanks, commentFaultText, counterText } from './prompt-texts.ts';
import type { Settings } from './settings.ts';

/** What the visitor can do. */
export interface PromptActions {
  answer: (answer: PromptAnswer) => void;
  submit: (event: Event) => void;
  retry: () => void;
  edit: () => void;
  sendMasked: () => void;
  type: (comment: string) => void;
}

const rightToLeft = ['ar', 'yi'];

/** The whole prompt in one state. The order in the markup is the order on the screen (A4). */
export function promptTemplate(
  state: PromptState,
  tag: string,
  settings: Settings,
  actions: PromptActions,
) {
  const showsForm = state.answer && !state.commentStored && settings.noComment === undefined;
  // The status takes its room from the start, so that the text moves nothing when it comes.
  const expected = state.answer ? answerThanks(showsForm) : '';
  return html`<section
    data-nosnippet
    lang=${tag}
    dir=${rightToLeft.includes(tag) ? 'rtl' : 'ltr'}
    aria-labelledby="question"
  >
    ${heading(settings.headingLevel, words.question)}
    <p part="purpose">${words.purpose}</p>
    <div role="group" aria-labelledby="question" part="answers">
      ${answerButton('yes', words.yes, words.yesSuffix, state, actions)}
      ${answerButton('no', words.no, words.noSuffix, state, actions)}
    </div>
    <div class="room" data-room=${expected}>
      <p
        role="status"
        part="status ${state.commentStored ? 'receipt' : ''}"
        class=${state.failure ? 'failure' : ''}
        >${state.status ?? ''}</p
      >
    </div>
    ${
      state.failure && (!showsForm || !state.comment)
        ? html`<button type="button" part="submit" @click=${actions.retry}>${words.tryAgain}</button>`
        : nothing
    }
    ${showsForm ? commentForm(state, settings, actions) : nothing}
    ${
      settings.accessibilityHref
        ? html`<p part="links">
          <a href=${settings.accessibilityHref}>${words.reportAccessibility}</a>
        </p>`
        : nothing
    }
  </section>`;
}

/** A template each, because the name of an element cannot be an expression in one. */
function heading(level = '2', text: string) {
  switch (level) {
    case '1':
      return html`<h1 id="question" part="question">${text}</h1>`;
    case '3':
      return html`<h3 id="question" part="question">${text}</h3>`;
    case '4':
      return html`<h4 id="question" part="question">${text}</h4>`;
    case '5':
      return html`<h5 id="question" part="question">${text}</h5>`;
    case '6':
      return html`<h6 id="question" part="question">${text}</h6>`;
    default:
      return html`<h2 id="question" part="question">${text}</h2>`;
  }
}

const answerButton = (
  value: PromptAnswer,
  word: string,
  suffix: string,
  state: PromptState,
  actions: PromptActions,
) =>
  html`<button
    type="button"
    part="answer"
    value=${value}
    aria-pressed=${state.answer === value}
    @click=${() => {
      actions.answer(value);
    }}
    >${word}<span class="hidden">${suffix}</span></button
  >`;

function commentForm(
  state: PromptState,
  { contactHref, privacyHref }: Settings,
  actions: PromptActions,
) {
  const isSending = state.sending === 'comment';
  const left = charactersLeft(state.comment);
  // The fault stands inside the label: so it is spoken once, with the field (A7).
  return html`<form part="form" novalidate @submit=${actions.submit}>
    <label for="comment" part="label"
      >${state.answer === 'yes' ? words.whatHelped : words.whatWasMissing}${
        state.commentFault ? html` <span part="error">${commentFaultText(left)}</span>` : nothing
      }</label
    >
    <p id="hint" part="hint">
      ${words.hint}${
        contactHref
          ? html` ${words.replyQuestion} <a href=${contactHref}>${words.contact}</a>`
          : nothing
      }
    </p>
    <textarea
      id="comment"
      part="comment"
      rows="4"
      aria-describedby="hint"
      aria-invalid=${state.commentFault ? 'true' : nothing}
      .value=${state.comment}
      @input=${(event: Event) => {
        actions.type((event.target as HTMLTextAreaElement).value);
      }}
    ></textarea>
    <p part="counter">${counterText(left)}</p>
    <p class="hidden" role="status">${state.counterStatus ?? ''}</p>
    ${state.masked === undefined ? nothing : maskedPreview(state.masked, actions)}
    <button
      type="submit"
      part="submit"
      ?hidden=${state.masked !== undefined}
      aria-disabled=${isSending ? 'true' : nothing}
    >
      ${isSending ? words.sending : words.send}
    </button>
    <p part="links">
      ${words.privacy}${
        privacyHref
          ? html` <a href=${privacyHref}
            >${words.readMore}<span class="hidden">${words.readMoreSuffix}</span></a
          >`
          : nothing
      }
    </p>
  </form>`;
}

/** What will be sent when personal data was found. The group's name is spoken on entering it. */
const maskedPreview = (masked: string, actions: PromptActions) =>
  html`<div role="group" aria-labelledby="found masked" part="error">
    <p id="found">${words.personalDataFound} ${words.sentLikeThis}</p>
    <p id="masked">${masked}</p>
    <p part="answers">
      <button type="button" id="edit" @click=${actions.edit}>${words.editText}</button>
      <button type="button" part="submit" @click=${actions.sendMasked}>${words.sendMasked}</button>
    </p>
  </div>`;
