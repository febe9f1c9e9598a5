import { html } from 'hono/html';
import type { Html } from './review-environment.ts';

/**
 * Tells what was done a moment ago. The form that did it leads to the fragment `id`, so that
 * focus lands here: a status that comes with its page is silent in some browsers.
 */
export const landingNotice = (id: string, text: string, more?: Html): Html =>
  html`<div class="notice" id="${id}" tabindex="-1" role="group" aria-labelledby="${id}-told">
    <p id="${id}-told">${text}</p>
    ${more}
  </div>`;
