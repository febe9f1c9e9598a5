import { html } from 'hono/html';
import type { SectionSums } from '../../store/page-owners.ts';
import type { Member } from '../../store/people.ts';
import type { Site } from '../../store/store.ts';
import { landingNotice } from '../landing-notice.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { ownerChoice } from './owner-form.ts';

interface SectionOwnerPage {
  /** The sites to choose from, and the chosen one with its people. */
  sites: Site[];
  site: Site;
  members: Member[];
  /** The section as it was written. */
  typed: string;
  isFaulty: boolean;
  /** The section that was asked for, and its pages; undefined when none was. */
  counted: (SectionSums & { section: string }) | undefined;
  /** How many pages were changed a moment ago. */
  done: number | undefined;
}

export function sectionOwnerPage(page: SectionOwnerPage, locale: Locale, root: string): ReviewPage {
  const { words, formats } = locale;
  return {
    title: page.isFaulty ? words.faultTitle(words.owner.sectionTitle) : words.owner.sectionTitle,
    main: html`<h1>${words.owner.sectionTitle}</h1>
      ${
        page.done !== undefined &&
        landingNotice('done', words.owner.sectionSaved(formats.number(page.done)))
      }
      <p>${words.owner.sectionText} ${words.owner.sectionLater}</p>
      ${countForm(page, locale, root)} ${page.counted && changeForm(page, locale, root)}`,
    status: page.isFaulty ? 422 : 200,
  };
}

function countForm(page: SectionOwnerPage, { words }: Locale, root: string): Html {
  const { sites, site, typed, isFaulty } = page;
  return html`<form class="fields" method="get" action="${root}/responsible#counted">
    ${
      sites.length > 1
        ? html`<div>
            <label for="site">${words.work.site}</label>
            <select id="site" name="site">
              ${sites.map(
                ({ key, name }) =>
                  html`<option value="${key}" ${key === site.key && html`selected`}>
                    ${name}
                  </option>`,
              )}
            </select>
          </div>`
        : html`<input type="hidden" name="site" value="${site.key}">`
    }
    <div>
      <label for="section"
        >${words.work.section}
        ${isFaulty && html`<span class="fault">${words.owner.sectionFault}</span>`}</label
      >
      <p class="quiet" id="section-hint">${words.work.sectionHint}</p>
      <input id="section" name="section" type="text" aria-required="true" maxlength="200"
        autocomplete="off" spellcheck="false" value="${typed}" aria-describedby="section-hint"
        ${isFaulty && html`aria-invalid="true" autofocus`}>
    </div>
    <button class="main-button">${words.owner.count}</button>
  </form>`;
}

function changeForm(page: SectionOwnerPage, locale: Locale, root: string): Html | null {
  const { words, formats } = locale;
  const { counted, site, members } = page;
  if (!counted) return null;
  const { section, pages, owned } = counted;
  if (pages === 0) return landingNotice('counted', words.owner.countedNone(section));
  const told = words.owner.counted(formats.number(pages), section, formats.number(owned));
  return html`${landingNotice('counted', told)}
    <form class="fields" method="post" action="${root}/responsible">
      <input type="hidden" name="site" value="${site.key}">
      <input type="hidden" name="section" value="${section}">
      ${ownerChoice(members, null, locale)}
      <div class="check">
        <input id="only" name="only" type="checkbox" value="nobodys" checked>
        <label for="only">${words.owner.onlyNobodys}</label>
      </div>
      <button class="main-button">${words.owner.sectionSave}</button>
    </form>`;
}
