import { html } from 'hono/html';
import type { PlacedComment } from '../../store/triage.ts';
import type { Html, ReviewContext } from '../review-environment.ts';

/** The address of a comment's own page, with the list that the editor came from. */
export function commentAddress(c: ReviewContext, { id }: PlacedComment, root: string): string {
  const from = c.req.query('from');
  const query = from === undefined ? '' : `?from=${encodeURIComponent(from)}`;
  return `${root}/comments/${id}${query}`;
}

/** The list that the editor came from, or that of the comment's page. */
export const listOf = (c: ReviewContext, { page }: PlacedComment, root: string): string =>
  c.req.query('from') ?? `${root}/pages/${page.id}`;

export const backToComment = (c: ReviewContext, comment: PlacedComment, root: string): Html =>
  html`<p class="back">
    <a href="${commentAddress(c, comment, root)}">${c.var.locale.words.triage.toComment}</a>
  </p>`;
