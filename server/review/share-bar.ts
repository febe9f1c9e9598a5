import { html } from 'hono/html';
import type { Html } from './review-environment.ts';
import type { Interval } from './wilson-interval.ts';

/** A share from 0 to 1 as a length in SVG. */
const length = (share: number) => `${Math.round(share * 1000) / 10}%`;

/**
 * A share drawn as a bar with its interval as a bracket below. It only repeats
 * the words beside it, so it is hidden from assistive technology.
 */
export function shareBar(share: number, { lower, upper }: Interval): Html {
  return html`<svg class="share-bar" aria-hidden="true" focusable="false">
    <rect class="share-bar-all" x="0" y="1" width="100%" height="0.5em" />
    <rect class="share-bar-yes" x="0" y="1" width="${length(share)}" height="0.5em" />
    <line class="share-bar-interval" x1="${length(lower)}" x2="${length(upper)}" y1="0.95em" y2="0.95em" />
    <line class="share-bar-interval" x1="${length(lower)}" x2="${length(lower)}" y1="0.75em" y2="1.15em" />
    <line class="share-bar-interval" x1="${length(upper)}" x2="${length(upper)}" y1="0.75em" y2="1.15em" />
  </svg>`;
}
