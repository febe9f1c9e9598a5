import { html } from 'hono/html';
import type { Counts } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import { shareBar } from './share-bar.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** With fewer answers than this a percentage would say more than is known. */
const leastForShare = 10;

type Answers = Pick<Counts, 'yes' | 'no' | 'partly'>;

export const countAnswers = ({ yes, no, partly }: Answers): number => yes + no + partly;

/** How many said yes: in counts when the answers are few, otherwise as a share. */
export function shareInWords(answers: Answers, { words, formats }: Locale): Html {
  const total = countAnswers(answers);
  if (total === 0) return html`<span>${words.noAnswers}</span>`;
  const yesFigure = formats.number(answers.yes);
  const totalFigure = formats.number(total);
  if (total < leastForShare) {
    return html`<span class="share">${words.countSaidYes(yesFigure, totalFigure)}</span>`;
  }
  const interval = wilsonInterval(answers.yes, total);
  const percent = formats.percent(roundShare(answers.yes / total));
  return html`<span class="share">${words.percentSaidYes(percent, yesFigure, totalFigure)}</span>
    <span class="interval"
      >${words.likelyBetween(formats.percent(interval.lower), formats.percent(interval.upper))}</span
    >
    ${shareBar(answers.yes / total, interval)}`;
}

/** "100 %" is said only of all, and "0 %" only of none. */
function roundShare(share: number): number {
  if (share === 0 || share === 1) return share;
  return Math.min(0.99, Math.max(0.01, share));
}
