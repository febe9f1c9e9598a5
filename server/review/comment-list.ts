import { html } from 'hono/html';
import type { Comment, Store } from '../store/store.ts';
import { hasRole } from './access/roles.ts';
import type { Html, ReviewContext } from './review-environment.ts';
import { bulkForm } from './triage/bulk-form.ts';
import { commentCard } from './triage/comment-card.ts';
import { doneNotice } from './triage/done-notice.ts';
import { readChoices } from './triage/read-choices.ts';
import { seenValue, valuesOf, type Fields } from './triage/read-change.ts';
import { placeToReturn } from './triage/return-to.ts';

/** A comment as lists show it. */
export interface ListedComment extends Comment {
  siteId: number;
}

export interface CommentListOptions<Shown extends ListedComment> {
  /** At most 200; the order is kept. */
  comments: Shown[];
  /** Which page a comment is about; for lists of comments on several pages. */
  about?: (comment: Shown) => Html;
  /** The comment's words as markup, such as with marks; escaped as they are unless told. */
  text?: (comment: Shown) => Html;
  /** What stands in place of an empty list. */
  empty: Html;
}

interface ListDependencies {
  store: Store;
  root: string;
}

/**
 * A list of comments with all that editors do with them: what was done a moment ago and
 * its undo, the cards, and the form that changes several. Call it for an empty list too:
 * what was done may have emptied it.
 */
export async function showCommentList<Shown extends ListedComment>(
  c: ReviewContext,
  deps: ListDependencies,
  options: CommentListOptions<Shown>,
): Promise<Html> {
  const notice = await doneNotice(c, deps);
  const list =
    options.comments.length === 0
      ? options.empty
      : await commentCards(c, deps, options, placeToReturn(c));
  return html`${notice} ${list}`;
}

/**
 * The cards of a list and the form for several, without what was done.
 * @param returnTo where an editor comes back to
 * @param kept what was chosen before and not taken
 */
export async function commentCards<Shown extends ListedComment>(
  c: ReviewContext,
  { store, root }: ListDependencies,
  { comments, about, text }: Omit<CommentListOptions<Shown>, 'empty'>,
  returnTo: string,
  kept: Fields = {},
): Promise<Html> {
  const { editor, locale } = c.var;
  const work = await store.readCommentWork(comments);
  const minutes = comments.map(({ received }) => locale.formats.moment(received));
  const cards = comments.flatMap((comment, index) => {
    const found = work.get(comment.id);
    if (!found) return [];
    const seen = { id: comment.id, version: found.version };
    return {
      comment,
      seen,
      work: found,
      href: `${root}/comments/${comment.id}?from=${encodeURIComponent(returnTo)}`,
      mayChange: hasRole(editor, comment.siteId, 'editor'),
      isChosen: valuesOf(kept, 'chosen').includes(seenValue(seen)),
      isTwin: minutes.filter((minute) => minute === minutes[index]).length > 1,
      about: about?.(comment),
      text: text?.(comment),
    };
  });
  const open = cards.filter(({ mayChange }) => mayChange);
  const [site, ...others] = new Set(
    comments.filter(({ siteId }) => hasRole(editor, siteId, 'editor')).map(({ siteId }) => siteId),
  );
  const choices = site !== undefined && others.length === 0 && (await readChoices(store, site));
  const action = `${root}/comments/change`;
  const shown = open.map(({ seen }) => seen);
  return html`${
    open.length > 1 &&
    html`<p class="jump"><a href="#bulk-start">${locale.words.triage.toBulk}</a></p>`
  }
    ${
      open.length > 0 &&
      html`<form id="one" method="post" action="${action}">
      <input type="hidden" name="returnTo" value="${returnTo}">
    </form>`
    }
    <ol class="comments">
      ${cards.map((card) => commentCard(card, locale))}
    </ol>
    ${
      open.length > 0 &&
      bulkForm({ action, returnTo, shown, kept, choices: choices || undefined }, locale)
    }`;
}
