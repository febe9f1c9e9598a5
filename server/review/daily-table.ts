import { html } from 'hono/html';
import { countAnswers } from '../numbers/yes-share.ts';
import type { DailyCount } from '../store/store.ts';
import { answersIn } from './daily-chart.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/**
 * The daily counts as a table, newest first.
 * @param days the days with answers, oldest first
 */
export function dailyTable(days: DailyCount[], { words, formats }: Locale): Html {
  const answers = answersIn(days);
  return html`<table class="days">
    <caption>
      ${words.tableCaption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.day}</th>
        ${answers.map((answer) => html`<th scope="col">${words[answer]}</th>`)}
        <th scope="col">${words.total}</th>
      </tr>
    </thead>
    <tbody>
      ${days.toReversed().map(
        (count) =>
          html`<tr>
            <th scope="row"><time datetime="${count.day}">${formats.day(count.day)}</time></th>
            ${answers.map((answer) => html`<td>${formats.number(count[answer])}</td>`)}
            <td>${formats.number(countAnswers(count))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
