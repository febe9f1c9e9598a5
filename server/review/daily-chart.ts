import { html } from 'hono/html';
import type { Answer } from '../contract/response-schema.ts';
import { countAnswers } from '../numbers/yes-share.ts';
import type { Counts } from '../store/store.ts';
import { editMarks, type EditMark } from './edit-marks.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import type { TimeUnits } from './time-units.ts';

/** Heights in em, so that the picture grows with the text. */
const rowHeight = 6.5;
const labelHeight = 1.75;
const barsHeight = 4.5;
const marksHeight = 2.5;

/** How much of a unit's width its bar takes; the rest is the gap to the next. */
const barShare = 0.76;

/** A low bar is still seen beside a high one: at least this much of the height, in per cent. */
const leastBar = 3;

/** The answers that need a row or a column: "partly" only where somebody gave it. */
export const answersIn = (counts: Pick<Counts, 'partly'>[]): Answer[] =>
  counts.some((count) => count.partly > 0) ? ['yes', 'no', 'partly'] : ['yes', 'no'];

/**
 * Bars for each day or week, one row for each answer on the same scale. A row has its
 * own place, words and pattern, so nothing hangs on colour. There is no viewBox:
 * bars stretch with the page while text and patterns keep their size.
 * @param marks when the page was changed
 */
export function dailyChart(units: TimeUnits, marks: EditMark[], locale: Locale): Html {
  const { words, formats } = locale;
  const { unit, all } = units;
  const rows = answersIn(all).map((answer) => {
    const values = all.map((each) => each[answer]);
    const total = values.reduce((sum, value) => sum + value, 0);
    const label = words.chartRow(words[answer], formats.number(total));
    return { answer, values, label, peak: Math.max(...values) };
  });
  const highest = Math.max(1, ...rows.map((row) => row.peak));
  const title = unit === 'day' ? words.chartTitle : words.weeksChartTitle;
  const [first = '', last = ''] = [all[0]?.from, all.at(-1)?.to];
  const period = words.fromTo(formats.day(first), formats.day(last));
  const top = marks.length > 0 ? marksHeight : 0;
  return html`<svg
      class="daily-chart"
      role="img"
      aria-labelledby="chart-title chart-description"
      width="100%"
      height="${rows.length * rowHeight + top}em"
    >
      <title id="chart-title">${title(period)}</title>
      <desc id="chart-description">
        ${rows.map((row) => row.label).join('. ')}. ${marks.length > 0 && editsInWords(marks, locale)}
      </desc>
      ${patterns}
      <g aria-hidden="true">
        ${editMarks(marks, units)}
        ${rows.map(({ answer, values }, index) =>
          bars(answer, values, { highest, top: top + index * rowHeight + labelHeight }),
        )}
        ${rows.map(
          ({ label }, index) =>
            html`<text class="row-name" y="${top + index * rowHeight + 1.1}em">${label}</text>`,
        )}
      </g>
    </svg>
    ${axis(units, locale)}
    <p class="quiet">
      ${rows.map(({ answer, peak }) => {
        const mostly = unit === 'day' ? words.chartPeak : words.weeksChartPeak;
        return peak > 0 && `${mostly(words[answer], formats.number(peak))} `;
      })}
      ${gaps(units, locale)} ${marks.length > 0 && words.chartEditsNote}
    </p>`;
}

const editsInWords = (marks: EditMark[], { words, formats }: Locale) =>
  words.chartEdits(marks.map(({ day }) => formats.day(day)).join(', '));

function gaps({ unit, all }: TimeUnits, { words, formats }: Locale): string {
  const empty = all.filter((each) => countAnswers(each) === 0).length;
  const inWords = unit === 'day' ? words.chartGaps : words.weeksChartGaps;
  return inWords(formats.number(empty), formats.number(all.length));
}

const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;

function bars(
  answer: Answer,
  values: number[],
  { highest, top }: { highest: number; top: number },
): Html {
  const width = 100 / values.length;
  return html`<svg class="row" y="${top}em" height="${barsHeight}em" width="100%">
    ${values.map((value, index) => {
      if (value === 0) return null;
      const height = Math.max(leastBar, (value / highest) * 100);
      return html`<rect
        class="bar bar-${answer}"
        x="${percent((index + (1 - barShare) / 2) * width)}"
        y="${percent(100 - height)}"
        width="${percent(width * barShare)}"
        height="${percent(height)}"
        ${answer !== 'yes' && html`fill="url(#chart-${answer})"`}
      />`;
    })}
    <line class="base" x1="0" x2="100%" y1="100%" y2="100%" />
  </svg>`;
}

/** The first, the middle and the last day, outside the picture so that they can wrap. */
function axis({ all }: TimeUnits, { formats }: Locale): Html {
  const shown = [all[0]?.from, all[Math.floor(all.length / 2)]?.from, all.at(-1)?.to];
  return html`<p class="axis" aria-hidden="true">
    ${shown.map((day) => html`<span>${formats.day(day ?? '')}</span> `)}
  </p>`;
}

const patterns = html`<defs>
  <pattern
    id="chart-no"
    width="5"
    height="5"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <line class="hatch" x1="1" x2="1" y1="0" y2="5" />
  </pattern>
  <pattern id="chart-partly" width="5" height="5" patternUnits="userSpaceOnUse">
    <circle class="dot" cx="2" cy="2" r="1.25" />
  </pattern>
</defs>`;
