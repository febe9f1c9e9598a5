import { html } from 'hono/html';
import type { Editor, PageSummary, Store } from '../../store/store.ts';
import { landingNotice } from '../landing-notice.ts';
import type { Html, ReviewContext } from '../review-environment.ts';

/** Whether the editor hears of new comments on a page, and the button that changes it. */
export async function watchForm(
  c: ReviewContext,
  store: Store,
  editor: Editor,
  page: Pick<PageSummary, 'id'>,
  root: string,
): Promise<Html> {
  const { words } = c.var.locale;
  const isWatching = await store.isWatching(editor.id, page.id);
  const wish = await store.findMailWish(editor.id);
  const done = (['watched', 'unwatched'] as const).find((what) => what === c.req.query('care'));
  return html`${done && landingNotice('care-done', words.mail.done[done])}
    ${isWatching && html`<p>${words.mail.isWatching}</p>`}
    ${
      isWatching &&
      !wish?.confirmed &&
      html`<p>
        ${words.mail.watchNeedsAddress} <a href="${root}/mail">${words.mail.toMail}</a>
      </p>`
    }
    <form method="post" action="${root}/pages/${page.id}/watch">
      <button name="watch" value="${isWatching ? 'no' : 'yes'}">
        ${isWatching ? words.mail.unwatch : words.mail.watch}
      </button>
    </form>`;
}
