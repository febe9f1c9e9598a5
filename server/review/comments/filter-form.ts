import { html } from 'hono/html';
import { answers } from '../../contract/response-schema.ts';
import { longestSearch } from '../../store/comment-search/search-query.ts';
import type { CommentOrder } from '../../store/comment-search.ts';
import { commentStatuses } from '../../store/comment-status.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import type { Choices } from './choices.ts';
import type { Offers } from './offers.ts';
import type { ChoiceFaults } from './read-choice.ts';

interface FormState {
  choices: Choices;
  order: CommentOrder;
  offers: Offers;
  faults: ChoiceFaults;
  /** Where it sends what is chosen. */
  href: string;
}

/** Which comments are shown: a form that changes only the address. */
export function filterForm(state: FormState, locale: Locale): Html {
  const { choices, faults, href } = state;
  const { finding } = locale.words;
  const { q: _q, page: _page, ...others } = choices;
  const isOpen = Object.values(others).some((value) => value !== '') || state.order === 'oldest';
  return html`<form class="comment-filter" method="get" action="${href}" role="search"
    aria-label="${finding.form}">
    ${choices.page !== '' && html`<input type="hidden" name="page" value="${choices.page}">`}
    <div>
      <label for="q">${finding.search} ${faults.q && faultText(finding[faults.q])}</label>
      <p class="quiet" id="q-hint">${finding.searchHint}</p>
      <input id="q" name="q" type="search" maxlength="${longestSearch}" autocomplete="off"
        aria-describedby="q-hint" ${faults.q && html`aria-invalid="true" autofocus`}
        value="${choices.q}">
    </div>
    <details ${isOpen && html`open`}>
      <summary>${finding.more}</summary>
      <div class="filter-fields">${fields(state, locale)}</div>
    </details>
    <button>${finding.show}</button>
  </form>`;
}

function fields({ choices, order, offers, faults }: FormState, locale: Locale): Html {
  const { words, language } = locale;
  const { finding } = words;
  const { sites, chosenSites, people, lastEdit } = offers;
  const nameOfLanguage = namesOfLanguages(language);
  const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
  const tagName = (name: string, siteId: number) =>
    chosenSites.length > 1 ? `${siteNames.get(siteId) ?? ''}: ${name}` : name;
  return html`
    ${
      sites.length > 1 &&
      !offers.page &&
      choose('site', finding.site, choices.site, [
        ['', finding.all],
        ...sites.map(({ key, name }): Choice => [key, name]),
      ])
    }
    ${
      !offers.page &&
      html`<div>
        <label for="section">${finding.section}</label>
        <p class="quiet" id="section-hint">${finding.sectionHint}</p>
        <input id="section" name="section" type="text" maxlength="500" autocomplete="off"
          spellcheck="false" aria-describedby="section-hint" value="${choices.section}">
      </div>`
    }
    ${
      !offers.page &&
      choose('language', finding.language, choices.language, [
        ['', finding.all],
        ...offers.languages.map((tag): Choice => [tag.toLowerCase(), nameOfLanguage(tag)]),
      ])
    }
    ${choose('answer', finding.answer, choices.answer, [
      ['', finding.all],
      ...answers.map((answer): Choice => [answer, words[answer]]),
    ])}
    ${choose('status', finding.status, choices.status, [
      ['', finding.all],
      ...commentStatuses.map((status): Choice => [status, words.triage.statuses[status]]),
    ])}
    ${choose('responsible', finding.responsible, choices.responsible, [
      ['', finding.all],
      ['mine', finding.mine],
      ['nobody', finding.nobody],
      ...people.map(({ editorId, name }): Choice => [String(editorId), name]),
    ])}
    ${choose('tag', finding.tag, choices.tag, [
      ['', finding.all],
      ...offers.tags.map(({ id, name, siteId }): Choice => [String(id), tagName(name, siteId)]),
    ])}
    ${choose('score', finding.score, choices.score, [
      ['', finding.all],
      ['counted', finding.counted],
      ['left-out', finding.leftOut],
    ])}
    ${date('from', finding.from)} ${date('to', finding.to)}
    ${choose('order', finding.order, order, [
      ['newest', finding.newest],
      ['oldest', finding.oldest],
    ])}
    ${(lastEdit !== null || !offers.page || choices.since === 'edit') && sinceEdit()}`;

  function sinceEdit(): Html {
    return html`<div>
      <div class="check">
        <input id="since" name="since" type="checkbox" value="edit"
          aria-describedby="since-hint" ${choices.since === 'edit' && html`checked`}>
        <label for="since">${words.sinceLastEdit}</label>
      </div>
      <p class="quiet" id="since-hint">${finding.sinceEditHint}</p>
    </div>`;
  }

  /** Browsers make a date of three fields, and name them in their own language. */
  function date(name: 'from' | 'to', label: string): Html {
    const fault = faults[name];
    const isFirst = faults.q === undefined && (name === 'from' || !faults.from);
    return html`<div>
      <label for="${name}">${label} ${fault && faultText(finding[fault])}</label>
      <p class="quiet" id="${name}-hint">${finding.dateHint}</p>
      <input id="${name}" name="${name}" type="text" maxlength="20" autocomplete="off"
        aria-describedby="${name}-hint" value="${choices[name]}"
        ${fault && html`aria-invalid="true"`} ${fault && isFirst && html`autofocus`}>
    </div>`;
  }
}

/** A value and what it is called. */
type Choice = [value: string, name: string];

function choose(name: string, label: string, chosen: string, offered: Choice[]): Html {
  // What is chosen by an address stays chosen, also when it is offered no longer.
  const isOffered = offered.some(([value]) => value === chosen);
  const all: Choice[] = isOffered ? offered : [...offered, [chosen, chosen]];
  return html`<div>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${all.map(
        ([value, text]) =>
          html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** An error stands in the label: so it is heard once, by all. */
const faultText = (fault: string): Html => html`<span class="fault">${fault}</span>`;

/** Names languages; a tag that is none stays as the page has it. */
export function namesOfLanguages(language: string): (tag: string) => string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
}
