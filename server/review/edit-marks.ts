import { html } from 'hono/html';
import { countDays } from '../days.ts';
import type { Html } from './review-environment.ts';
import type { TimeUnits } from './time-units.ts';

/** A day on which the page was changed, with its number in the list of changes. */
export interface EditMark {
  day: string;
  number: number;
}

/** Two numbers that stand closer, in per cent of the width, would run into each other. */
const leastDistance = 5;

/**
 * Marks in a chart of days or weeks: a number, a triangle below it and a broken line down
 * through all rows, so that nothing hangs on colour. They come before the bars, which they must
 * not cover: over a year on a telephone a bar is narrower than its mark.
 */
export function editMarks(marks: EditMark[], units: TimeUnits): Html[] {
  let labelled = -Infinity;
  return marks
    .map((mark) => ({ ...mark, place: placeOf(mark.day, units) }))
    .sort((one, other) => one.place - other.place)
    .map(({ number, place }) => {
      const isLabelled = place - labelled >= leastDistance;
      if (isLabelled) labelled = place;
      const x = `${Math.round(place * 1000) / 1000}%`;
      return html`<svg class="edit-mark" x="${x}" width="1" height="100%">
        ${isLabelled && html`<text y="1em" text-anchor="middle">${number}</text>`}
        <svg class="edit-mark" y="1.25em"><path d="M-6 0 H6 L0 9 Z" /></svg>
        <line x1="0" x2="0" y1="1.25em" y2="100%" />
      </svg>`;
    });
}

/** The middle of a day, in per cent of the chart's width. */
function placeOf(day: string, { all }: TimeUnits): number {
  const index = all.findIndex(({ from, to }) => from <= day && day <= to);
  const unit = all[index];
  if (!unit) throw new RangeError(`${day} is not in the chart.`);
  const inUnit = (countDays(unit.from, day) - 0.5) / countDays(unit.from, unit.to);
  return ((index + inUnit) / all.length) * 100;
}
