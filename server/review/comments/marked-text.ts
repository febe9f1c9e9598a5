import { html } from 'hono/html';
import { findSpans, type SearchQuery } from '../../store/comment-search/search-query.ts';
import type { Html } from '../review-environment.ts';

/** A text in which what was looked for is marked. */
export function markedText(text: string, query: SearchQuery): Html {
  let end = 0;
  const parts = findSpans(text, query).map((span) => {
    const before = text.slice(end, span.start);
    end = span.end;
    return html`${before}<mark>${text.slice(span.start, span.end)}</mark>`;
  });
  return html`${parts}${text.slice(end)}`;
}
