import { html } from 'hono/html';
import type { Store } from '../../store/store.ts';
import type { CommentEvent } from '../../store/triage.ts';
import { sitesWithRole } from '../access/roles.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { deedsInWords } from './deed-words.ts';
import { placeToReturn, readOutcome } from './return-to.ts';

/**
 * Tells what was done a moment ago and offers to undo it, and which comments were left as
 * another editor had made them. Focus lands here, by the fragment of the address.
 * @returns undefined when nothing was done
 */
export async function doneNotice(
  c: ReviewContext,
  { store, root }: { store: Store; root: string },
): Promise<Html | undefined> {
  const { done, left, same } = readOutcome(c);
  if (done === undefined) return undefined;
  const { words, formats } = c.var.locale;
  const [, undone, batch = ''] = /^(undone\.)?([0-9a-f-]{36})$/.exec(done) ?? [];
  const events =
    batch === '' ? [] : await store.listBatch(sitesWithRole(c.var.editor, 'editor'), batch);
  const own = events.filter(({ actor }) => actor === c.var.editor?.name);
  const count = formats.number(new Set(own.map(({ commentId }) => commentId)).size);
  const told =
    undone !== undefined && own.length > 0
      ? words.triage.undone(count)
      : (plainOutcome(done, c) ?? (await changeInWords(own, c, store)));
  return html`<div class="notice" id="done" tabindex="-1" role="group" aria-labelledby="done-told">
    <p id="done-told">${told}</p>
    ${same !== undefined && /^\d{1,3}$/.test(same) && html`<p>${words.triage.someSame(same)}</p>`}
    ${undone === undefined && own.length > 0 && undoForm(c, batch, root)}
    ${left !== undefined && (await leftComments(left, c, store, root))}
  </div>`;
}

function plainOutcome(done: string, { var: { locale } }: ReviewContext): string | undefined {
  const { nothingUndone, masked, deleted, noteRemoved } = locale.words.triage;
  const outcomes = new Map([
    ['not-undone', nothingUndone],
    ['masked', masked],
    ['deleted', deleted],
    ['note-removed', noteRemoved],
  ]);
  return outcomes.get(done);
}

async function changeInWords(
  events: CommentEvent[],
  c: ReviewContext,
  store: Store,
): Promise<string> {
  const { locale, editor } = c.var;
  const { words, formats } = locale;
  const ids = [...new Set(events.map(({ commentId }) => commentId))];
  if (ids.length === 0) {
    const isLeft = readOutcome(c).left !== undefined;
    return isLeft ? words.triage.faultTitle : words.triage.nothingChanged;
  }
  if (events.every(({ deed }) => deed.action === 'noted')) return words.triage.noteSaved;
  const deeds = deedsInWords(
    events.map(({ deed }) => deed),
    locale,
  );
  if (ids.length > 1) return words.triage.changedMany(formats.number(ids.length), deeds);
  const [comment] = await store.findComments(editor?.siteIds ?? [], ids);
  return words.triage.changedOne(comment ? formats.moment(comment.received) : '', deeds);
}

function undoForm(c: ReviewContext, batch: string, root: string): Html {
  const { triage } = c.var.locale.words;
  return html`<form method="post" action="${root}/comments/undo">
    <input type="hidden" name="batch" value="${batch}">
    <input type="hidden" name="returnTo" value="${placeToReturn(c)}">
    <button>${triage.undo}<span class="visually-hidden">${triage.undoWhat}</span></button>
  </form>`;
}

/** Links to the comments that somebody else had changed meanwhile. */
async function leftComments(
  left: string,
  c: ReviewContext,
  store: Store,
  root: string,
): Promise<Html | undefined> {
  const { editor, locale } = c.var;
  const ids = left
    .split('.')
    .filter((id) => /^\d{1,15}$/.test(id))
    .slice(0, 200)
    .map(Number);
  const comments = await store.findComments(editor?.siteIds ?? [], ids);
  if (comments.length === 0) return undefined;
  return html`<p>${locale.words.triage.someLeft}</p>
    <ul class="left-comments">
      ${comments.map(
        ({ id, received }) =>
          html`<li>
            <a href="${root}/comments/${id}"
              >${locale.words.triage.commentFrom(locale.formats.moment(received))}</a
            >
          </li>`,
      )}
    </ul>`;
}
