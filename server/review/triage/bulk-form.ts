import { html } from 'hono/html';
import { commentStatuses } from '../../store/comment-status.ts';
import type { Tag } from '../../store/tags.ts';
import type { SeenComment } from '../../store/triage.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { seenValue, valueOf, type Fields } from './read-change.ts';

/** What comments of one site can be given. */
export interface Choices {
  tags: Tag[];
  /** Those who may work with comments. */
  people: { id: number; name: string }[];
}

interface BulkForm {
  action: string;
  returnTo: string;
  shown: SeenComment[];
  /** Undefined when the comments are of several sites, which have none in common. */
  choices: Choices | undefined;
  /** What was chosen before and not taken. */
  kept?: Fields | undefined;
}

/**
 * The form that changes all comments whose boxes are checked, wherever those stand. Its many
 * choices are opened by whoever wants them: some screen readers read out all that is shown.
 */
export function bulkForm(
  { action, returnTo, shown, choices, kept = {} }: BulkForm,
  locale: Locale,
) {
  const { words, formats } = locale;
  const { triage } = words;
  const isKept = Object.keys(kept).length > 0;
  const select = (name: string, label: string, options: Html) =>
    html`<div>
      <label for="bulk-${name}">${label}</label>
      <select id="bulk-${name}" name="${name}">
        <option value="">${triage.keep}</option>
        ${options}
      </select>
    </div>`;
  const option = (name: string, value: string, text: string) =>
    html`<option value="${value}" ${valueOf(kept, name) === value && html`selected`}>${text}</option>`;
  const statuses = commentStatuses.map((status) =>
    option('status', status, triage.statuses[status]),
  );
  const scores = [
    option('score', 'left-out', triage.leaveOut),
    option('score', 'counted', triage.countIn),
  ];
  return html`<details class="bulk-fold" ${isKept && html`open`}>
    <summary id="bulk-start">${triage.bulkTitle}</summary>
    <form id="bulk" class="bulk fields" method="post" action="${action}">
      <input type="hidden" name="returnTo" value="${returnTo}">
      <input type="hidden" name="shown" value="${shown.map(seenValue).join(',')}">
      <p>${triage.bulkText}</p>
      <label class="choose">
        <input type="checkbox" name="all" value="yes" ${valueOf(kept, 'all') === 'yes' && html`checked`}>
        ${triage.allOnPage(formats.number(shown.length))}
      </label>
      <div class="bulk-choices">
        ${select('status', triage.status, html`${statuses}`)}
        ${choices && select('assignee', triage.assignee, people(choices, option, triage.nobody))}
        ${
          choices &&
          choices.tags.length > 0 &&
          select('tag', triage.tag, tagOptions(choices, option, locale))
        }
        ${select('score', triage.score, html`${scores}`)}
      </div>
      ${!choices && html`<p>${triage.bulkOneSite}</p>`}
      <button class="main-button">${triage.change}</button>
    </form>
  </details>`;
}

type Option = (name: string, value: string, text: string) => Html;

const people = (choices: Choices, option: Option, nobody: string): Html =>
  html`${option('assignee', 'nobody', nobody)}
  ${choices.people.map(({ id, name }) => option('assignee', String(id), name))}`;

function tagOptions({ tags }: Choices, option: Option, { words }: Locale): Html {
  return html`<optgroup label="${words.triage.addTag}">
      ${tags.map(({ id, name }) => option('tag', `add.${id}`, name))}
    </optgroup>
    <optgroup label="${words.triage.removeTag}">
      ${tags.map(({ id, name }) => option('tag', `remove.${id}`, name))}
    </optgroup>`;
}
