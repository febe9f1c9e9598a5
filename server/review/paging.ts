import { html } from 'hono/html';
import type { Slice } from '../store/store.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/** How many entries stand on one page of a list. */
const pageSize = 50;

export interface Paging {
  /** The page that is shown, from 1. */
  page: number;
  pages: number;
  slice: Slice;
}

/**
 * Finds the part of a list that is asked for. A page that is no number is the
 * first, and one beyond the end is the last: old links keep working.
 */
export function createPaging(asked: string | undefined, total: number): Paging {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const wish = /^\d{1,9}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, wish), pages);
  return { page, pages, slice: { limit: pageSize, offset: (page - 1) * pageSize } };
}

/** Links to the parts before and after; nothing when there is only one. */
export function pagingLinks(
  { page, pages }: Paging,
  { words, formats }: Locale,
  href: (page: number) => string,
): Html | null {
  if (pages === 1) return null;
  return html`<nav class="paging" aria-label="${words.turnPages}">
    ${page > 1 && html`<a href="${href(page - 1)}" rel="prev">${words.previousPage}</a>`}
    <span>${words.pageOf(formats.number(page), formats.number(pages))}</span>
    ${page < pages && html`<a href="${href(page + 1)}" rel="next">${words.nextPage}</a>`}
  </nav>`;
}
