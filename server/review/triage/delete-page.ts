import { html } from 'hono/html';
import type { CommentEvent, PlacedComment } from '../../store/triage.ts';
import type { ReviewPage } from '../layout.ts';
import type { ReviewContext } from '../review-environment.ts';
import { commentHead, commentText } from './comment-card.ts';
import { backToComment, commentAddress, listOf } from './comment-links.ts';
import { historyList } from './history.ts';
import { textMark } from './text-mark.ts';

interface DeletePage {
  comment: PlacedComment;
  /** All that happened to it, which goes with it. */
  events: CommentEvent[];
  root: string;
  /** Whether something happened to it since the editor was asked. */
  isStale?: boolean;
}

/** Asks whether a comment is to be deleted: nobody can take it back. */
export function deletePage(
  c: ReviewContext,
  { comment, events, root, isStale = false }: DeletePage,
): ReviewPage {
  const { locale } = c.var;
  const { masking, triage } = locale.words;
  const action = commentAddress(c, comment, root).replace(/(?=\?|$)/, '/delete');
  return {
    title: masking.deleteTitle,
    ...(isStale && { status: 409 as const }),
    main: html`${backToComment(c, comment, root)}
      <h1>${masking.deleteTitle}</h1>
      ${isStale && html`<p class="fault">${masking.deleteStale}</p>`}
      <p>${masking.deleteText}</p>
      <p>${masking.deleteRecords}</p>
      <div class="panel">${commentHead(comment, locale)} ${commentText(comment)}</div>
      <form class="actions" method="post" action="${action}">
        <input type="hidden" name="mark" value="${deleteMark(comment, events)}">
        <input type="hidden" name="returnTo" value="${listOf(c, comment, root)}">
        <button class="final-button">${masking.deleteConfirm}</button>
      </form>
      <h2>${triage.historyTitle}</h2>
      ${historyList(events, locale)}`,
  };
}

/** Marks what an editor saw before deleting: the text, and what has been done with it. */
export const deleteMark = ({ text }: PlacedComment, events: CommentEvent[]): string =>
  textMark(text, ...events.map(({ batch }) => batch));
