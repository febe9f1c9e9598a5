import { html } from 'hono/html';
import type { Member } from '../../store/people.ts';
import type { Editor, Site } from '../../store/store.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { notice, roleChoice, type Done } from './people-page.ts';

interface PersonPage {
  site: Site;
  member: Member;
  mayLink: boolean;
  done: Done | undefined;
  root: string;
}

/** One person on one site, and what an administrator can do. */
export function personPage({ site, member, mayLink, done, root }: PersonPage, locale: Locale) {
  const { words } = locale;
  const here = `${root}/people/${site.key}/${member.editorId}`;
  return {
    title: member.name,
    main: html`<p class="back"><a href="${root}/people">${words.toPeople}</a></p>
      <h1><bdi>${member.name}</bdi></h1>
      ${notice(done, locale)}
      <p>${words.peopleOf(site.name)}</p>
      <h2>${words.personRole}</h2>
      ${member.byGroup && html`<p>${words.byGroupText}</p>`}
      <form class="fields" method="post" action="${here}/role">
        ${roleChoice('role', member.role, locale)}
        <button class="main-button">${words.saveRole}</button>
      </form>
      <h2>${words.sessionAction}</h2>
      <div class="actions">
        ${
          mayLink
            ? html`<form method="post" action="${here}/link">
                <button>${words.newLink}</button>
              </form>`
            : html`<p>${words.linkForbidden}</p>`
        }
        <form method="post" action="${here}/end-sessions">
          <button>${words.endSessionsOf}</button>
        </form>
        <form method="post" action="${here}/remove">
          <button class="final-button">${words.removePerson(site.name)}</button>
        </form>
      </div>`,
  } satisfies ReviewPage;
}

/** Shows a sign-in link, this once. */
export const linkPage = (editor: Editor, link: string, { words }: Locale, root: string) =>
  ({
    title: words.linkTitle,
    main: html`<h1>${words.linkTitle}</h1>
      <p>${words.linkFor(editor.name)}</p>
      <pre><code>${link}</code></pre>
      <p>${words.linkOnce}</p>
      <p><a href="${root}/people">${words.toPeople}</a></p>`,
  }) satisfies ReviewPage;

/** For what would leave a site without an administrator. */
export const lastAdministrator = ({ words }: Locale, root: string) =>
  ({
    title: words.lastAdministratorTitle,
    main: html`<h1>${words.lastAdministratorTitle}</h1>
      <p>${words.lastAdministratorText}</p>
      <p><a href="${root}/people">${words.toPeople}</a></p>`,
    status: 409,
  }) satisfies ReviewPage;
