import { html } from 'hono/html';
import type { Member } from '../../store/people.ts';
import type { Role, Site } from '../../store/store.ts';
import { landingNotice } from '../landing-notice.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { roles } from './roles.ts';

/** What was done a moment ago; the page says so first. */
export type Done = keyof Locale['words']['done'];

export interface SiteWithMembers {
  site: Site;
  members: Member[];
  /** What was written before and not taken: then the form says what is wrong. */
  refused?: { name: string; role: Role };
}

interface PeoplePage {
  sites: SiteWithMembers[];
  done: Done | undefined;
  root: string;
  /** The claim of the provider that holds names; undefined when there is no provider. */
  nameClaim: string | undefined;
}

/** The people of the sites that the editor administers. */
export function peoplePage({ sites, done, root, nameClaim }: PeoplePage, locale: Locale) {
  const { words } = locale;
  const hint = nameClaim === undefined ? words.nameHint : words.nameHintProvider(nameClaim);
  const isRefused = sites.some(({ refused }) => refused);
  return {
    title: isRefused ? words.faultTitle(words.peopleTitle) : words.peopleTitle,
    main: html`<h1>${words.peopleTitle}</h1>
      ${notice(done, locale)}
      <p>${words.rolesText}</p>
      ${sites.map(
        (entry) =>
          html`<section aria-labelledby="${entry.site.key}">
            <h2 id="${entry.site.key}">${words.peopleOf(entry.site.name)}</h2>
            ${memberTable(entry, locale, root)} ${addForm(entry, locale, root, hint)}
          </section>`,
      )}`,
    status: isRefused ? 422 : 200,
  } satisfies ReviewPage;
}

export const notice = (done: Done | undefined, { words }: Locale): Html | undefined =>
  done && landingNotice('done', words.done[done]);

/** What a role is called, and whether it comes with a group. */
const roleName = ({ role, byGroup }: Member, { words }: Locale): string =>
  byGroup ? words.byGroup(words.roles[role]) : words.roles[role];

function memberTable({ site, members }: SiteWithMembers, locale: Locale, root: string): Html {
  const { words } = locale;
  return html`<table class="records">
    <thead>
      <tr>
        <th scope="col">${words.personName}</th>
        <th scope="col">${words.personRole}</th>
      </tr>
    </thead>
    <tbody>
      ${members.map(
        (member) =>
          html`<tr>
            <th scope="row">
              <a href="${root}/people/${site.key}/${member.editorId}"><bdi>${member.name}</bdi></a>
            </th>
            <td>${roleName(member, locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function addForm({ site, refused }: SiteWithMembers, locale: Locale, root: string, hint: string) {
  const { words } = locale;
  const id = `name-${site.key}`;
  return html`<h3>${words.addPerson}</h3>
    <form class="fields" method="post" action="${root}/people/${site.key}/add">
      <div>
        <label for="${id}"
          >${words.personName}
          ${refused && html`<span class="fault">${words.nameFault}</span>`}</label
        >
        <p class="quiet" id="${id}-hint">${hint}</p>
        <input id="${id}" name="name" type="text" aria-required="true" maxlength="200"
          autocomplete="off" spellcheck="false" value="${refused?.name ?? ''}"
          aria-describedby="${id}-hint" ${refused && html`aria-invalid="true" autofocus`}>
      </div>
      ${roleChoice(`role-${site.key}`, refused?.role ?? 'editor', locale)}
      <button class="main-button">${words.addButton}</button>
    </form>`;
}

export function roleChoice(id: string, chosen: Role, { words }: Locale): Html {
  return html`<div>
    <label for="${id}">${words.personRole}</label>
    <select id="${id}" name="role">
      ${roles.map(
        (role) =>
          html`<option value="${role}" ${role === chosen && html`selected`}>
            ${words.roles[role]}
          </option>`,
      )}
    </select>
  </div>`;
}
