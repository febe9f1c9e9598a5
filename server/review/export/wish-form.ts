import { html } from 'hono/html';
import { exportPeriods, scopes, type ScopeFaults } from '../../export/choose-scope.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import type { EditorsWish } from './read-wish.ts';

/** One of several: a name and what it is called. */
type Choice = readonly [value: string, name: string];

/** Buttons of which one is pressed, under a common name. */
export const radioGroup = (
  name: string,
  legend: string,
  choices: readonly Choice[],
  chosen: string,
): Html =>
  html`<fieldset>
    <legend>${legend}</legend>
    ${choices.map(
      ([value, text]) =>
        html`<p class="choice">
          <input type="radio" id="${name}-${value}" name="${name}" value="${value}" ${
            value === chosen && html`checked`
          }>
          <label for="${name}-${value}">${text}</label>
        </p>`,
    )}
  </fieldset>`;

export const selectField = (
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string,
  fault?: string,
): Html =>
  html`<div>
    <label for="${name}">${label}${faultText(fault)}</label>
    <select id="${name}" name="${name}" ${fault !== undefined && html`aria-invalid="true"`}>
      ${choices.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
      )}
    </select>
  </div>`;

/** An error stands in the label: so it is heard once, by all. */
const faultText = (fault: string | undefined): Html | undefined =>
  fault === undefined ? undefined : html` <span class="fault">${fault}</span>`;

interface TextField {
  name: string;
  label: string;
  value: string;
  hint?: string;
  fault?: string | undefined;
  /** The most characters. */
  most: number;
}

function textField({ name, label, value, hint, fault, most }: TextField): Html {
  return html`<div>
    <label for="${name}">${label}${faultText(fault)}</label>
    ${hint !== undefined && html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    <input id="${name}" name="${name}" type="text" maxlength="${most}" autocomplete="off"
      spellcheck="false" value="${value}"
      ${hint !== undefined && html`aria-describedby="${name}-hint"`}
      ${fault !== undefined && html`aria-invalid="true"`}>
  </div>`;
}

/** The fields with which an editor says which answers are meant. */
export function wishFields(wish: EditorsWish, faults: ScopeFaults, { words }: Locale): Html {
  const { exporting } = words;
  return html`${siteField(wish, exporting.site)}
    ${radioGroup(
      'scope',
      exporting.scopeLegend,
      scopes.map((scope) => [scope, exporting.scopes[scope]] as const),
      wish.scope,
    )}
    ${textField({
      name: 'address',
      label: exporting.address,
      value: wish.address,
      hint: exporting.addressHint,
      fault: faults.address && exporting.faults.address[faults.address],
      most: 2048,
    })}
    ${selectField(
      'period',
      exporting.period,
      exportPeriods.map((period) => [period, exporting.periods[period]] as const),
      wish.period,
      faults.period && exporting.faults.period[faults.period],
    )}
    <fieldset>
      <legend>${exporting.dates}</legend>
      <p class="quiet">${exporting.datesHint}</p>
      ${textField({
        name: 'from',
        label: exporting.from,
        value: wish.from,
        fault: faults.from && exporting.faults.from[faults.from],
        most: 10,
      })}
      ${textField({
        name: 'to',
        label: exporting.to,
        value: wish.to,
        fault: faults.to && exporting.faults.to[faults.to],
        most: 10,
      })}
    </fieldset>`;
}

/** Nobody chooses among one. */
function siteField({ site, sites }: EditorsWish, label: string): Html {
  if (sites.length === 1) return html`<input type="hidden" name="site" value="${site.key}">`;
  const choices = sites.map(({ key, name }) => [key, name] as const);
  return selectField('site', label, choices, site.key);
}

/** What is wrong, first on the page, with a way to each field. */
export function faultSummary(faults: ScopeFaults, { words }: Locale): Html | undefined {
  const { exporting } = words;
  const told = [
    ['address', faults.address && exporting.faults.address[faults.address]],
    ['period', faults.period && exporting.faults.period[faults.period]],
    ['from', faults.from && exporting.faults.from[faults.from]],
    ['to', faults.to && exporting.faults.to[faults.to]],
  ] as const;
  if (Object.keys(faults).length === 0) return undefined;
  return html`<section class="notice" aria-labelledby="faults">
    <h2 id="faults">${exporting.faultsTitle}</h2>
    <ul>
      ${told.map(
        ([name, fault]) => fault !== undefined && html`<li><a href="#${name}">${fault}</a></li>`,
      )}
    </ul>
  </section>`;
}

/** A wish as it goes on to the next page. */
export const hiddenWish = (wish: EditorsWish): Html =>
  html`${hidden('site', wish.site.key)}${hidden('scope', wish.scope)}
  ${hidden('address', wish.address)}${hidden('period', wish.period)}
  ${hidden('from', wish.from)}${hidden('to', wish.to)}`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;
