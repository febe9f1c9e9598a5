import { html } from 'hono/html';
import { countAnswers, shareOf } from '../numbers/yes-share.ts';
import type { Counts } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

type Answers = Pick<Counts, 'yes' | 'no' | 'partly'>;

/** How many said yes: in counts when the answers are few, otherwise as a share. */
export function shareInWords(answers: Answers, { words, formats }: Locale): Html {
  const total = countAnswers(answers);
  if (total === 0) return html`<span>${words.noAnswers}</span>`;
  const figures = [formats.number(answers.yes), formats.number(total)] as const;
  const share = shareOf(answers);
  if (!share) return html`<span class="share">${words.countSaidYes(...figures)}</span>`;
  const percent = formats.percent(roundShare(share.yes));
  const interval = words.likelyBetween(formats.percent(share.lower), formats.percent(share.upper));
  return html`<span class="share">${words.percentSaidYes(percent, ...figures)}</span>
    <span class="interval">${interval}</span>`;
}

/** "100 %" is said only of all, and "0 %" only of none. */
function roundShare(share: number): number {
  if (share === 0 || share === 1) return share;
  return Math.min(0.99, Math.max(0.01, share));
}
