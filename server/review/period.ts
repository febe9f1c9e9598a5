import { html } from 'hono/html';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/** The periods an editor can choose, in days. */
const periods = [7, 30, 90, 365] as const;
const usualPeriod = 30;
export const longestPeriod = 365;

export type Period = (typeof periods)[number];

/** The period that is asked for, or the usual one. */
export const readPeriod = (asked: string | undefined): Period =>
  periods.find((days) => String(days) === asked) ?? usualPeriod;

/** The days of a period that ends today, oldest first, as `2026-11-22`. */
export function daysUpTo(today: string, count: number): string[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  const dayLength = 24 * 60 * 60 * 1000;
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * dayLength).toISOString().slice(0, 10),
  );
}

/** Links to the same report over other periods. */
export function periodLinks(chosen: Period, locale: Locale, reportHref: string): Html {
  const { words, formats } = locale;
  return html`<nav aria-label="${words.period}">
    <ul class="periods">
      ${periods.map(
        (days) =>
          html`<li>
            <a href="${reportHref}?days=${days}"${days === chosen && html` aria-current="page"`}
              >${words.dayCount(formats.number(days))}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
