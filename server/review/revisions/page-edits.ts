import { html } from 'hono/html';
import type { EditDay } from '../../revisions/edit-days.ts';
import { editEffects } from '../../revisions/edit-effects.ts';
import type { Revision } from '../../store/revisions.ts';
import type { PageSummary, Store } from '../../store/store.ts';
import { hasRole } from '../access/roles.ts';
import { landingNotice } from '../landing-notice.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { blankEdit, editForm } from './edit-form.ts';
import { editList } from './edit-list.ts';
import { editsAddress, editsDone } from './edit-routes.ts';

/** So many are shown at first. */
const shownAtFirst = 10;

/** So many are read: a page that changes each day has them for half a year. */
export const mostEdits = 200;

interface PageEdits {
  page: PageSummary;
  /** Newest first. */
  edits: EditDay[];
  today: string;
  root: string;
  /** The parameters that ask for the period on show. */
  period: string;
  store: Store;
}

/** The part of a page's report that tells when the page was changed, and what came of it. */
export async function pageEdits(c: ReviewContext, options: PageEdits): Promise<Html> {
  const { page, edits, today, root, period, store } = options;
  const { locale, editor } = c.var;
  const { words, formats } = locale;
  const showsAll = c.req.query('edits') === 'all';
  const effects = await editEffects(
    edits,
    showsAll ? edits.length : shownAtFirst,
    today,
    (from, to) => store.listDailyCounts(page.id, from, to),
  );
  const mayEdit = hasRole(editor, page.siteId, 'editor');
  const changeAddress = (revision: Revision) => `${editsAddress(root, page, revision)}?${period}`;
  const done = editsDone.find((each) => each === c.req.query('edit'));
  return html`<section aria-labelledby="edits">
    <h2 id="edits">${words.editsTitle}</h2>
    ${done && landingNotice('edit-done', words.editsDone[done])}
    ${
      effects.length === 0
        ? html`<p>${words.noEdits}</p>`
        : html`<p class="quiet">${words.editsNote}</p>
            ${editList(effects, locale, mayEdit ? changeAddress : undefined)}`
    }
    ${
      effects.length < edits.length &&
      html`<p class="jump">
        <a href="${root}/pages/${page.id}?${period}&edits=all#edits"
          >${words.allEdits(formats.number(edits.length))}</a
        >
      </p>`
    }
    ${
      mayEdit &&
      html`<details class="fold">
        <summary>${words.addEditTitle}</summary>
        <p>${words.addEditText}</p>
        ${editForm(`${editsAddress(root, page)}?${period}`, { typed: blankEdit }, locale)}
      </details>`
    }
  </section>`;
}
