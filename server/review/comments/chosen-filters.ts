import { html } from 'hono/html';
import type { CommentOrder } from '../../store/comment-search.ts';
import type { Locale } from '../locale.ts';
import { pageName } from '../page-name.ts';
import type { Html } from '../review-environment.ts';
import { choiceNames, listAddress, noChoices, readDate, type Choices } from './choices.ts';
import { namesOfLanguages } from './filter-form.ts';
import type { Offers } from './offers.ts';

interface Chosen {
  choices: Choices;
  order: CommentOrder;
  offers: Offers;
  href: string;
}

/** Tells in words what is chosen, each with a link that takes it away. */
export function chosenFilters(chosen: Chosen, locale: Locale): Html | null {
  const { choices, order, href } = chosen;
  const { finding } = locale.words;
  const made = choiceNames.filter((name) => choices[name] !== '');
  if (made.length === 0) return null;
  const without = (name: keyof Choices) => listAddress(href, { ...choices, [name]: '' }, order);
  return html`<div class="chosen-filters" role="group" aria-label="${finding.chosen}">
    <ul>
      ${made.map((name) => {
        const what = inWords(name, chosen, locale);
        return html`<li>
          <bdi>${what}</bdi>
          <a href="${without(name)}"
            ><span aria-hidden="true">×</span
            ><span class="visually-hidden">${finding.takeAway(what)}</span></a
          >
        </li>`;
      })}
    </ul>
    ${made.length > 1 && html`<a href="${listAddress(href, noChoices, order)}">${finding.takeAwayAll}</a>`}
  </div>`;
}

function inWords(name: keyof Choices, { choices, offers }: Chosen, locale: Locale): string {
  const { words, formats, language } = locale;
  const { finding } = words;
  const named = (label: string, value: string) => `${label}: ${value}`;
  const value = choices[name];
  const day = () => (readDate(value) === null ? value : formats.day(value));
  switch (name) {
    case 'q':
      return `”${value}”`;
    case 'site':
      return named(finding.site, offers.sites.find(({ key }) => key === value)?.name ?? value);
    case 'page':
      return named(finding.page, offers.page ? pageName(offers.page) : value);
    case 'section':
      return named(finding.section, value);
    case 'language':
      return named(finding.language, namesOfLanguages(language)(value));
    case 'answer':
      return named(finding.answer, choices.answer === '' ? '' : words[choices.answer]);
    case 'from':
      return named(finding.from, day());
    case 'to':
      return named(finding.to, day());
    case 'since':
      return offers.lastEdit === null
        ? words.sinceLastEdit
        : finding.sinceEditOn(formats.day(offers.lastEdit));
    case 'tag':
      return named(finding.tag, offers.tags.find(({ id }) => String(id) === value)?.name ?? value);
    case 'status':
      return named(
        finding.status,
        choices.status === '' ? '' : words.triage.statuses[choices.status],
      );
    case 'responsible':
      return named(finding.responsible, responsibleInWords(value, offers, locale));
    case 'score':
      return named(finding.score, value === 'counted' ? finding.counted : finding.leftOut);
  }
}

function responsibleInWords(value: string, { people }: Offers, { words }: Locale): string {
  if (value === 'mine') return words.finding.mine;
  if (value === 'nobody') return words.finding.nobody;
  return people.find(({ editorId }) => String(editorId) === value)?.name ?? value;
}
