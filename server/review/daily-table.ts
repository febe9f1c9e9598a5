import { html } from 'hono/html';
import { countAnswers } from '../numbers/yes-share.ts';
import { answersIn } from './daily-chart.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import type { TimeUnits } from './time-units.ts';
import { unitName } from './unit-names.ts';

/**
 * The counts by day or week as a table, newest first; those without answers are left out.
 * It is long and the picture tells the same: so it is opened by whoever wants it.
 */
export function dailyTable({ unit, all }: TimeUnits, locale: Locale): Html {
  const { words, formats } = locale;
  const answered = all.filter((each) => countAnswers(each) > 0).reverse();
  const answers = answersIn(all);
  const fold = unit === 'day' ? words.tableFold : words.weeksTableFold;
  return html`<details class="days-fold">
    <summary>${fold(answered.length, formats.number(answered.length))}</summary>
    <table class="days">
      <caption>
        ${unit === 'day' ? words.tableCaption : words.weeksCaption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${unit === 'day' ? words.day : words.week}</th>
          ${answers.map((answer) => html`<th scope="col">${words[answer]}</th>`)}
          <th scope="col">${words.total}</th>
        </tr>
      </thead>
      <tbody>
        ${answered.map(
          (each) =>
            html`<tr>
              <th scope="row">${unitName(unit, each, locale)}</th>
              ${answers.map((answer) => html`<td>${formats.number(each[answer])}</td>`)}
              <td>${formats.number(countAnswers(each))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
