import { html } from 'hono/html';
import type { PageSummary } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import { countAnswers, shareInWords } from './share.ts';

/** The figures that the list and the report tell of a page. */
export function pageFacts(page: PageSummary, locale: Locale): Html {
  const { words, formats } = locale;
  return html`<dl class="facts">
    <div class="fact-answers">
      <dt>${words.answers}</dt>
      <dd>${formats.number(countAnswers(page))}</dd>
    </div>
    <div class="fact-helped">
      <dt>${words.helped}</dt>
      <dd>${shareInWords(page, locale)}</dd>
    </div>
    <div class="fact-comments">
      <dt>${words.comments}</dt>
      <dd>${formats.number(page.comments)}</dd>
    </div>
    <div class="fact-last">
      <dt>${words.lastAnswer}</dt>
      <dd>${timeOf(page.lastReceived, locale)}</dd>
    </div>
  </dl>`;
}

/** A moment that machines can read too. */
export const timeOf = (moment: Date, { formats }: Locale): Html =>
  html`<time datetime="${moment.toISOString()}">${formats.moment(moment)}</time>`;
