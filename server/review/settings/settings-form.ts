import { html } from 'hono/html';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import type { Faults, Field, Values } from './topic.ts';

export interface FormState {
  values: Values;
  faults: Faults;
  /** More about a fault than its field's own words. */
  faultTexts?: Map<string, string>;
}

/** The fields of a form; those with a heading stand together below it. */
export function formFields(fields: Field[], state: FormState, locale: Locale): Html {
  const groups = [...new Set(fields.map(({ group }) => group))];
  return html`${groups.map((group) => {
    const inside = fields
      .filter((field) => field.group === group)
      .map((field) => formField(field, state, locale));
    return group === undefined
      ? inside
      : html`<fieldset class="group">
          <legend>${group}</legend>
          ${inside}
        </fieldset>`;
  })}`;
}

/** What is wrong, each with a link to its field. */
export function faultSummary(fields: Field[], state: FormState, { words }: Locale): Html | string {
  if (state.faults.size === 0) return '';
  const faulty = fields.filter(({ name }) => state.faults.has(name));
  return html`<div class="notice" role="alert">
    <h2>${words.settings.faultTitle}</h2>
    <p>${words.settings.faultText}</p>
    <ul>
      ${faulty.map(
        ({ name, label, group }) =>
          html`<li><a href="#${name}">${group === undefined ? label : `${label}. ${group}`}</a></li>`,
      )}
    </ul>
  </div>`;
}

function formField(field: Field, state: FormState, locale: Locale): Html {
  const { name, label, hint } = field;
  const fault = faultOf(field, state, locale);
  const parts = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  const described = parts && html`aria-describedby="${parts}"`;
  const invalid = fault && html`aria-invalid="true"`;
  const about = html`${hint && html`<p class="quiet" id="${name}-hint">${hint}</p>`}
    ${fault && html`<p class="fault" id="${name}-fault">${fault}</p>`}`;
  const written = state.values[name] ?? [];
  switch (field.kind) {
    case 'check':
      return html`<div>
        <label class="choice" for="${name}">
          <input id="${name}" name="${name}" type="checkbox" value="yes"
            ${written.length > 0 && html`checked`} ${described}>
          ${label}
        </label>
        ${about}
      </div>`;
    case 'choices':
      return html`<fieldset id="${name}" ${described}>
        <legend>${label}</legend>
        ${about}
        ${(field.options ?? []).map(
          (option) =>
            html`<label class="choice">
              <input name="${name}" type="checkbox" value="${option.value}"
                ${written.includes(option.value) && html`checked`}>
              ${option.label}
            </label>`,
        )}
      </fieldset>`;
    case 'lines': {
      const rows = Math.min(Math.max(written.length + 1, 3), 12);
      return html`<div>
        <label for="${name}">${label}</label>
        ${about}
        <textarea id="${name}" name="${name}" rows="${rows}" spellcheck="false"
          ${described} ${invalid}>
${written.join('\n')}</textarea>
      </div>`;
    }
    default:
      return html`<div>
        <label for="${name}">${label}</label>
        ${about}
        <input id="${name}" name="${name}" type="text" autocomplete="off"
          ${field.kind === 'number' && html`inputmode="numeric"`}
          value="${written[0] ?? ''}" ${described} ${invalid}>
      </div>`;
  }
}

/** Of so many lines it is told where they are; more than that nobody reads. */
const mostPlaces = 20;

function faultOf(field: Field, state: FormState, { words }: Locale): string {
  const lines = state.faults.get(field.name);
  if (!lines) return '';
  const said = state.faultTexts?.get(field.name) ?? field.fault;
  if (lines.length === 0) return said;
  const places = lines.slice(0, mostPlaces).map((line) => line + 1);
  const more = lines.length > mostPlaces ? ' …' : '';
  return `${said} ${words.settings.onLines(places.join(', ') + more)}`;
}

/** What a field holds, as a reader reads it. */
export function told(field: Field, values: Values, { words }: Locale): string {
  const held = (values[field.name] ?? []).filter((value) => value !== '');
  if (held.length === 0) return words.settings.empty;
  if (field.kind === 'check') return words.settings.yes;
  const labels = held.map(
    (value) => field.options?.find((option) => option.value === value)?.label ?? value,
  );
  return labels.join(', ');
}
