import { html, nothing, type TemplateResult } from 'lit/html.js';
import * as words from '../locales/visitor/prompt-words.ts';
import { charactersLeft, type PromptState } from './prompt-state.ts';
import { answerThanks, commentFaultText, counterText } from './prompt-texts.ts';
import type { Settings } from './settings.ts';

const rightToLeft = ['ar', 'yi'];

/**
 * The whole prompt in one state. The order in the markup is the order on the screen (A4).
 * What a button does stands in its value: one listener on the root hears them all, and the
 * first paint, which every visitor who comes near pays, has few places to fill. What a
 * site says of the page tells prompts apart where there are several.
 */
export function promptTemplate(state: PromptState, tag: string, settings: Settings) {
  const showsForm = state.answer && !state.commentStored && settings.noComment === undefined;
  // The status takes its room from the start, so that the text moves nothing when it comes.
  const expected = state.answer ? answerThanks(settings.noComment === undefined) : '';
  const prompt = html`<section
    data-nosnippet
    lang=${tag}
    dir=${rightToLeft.includes(tag) ? 'rtl' : 'ltr'}
    aria-labelledby="question about"
  >
    <h2 id="question" part="question">${settings.question ?? words.question}</h2>
    <span id="about" class="hidden" aria-hidden="true">${settings.pageTitle ?? ''}</span>
    <p part="purpose">${settings.purpose ?? words.purpose}</p>
    <div part="answers">
      <button type="button" part="answer" value="yes" aria-pressed=${state.answer === 'yes'}
        >${words.yes}<span class="hidden">${words.yesSuffix}</span></button
      >
      <button type="button" part="answer" value="no" aria-pressed=${state.answer === 'no'}
        >${words.no}<span class="hidden">${words.noSuffix}</span></button
      >
    </div>
    <div class="room" data-room=${expected}>
      <div
        role="status"
        part="status ${state.commentStored ? 'receipt' : ''}"
        class=${state.failure ? 'failure' : ''}
        >${state.status ? html`<p>${state.status}</p>` : nothing}</div
      >
    </div>
    ${
      state.failure && state.failure !== 'closed' && (!showsForm || !state.comment)
        ? html`<button type="button" part="submit" value="retry">${words.tryAgain}</button>`
        : nothing
    }
    <div class="form-room">${showsForm ? commentForm(state, settings) : nothing}</div>
    ${
      settings.accessibilityHref
        ? html`<p part="links">
          <a href=${settings.accessibilityHref}>${words.reportAccessibility}</a>
        </p>`
        : nothing
    }
  </section>`;
  return atLevel(prompt, settings.headingLevel);
}

/** The text of the template for each level but 2: an element's name cannot be an expression. */
const textByLevel: Record<string, TemplateStringsArray> = {};

/** Gives the heading another level, without a template of its own to make at the first paint. */
function atLevel(template: TemplateResult<1>, level = ''): TemplateResult<1> {
  if (!/^[1-6]$/.test(level)) return template;
  const { raw } = template.strings;
  const strings = (textByLevel[level] ??= Object.assign(
    template.strings.map((text) => text.replace(/(<\/?h)2/g, `$1${level}`)),
    { raw },
  ));
  return { ...template, strings };
}

function commentForm(state: PromptState, { contactHref, privacyHref }: Settings) {
  const isSending = state.sending === 'comment';
  const isFaulty = state.commentFault || state.refusal;
  // The fault stands inside the label: so it is spoken once, with the field (A7).
  return html`<form part="form" novalidate>
    <label for="comment" part="label"
      >${state.answer === 'yes' ? words.whatHelped : words.whatWasMissing}${
        isFaulty ? html` <span part="error">${commentFaultText(state)}</span>` : nothing
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
      aria-invalid=${isFaulty ? 'true' : nothing}
      .value=${state.comment}
    ></textarea>
    <p part="counter">${counterText(charactersLeft(state.comment))}</p>
    <p class="hidden" aria-live="polite">${state.counterStatus ?? ''}</p>
    <div>${state.masked === undefined ? nothing : maskedPreview(state.masked)}</div>
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
const maskedPreview = (masked: string) =>
  html`<div role="group" aria-labelledby="found masked" part="error">
    <p id="found">${words.personalDataFound} ${words.sentLikeThis}</p>
    <p id="masked">${masked}</p>
    <p part="answers">
      <button type="button" id="edit" value="edit">${words.editText}</button>
      <button type="button" part="submit" value="masked">${words.sendMasked}</button>
    </p>
  </div>`;
