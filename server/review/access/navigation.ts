import { html } from 'hono/html';
import type { Html, ReviewContext } from '../review-environment.ts';
import { sitesWithRole } from './roles.ts';

/** The ways to the parts of the review that the editor may see. */
export function navigation(c: ReviewContext, root: string): Html {
  const { editor, locale } = c.var;
  const { words } = locale;
  const isAdministrator = sitesWithRole(editor, 'administrator').length > 0;
  const places = [
    { href: `${root}/`, name: words.navAnswers, forAll: true },
    { href: `${root}/comments`, name: words.navComments, forAll: true },
    ...(sitesWithRole(editor, 'editor').length > 0
      ? [{ href: `${root}/export`, name: words.exporting.nav, forAll: true }]
      : []),
    { href: `${root}/settings`, name: words.navSettings, forAll: false },
    { href: `${root}/tags`, name: words.tagging.tagsTitle, forAll: false },
    { href: `${root}/people`, name: words.navPeople, forAll: false },
    { href: `${root}/audit`, name: words.navAudit, forAll: false },
    { href: `${root}/mail`, name: words.mail.nav, forAll: true },
    { href: `${root}/sessions`, name: words.navSessions, forAll: true },
  ].filter(({ forAll }) => forAll || isAdministrator);
  return html`<nav class="places" aria-label="${words.navigation}">
    <ul>
      ${places.map(
        ({ href, name }) =>
          html`<li><a href="${href}" ${href === c.req.path && html`aria-current="page"`}>${name}</a></li>`,
      )}
    </ul>
  </nav>`;
}
