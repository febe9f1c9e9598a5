import { html } from 'hono/html';
import type { PageSummary } from '../../store/store.ts';
import { hasRole } from '../access/roles.ts';
import { landingNotice } from '../landing-notice.ts';
import { watchForm } from '../mail/watch-form.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { ownerChoice } from './owner-form.ts';

/**
 * Who answers for a page, and whether the editor wants to hear of new comments on it: a
 * part of the page's report.
 */
export async function pageCare(
  c: ReviewContext,
  { store, mail }: Pick<ReviewDependencies, 'store' | 'mail'>,
  page: Pick<PageSummary, 'id' | 'siteId'>,
  root: string,
): Promise<Html> {
  const { editor, locale } = c.var;
  const { words } = locale;
  const owner = await store.findOwner(page.siteId, page.id);
  const members = await store.listMembers(page.siteId);
  return html`<section aria-labelledby="care">
    <h2 id="care">${words.owner.title}</h2>
    ${c.req.query('care') === 'owner' && landingNotice('care-done', words.owner.saved)}
    <p>${words.owner.isNow(owner?.name ?? words.owner.nobody)}</p>
    ${
      hasRole(editor, page.siteId, 'editor') &&
      html`<details class="fold">
        <summary>${words.owner.change}</summary>
        <form class="fields" method="post" action="${root}/pages/${page.id}/owner">
          <input type="hidden" name="was" value="${owner?.id ?? ''}">
          ${ownerChoice(members, owner, locale)}
          <button>${words.owner.save}</button>
        </form>
      </details>`
    }
    ${editor && mail && (await watchForm(c, store, editor, page, root))}
  </section>`;
}
