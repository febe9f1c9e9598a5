import { html } from 'hono/html';
import type { Html, ReviewContext } from '../review-environment.ts';
import { sitesWithRole } from './roles.ts';

interface Place {
  href: string;
  name: string;
  /** Else for administrators only. */
  forAll: boolean;
  /** Addresses below the review's own that belong to it too. */
  also?: RegExp;
}

/** The ways to the parts of the review that the editor may see. */
export function navigation(c: ReviewContext, root: string): Html {
  const { editor, locale } = c.var;
  const { words } = locale;
  const isAdministrator = sitesWithRole(editor, 'administrator').length > 0;
  const places: Place[] = [
    { href: `${root}/`, name: words.title, forAll: true, also: /^\/(pages\/|responsible$)/ },
    { href: `${root}/comments`, name: words.navComments, forAll: true },
    ...(sitesWithRole(editor, 'editor').length > 0
      ? [{ href: `${root}/export`, name: words.exporting.nav, forAll: true, also: /^\/records-/ }]
      : []),
    { href: `${root}/settings`, name: words.navSettings, forAll: false },
    { href: `${root}/tags`, name: words.tagging.tagsTitle, forAll: false },
    { href: `${root}/people`, name: words.navPeople, forAll: false },
    { href: `${root}/audit`, name: words.navAudit, forAll: false },
    { href: `${root}/mail`, name: words.mail.nav, forAll: true },
    { href: `${root}/sessions`, name: words.navSessions, forAll: true },
  ].filter(({ forAll }) => forAll || isAdministrator);
  /** The page itself, or `true` for the part of the review that it belongs to. */
  const current = ({ href, also }: Place) => {
    if (href === c.req.path) return html`aria-current="page"`;
    const isPart = c.req.path.startsWith(`${href.replace(/\/$/, '')}/`) && href !== `${root}/`;
    const isNamed = also?.test(c.req.path.slice(root.length)) ?? false;
    return (isPart || isNamed) && html`aria-current="true"`;
  };
  return html`<nav class="places" aria-label="${words.navigation}">
    <ul>
      ${places.map(
        (place) => html`<li><a href="${place.href}" ${current(place)}>${place.name}</a></li>`,
      )}
    </ul>
  </nav>`;
}
