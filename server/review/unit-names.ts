import { html } from 'hono/html';
import { weekOf } from '../days.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';
import type { TimeUnit, TimeUnits } from './time-units.ts';

/** What a day or a week is called, in a way that machines can read too. */
export function unitName(unit: TimeUnits['unit'], { from }: TimeUnit, locale: Locale): Html {
  const { words, formats } = locale;
  if (unit === 'day') return html`<time datetime="${from}">${formats.day(from)}</time>`;
  const { year, number } = weekOf(from);
  const name = words.weekName(formats.number(number), String(year));
  return html`<time datetime="${year}-W${String(number).padStart(2, '0')}">${name}</time>`;
}
