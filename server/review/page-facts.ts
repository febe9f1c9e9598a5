import { html } from 'hono/html';
import { countAnswers, shareOf } from '../numbers/yes-share.ts';
import type { PageSummary } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import { shareBar } from './share-bar.ts';
import { shareInWords } from './share.ts';

/**
 * The figures that the list and the report tell of a page.
 * @param more further facts, each a `div` with `dt` and `dd`
 */
export function pageFacts(page: PageSummary, locale: Locale, more?: Html): Html {
  const { words, formats } = locale;
  const share = shareOf(page);
  return html`<dl class="facts">
    <div class="fact-answers">
      <dt>${words.answers}</dt>
      <dd>
        ${formats.number(countAnswers(page))}
        ${
          page.leftOut > 0 &&
          html`<span class="left-out">${words.notCounted(formats.number(page.leftOut))}</span>`
        }
      </dd>
    </div>
    <div class="fact-helped">
      <dt>${words.helped}</dt>
      <dd>${shareInWords(page, locale)} ${share && shareBar(share)}</dd>
    </div>
    ${more}
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
