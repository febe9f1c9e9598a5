import { html } from 'hono/html';
import type { Answer } from '../contract/response-schema.ts';
import type { Counts, DailyCount } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/** Heights in em, so that the picture grows with the text. */
const rowHeight = 7;
const labelHeight = 1.75;
const barsHeight = 4.5;
const axisHeight = 1.75;

/** How much of a day's width its bar takes; the rest is the gap to the next. */
const barShare = 0.76;

/** A low bar is still seen beside a high one: at least this much of the height, in per cent. */
const leastBar = 3;

/** The answers that need a row or a column: "partly" only where somebody gave it. */
export const answersIn = (counts: Pick<Counts, 'partly'>[]): Answer[] =>
  counts.some((count) => count.partly > 0) ? ['yes', 'no', 'partly'] : ['yes', 'no'];

/**
 * Bars for each day, one row for each answer on the same scale. A row has its
 * own place, words and pattern, so nothing hangs on colour. There is no viewBox:
 * bars stretch with the page while text and patterns keep their size.
 * @param days the days of the period, oldest first
 * @param counts the days with answers, oldest first
 */
export function dailyChart(days: string[], counts: DailyCount[], locale: Locale): Html {
  const { words, formats } = locale;
  const answers = answersIn(counts);
  const byDay = new Map(counts.map((count) => [count.day, count]));
  const values = (answer: Answer) => days.map((day) => byDay.get(day)?.[answer] ?? 0);
  const highest = Math.max(1, ...answers.flatMap(values));
  const height = answers.length * rowHeight + axisHeight;
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const period = words.fromTo(formats.day(first), formats.day(last));
  const gaps = words.chartGaps(
    formats.number(days.length - counts.length),
    formats.number(days.length),
  );
  const labels = answers.map((answer) => rowLabel(words[answer], values(answer), locale));
  return html`<svg
    class="daily-chart"
    role="img"
    aria-labelledby="chart-title chart-description"
    width="100%"
    height="${height}em"
  >
    <title id="chart-title">${words.chartTitle(period)}</title>
    <desc id="chart-description">${labels.map((label) => `${label}. `)}${gaps}</desc>
    ${patterns}
    ${answers.map(
      (answer, row) =>
        html`<svg y="${row * rowHeight}em" height="${rowHeight}em" width="100%">
          <text y="1.1em">${labels[row]}</text>
          ${bars(answer, values(answer), highest)}
        </svg>`,
    )}
    ${axis(days, height, locale)}
  </svg>`;
}

function rowLabel(answer: string, values: number[], { words, formats }: Locale): string {
  const total = values.reduce((sum, value) => sum + value, 0);
  const label = words.chartRow(answer, formats.number(total));
  return total === 0 ? label : `${label}, ${words.chartPeak(formats.number(Math.max(...values)))}`;
}

const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;

function bars(answer: Answer, values: number[], highest: number): Html {
  const width = 100 / values.length;
  return html`<svg class="bars" y="${labelHeight}em" height="${barsHeight}em" width="100%">
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

function axis(days: string[], height: number, { formats }: Locale): Html {
  const label = (name: string, index: number, x: string, anchor: string) =>
    html`<text class="axis-${name}" x="${x}" y="${height - 0.4}em" text-anchor="${anchor}">
      ${formats.day(days[index] ?? '')}
    </text>`;
  const middle = Math.floor(days.length / 2);
  return html`${label('first', 0, '0', 'start')}
  ${label('middle', middle, percent(((middle + 0.5) / days.length) * 100), 'middle')}
  ${label('last', days.length - 1, '100%', 'end')}`;
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
