import { html } from 'hono/html';
import type { Member } from '../../store/people.ts';
import type { Site } from '../../store/store.ts';
import { workSorts } from '../../store/work-list.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { chosenPeriods, countChosen, type Choices } from './choices.ts';

/** What can be chosen from. */
export interface Offers {
  sites: Site[];
  /** Languages of the pages, such as `sv`. */
  languages: string[];
  /** Who may answer for pages. */
  people: Member[];
}

/** Which pages the list shows, in which order: a form that changes only the address. */
export function filterForm(choices: Choices, offers: Offers, locale: Locale, root: string): Html {
  const { words, formats } = locale;
  const { work } = words;
  const chosen = countChosen(choices);
  return html`<form class="work-filter" method="get" action="${root}/" role="search"
      aria-label="${work.filterTitle}">
      <div class="filter-row">
        <div>
          <label for="q">${work.search}</label>
          <input id="q" name="q" type="search" maxlength="200" autocomplete="off"
            value="${choices.text}">
        </div>
        ${select(
          'sort',
          work.sort,
          workSorts.map((sort) => [sort, work.sorts[sort]]),
          choices.sort,
        )}
        ${select(
          'days',
          work.period,
          chosenPeriods.map((days) => [
            String(days),
            days === 'edit' ? words.sinceLastEdit : work.lastDays(formats.number(days)),
          ]),
          String(choices.period),
        )}
      </div>
      <details ${chosen > 0 && html`open`}>
        <summary>${work.more(chosen, formats.number(chosen))}</summary>
        <div class="filter-row">${moreChoices(choices, offers, locale)}</div>
      </details>
      <button>${work.show}</button>
    </form>`;
}

function moreChoices(choices: Choices, { sites, languages, people }: Offers, locale: Locale): Html {
  const { work } = locale.words;
  const names = new Intl.DisplayNames([locale.language], { type: 'language' });
  return html`${
    sites.length > 1 &&
    select(
      'site',
      work.site,
      [['', work.allSites], ...sites.map(({ key, name }): Choice => [key, name])],
      choices.site,
    )
  }
    <div>
      <label for="section">${work.section}</label>
      <p class="quiet" id="section-hint">${work.sectionHint}</p>
      <input id="section" name="section" type="text" maxlength="200" autocomplete="off"
        spellcheck="false" aria-describedby="section-hint" value="${choices.section}">
    </div>
    ${select(
      'language',
      work.language,
      [
        ['', work.allLanguages],
        ...languages.map((language): Choice => [language, nameOf(language, names)]),
      ],
      choices.language,
    )}
    ${select(
      'responsible',
      work.owner,
      [
        ['', work.allOwners],
        ['mine', work.mine],
        ['nobody', work.nobodys],
        ...people.map(({ editorId, name }): Choice => [String(editorId), name]),
      ],
      choices.responsible,
    )}
    <div class="check">
      <input id="new" name="new" type="checkbox" value="1" ${choices.onlyNew && html`checked`}>
      <label for="new">${work.onlyNew}</label>
    </div>`;
}

/** A value and what it is called. */
type Choice = [value: string, name: string];

function select(name: string, label: string, offered: Choice[], chosen: string): Html {
  // What is chosen by an address stays chosen, also when it is offered no longer.
  const isOffered = offered.some(([value]) => value === chosen);
  const all: Choice[] = isOffered ? offered : [...offered, [chosen, chosen]];
  return html`<div>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${all.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** A language by its name; a tag that is none stays as the page has it. */
function nameOf(language: string, names: Intl.DisplayNames): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}
