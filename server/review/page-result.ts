import { html } from 'hono/html';
import { addDays, countDays, type Period } from '../days.ts';
import { compareAnswers } from '../numbers/compare-answers.ts';
import { sumCounts } from '../numbers/sum-counts.ts';
import type { DailyCount } from '../store/store.ts';
import { answersOfTime } from './answers-of-time.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import { verdictInWords } from './verdict.ts';

/** The time of the same length before a period. */
export const periodBefore = ({ from, to }: Period): Period => ({
  from: addDays(from, -countDays(from, to)),
  to: addDays(from, -1),
});

/**
 * What was answered in a period, compared with the time of the same length before it.
 * @param counts the days with answers of both
 */
export function pageResult(period: Period, counts: DailyCount[], locale: Locale): Html {
  const { words } = locale;
  const earlier = periodBefore(period);
  const [now, before] = [sumCounts(counts, period), sumCounts(counts, earlier)];
  return html`<div class="panel">
    <dl class="sides">
      ${answersOfTime(words.resultNow, { ...period, counts: now }, locale)}
      ${answersOfTime(words.resultBefore, { ...earlier, counts: before }, locale)}
    </dl>
    <p class="verdict">
      ${words.resultCompared} ${verdictInWords(compareAnswers(before, now), 'periods', locale)}
    </p>
    <p class="quiet">${words.resultNote}</p>
  </div>`;
}
