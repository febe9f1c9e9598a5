import { html } from 'hono/html';
import type { Answer } from '../contract/response-schema.ts';
import type { Counts, DailyCount } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/** Heights in em, so that the picture grows with the text. */
const rowHeight = 6.5;
const labelHeight = 1.75;
const barsHeight = 4.5;

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
  const byDay = new Map(counts.map((count) => [count.day, count]));
  const rows = answersIn(counts).map((answer) => {
    const values = days.map((day) => byDay.get(day)?.[answer] ?? 0);
    const total = values.reduce((sum, value) => sum + value, 0);
    const label = words.chartRow(words[answer], formats.number(total));
    return { answer, values, label, peak: Math.max(...values) };
  });
  const highest = Math.max(1, ...rows.map((row) => row.peak));
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const period = words.fromTo(formats.day(first), formats.day(last));
  const gaps = days.length - counts.length;
  return html`<svg
      class="daily-chart"
      role="img"
      aria-labelledby="chart-title chart-description"
      width="100%"
      height="${rows.length * rowHeight}em"
    >
      <title id="chart-title">${words.chartTitle(period)}</title>
      <desc id="chart-description">${rows.map((row) => row.label).join('. ')}.</desc>
      ${patterns}
      ${rows.map(
        ({ answer, values, label }, index) =>
          html`<svg class="row" y="${index * rowHeight}em" height="${rowHeight}em" width="100%">
            <text y="1.1em">${label}</text>
            ${bars(answer, values, highest)}
          </svg>`,
      )}
    </svg>
    ${axis(days, locale)}
    <p class="quiet">
      ${rows.map(
        ({ answer, peak }) =>
          peak > 0 && `${words.chartPeak(words[answer], formats.number(peak))} `,
      )}
      ${words.chartGaps(formats.number(gaps), formats.number(days.length))}
    </p>`;
}

const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;

function bars(answer: Answer, values: number[], highest: number): Html {
  const width = 100 / values.length;
  return html`<svg class="row" y="${labelHeight}em" height="${barsHeight}em" width="100%">
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
function axis(days: string[], { formats }: Locale): Html {
  const shown = [days[0], days[Math.floor(days.length / 2)], days.at(-1)];
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
