import { html } from 'hono/html';
import type { Period } from '../days.ts';
import { shareOf } from '../numbers/yes-share.ts';
import type { Counts } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import { shareBar } from './share-bar.ts';
import { shareInWords } from './share.ts';

/**
 * What was answered in some time, as a term with its description: the share in words and
 * drawn, and how many comments came with the answers.
 */
export function answersOfTime(
  name: (from: string, to: string) => string,
  { counts, ...time }: Period & { counts: Counts },
  locale: Locale,
): Html {
  const { words, formats } = locale;
  const share = shareOf(counts);
  return html`<div>
    <dt>${name(formats.day(time.from), formats.day(time.to))}</dt>
    <dd>
      ${shareInWords(counts, locale)} ${share && shareBar(share)}
      ${
        counts.comments > 0 &&
        html`<span class="aside">${words.commentsInTime(formats.number(counts.comments))}</span>`
      }
      ${
        counts.leftOut > 0 &&
        html`<span class="left-out">${words.notCounted(formats.number(counts.leftOut))}</span>`
      }
    </dd>
  </div>`;
}
