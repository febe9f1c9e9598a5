import { html } from 'hono/html';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html } from '../review-environment.ts';
import { copyFacts, type CopyFacts } from './copy-facts.ts';
import { hiddenState, type CopyState } from './copy-state.ts';
import { changedNotice, type Commented } from './records-pages.ts';
import { hidden } from './wish-form.ts';
import { workInCopy } from './work-in-copy.ts';

/** The forms in which a copy can be taken out. */
export const copyFormats = ['html', 'xlsx', 'csv', 'json'] as const;

/** How many of the masked comments the preview shows. */
export const mostPreviewed = 200;

interface PreviewPage extends CopyFacts {
  state: CopyState;
  /** The first of the masked comments. */
  masked: Commented[];
}

/** The page on which an editor sees what a copy will hold, before it is taken out. */
export function previewPage(preview: PreviewPage, locale: Locale, root: string): ReviewPage {
  const { state } = preview;
  const { exporting } = locale.words;
  const stateFields = html`${hiddenState(state)}${hidden('words', state.choice.words)}`;
  return {
    title: exporting.recordsPreviewTitle,
    main: html`<h1>${exporting.recordsPreviewTitle}</h1>
      <div class="panel">${copyFacts(preview, locale)}</div>
      <h2>${exporting.recordsTake}</h2>
      <p>${exporting.recordsTakeText}</p>
      <form class="actions" method="post" action="${root}/records-request/copy#${changedNotice}">
        ${stateFields}
        ${copyFormats.map(
          (format) =>
            html`<button name="format" value="${format}">${exporting.copyFormats[format]}</button>`,
        )}
      </form>
      <form method="post" action="${root}/records-request/choose#${changedNotice}">
        ${stateFields}
        <button>${exporting.recordsBack}</button>
      </form>
      <h2>${exporting.recordsMaskedList}</h2>
      ${maskedList(preview, locale)}`,
  };
}

function maskedList({ masked, summary }: PreviewPage, locale: Locale): Html {
  const { words, formats } = locale;
  const { exporting } = words;
  if (masked.length === 0) return html`<p>${exporting.recordsNoneMasked}</p>`;
  const figures = [masked.length, summary.masked].map((count) => formats.number(count));
  return html`${
    masked.length < summary.masked &&
    html`<p>${exporting.recordsFirstOf(figures[0] ?? '', figures[1] ?? '')}</p>`
  }
    <ol class="comments">
      ${masked.map(
        ({ response, comment, work }) =>
          html`<li>
            <p class="comment-about">
              <strong class="answer-${response.answer}">${words[response.answer]}</strong>
              ${timeOf(response.received, locale)},
              ${comment.reasons.map((reason) => exporting.maskedBy[reason]).join(', ')}
            </p>
            <blockquote lang="" dir="auto">${comment.text}</blockquote>
            ${work && workInCopy(work, locale)}
          </li>`,
      )}
    </ol>`;
}
