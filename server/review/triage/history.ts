import { html } from 'hono/html';
import type { CommentEvent } from '../../store/triage.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html } from '../review-environment.ts';
import { deedInHistory } from './deed-words.ts';

/**
 * Who did what with a comment and when, notes among it.
 * @param more what stands after an event
 */
export function historyList(
  events: CommentEvent[],
  locale: Locale,
  more?: (event: CommentEvent) => Html | false,
): Html {
  const { triage } = locale.words;
  if (events.length === 0) return html`<p>${triage.historyNone}</p>`;
  return html`<ol class="history">
    ${events.map(
      (event) =>
        html`<li>
          <p class="history-who">${timeOf(event.at, locale)} <bdi>${event.actor}</bdi></p>
          <p>${deedInHistory(event.deed, locale)}</p>
          ${event.deed.action === 'noted' && html`<blockquote>${event.deed.note}</blockquote>`}
          ${more?.(event)}
        </li>`,
    )}
  </ol>`;
}
