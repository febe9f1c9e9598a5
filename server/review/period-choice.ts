import { html } from 'hono/html';
import type { Locale } from './locale.ts';
import { periodLengths, periodQuery, type PeriodChoice, type ReadPeriod } from './period.ts';
import type { Html } from './review-environment.ts';

export interface PeriodChoiceOptions {
  read: ReadPeriod;
  /** The address of the same page without parameters. */
  href: string;
  /** Whether there is an edit to count from. */
  hasEdit: boolean;
}

/** Links to the same page over other periods, and a form for dates of one's own. */
export function periodChoice(options: PeriodChoiceOptions, locale: Locale): Html {
  const { read, href, hasEdit } = options;
  const { words, formats } = locale;
  const link = (choice: PeriodChoice, name: string) => {
    const query = periodQuery(choice);
    const isChosen = !read.fault && query === periodQuery(read.choice);
    return html`<li>
      <a href="${href}?${query}" ${isChosen && html`aria-current="page"`}>${name}</a>
    </li>`;
  };
  return html`<nav aria-label="${words.period}">
      <ul class="periods">
        ${periodLengths.map((days) =>
          link({ kind: 'days', days }, words.dayCount(formats.number(days))),
        )}
        ${hasEdit && link({ kind: 'last-edit' }, words.sinceLastEdit)}
      </ul>
    </nav>
    ${ownDates(options, locale)}`;
}

function ownDates({ read, href }: PeriodChoiceOptions, { words }: Locale): Html {
  const { choice, typed, fault } = read;
  const isOpen = choice.kind === 'own' || fault !== undefined;
  const field = (name: 'from' | 'to', label: string, hasFault: boolean) =>
    html`<div>
      <label for="period-${name}"
        >${label}
        ${fault && hasFault && html`<span class="fault">${words.periodFaults[fault]}</span>`}</label
      >
      <input id="period-${name}" name="${name}" type="text" autocomplete="off"
        maxlength="10" value="${typed[name]}" aria-describedby="period-hint"
        ${hasFault && html`aria-invalid="true" autofocus`}>
    </div>`;
  return html`<details class="fold" ${isOpen && html`open`}>
    <summary>${words.ownPeriod}</summary>
    <form class="fields own-dates" method="get" action="${href}">
      <p class="quiet" id="period-hint">${words.periodHint}</p>
      ${field('from', words.periodFrom, fault !== undefined && fault !== 'to')}
      ${field('to', words.periodTo, fault === 'to')}
      <button>${words.showPeriod}</button>
    </form>
  </details>`;
}
