import { html } from 'hono/html';
import type { Html } from './review-environment.ts';
import type { Share } from '../numbers/yes-share.ts';

/** A share from 0 to 1 as a length in SVG. */
const length = (share: number) => `${Math.round(share * 1000) / 10}%`;

/**
 * A share drawn as a bar with its interval as a bracket below; for few answers there is none,
 * as `shareOf` gives none. It only repeats the words beside it, so it is hidden from assistive
 * technology.
 */
export function shareBar(share: Share): Html {
  const [yes, lower, upper] = [length(share.yes), length(share.lower), length(share.upper)];
  const line = (x1: string, x2: string, y1: number, y2: number) =>
    html`<line class="share-bar-interval" x1="${x1}" x2="${x2}" y1="${y1}em" y2="${y2}em" />`;
  return html`<svg class="share-bar" aria-hidden="true" focusable="false">
    <rect class="share-bar-all" x="0" y="1" width="100%" height="0.5em" />
    <rect class="share-bar-yes" x="0" y="1" width="${yes}" height="0.5em" />
    ${line(lower, upper, 0.95, 0.95)} ${line(lower, lower, 0.75, 1.15)}
    ${line(upper, upper, 0.75, 1.15)}
  </svg>`;
}
