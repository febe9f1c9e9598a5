import { html } from 'hono/html';
import { commentStatuses } from '../../store/comment-status.ts';
import type { CommentChange, CommentWork, PlacedComment } from '../../store/triage.ts';
import type { Locale } from '../locale.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import type { Choices } from './bulk-form.ts';
import { valueOf, valuesOf, type Fields } from './read-change.ts';
import { readChoices } from './read-choices.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

interface Handled {
  comment: PlacedComment;
  work: CommentWork;
  returnTo: string;
}

/** What the form showed: only what the editor has changed in it is changed. */
interface Shown {
  status: string;
  assignee: string;
  tags: string;
  counts: string;
}

/** The form of a comment's own page: status, assignee, tags and whether it counts. */
export async function handleForm(
  c: ReviewContext,
  { store, root }: Pick<TriageDependencies, 'store' | 'root'>,
  { comment, work, returnTo }: Handled,
): Promise<Html> {
  const { locale } = c.var;
  const { triage } = locale.words;
  const choices = await readChoices(store, comment.siteId);
  const shown: Shown = {
    status: work.status,
    assignee: work.assignee === null ? 'nobody' : String(work.assignee.id),
    tags: work.tags.map(({ id }) => id).join(','),
    counts: comment.leftOut ? '' : 'yes',
  };
  return html`<section aria-labelledby="handle">
    <h2 id="handle">${triage.handleTitle}</h2>
    <form class="fields" method="post" action="${root}/comments/${comment.id}/handle">
      <input type="hidden" name="returnTo" value="${returnTo}">
      <input type="hidden" name="version" value="${work.version}">
      ${Object.entries(shown).map(
        ([name, value]) =>
          html`<input type="hidden" name="shown-${name}" value="${String(value)}">`,
      )}
      <div>
        <label for="status">${triage.status}</label>
        <select id="status" name="status">
          ${commentStatuses.map((status) =>
            option(status, triage.statuses[status], status === work.status),
          )}
        </select>
      </div>
      <div>
        <label for="assignee">${triage.assignee}</label>
        <select id="assignee" name="assignee">
          ${option('nobody', triage.nobody, work.assignee === null)}
          ${peopleWith(work, choices).map(({ id, name }) =>
            option(String(id), name, id === work.assignee?.id),
          )}
        </select>
      </div>
      ${choices.tags.length > 0 && tagBoxes(work, choices, locale)}
      <label class="choose">
        <input type="checkbox" name="counts" value="yes" ${!comment.leftOut && html`checked`}>
        ${triage.counts}
      </label>
      <button class="main-button">${triage.save}</button>
    </form>
  </section>`;
}

const option = (value: string, text: string, isChosen: boolean): Html =>
  html`<option value="${value}" ${isChosen && html`selected`}>${text}</option>`;

/** Also the one who is responsible now, should that person no longer work with the site. */
function peopleWith({ assignee }: CommentWork, { people }: Choices) {
  return assignee === null || people.some(({ id }) => id === assignee.id)
    ? people
    : [...people, assignee];
}

function tagBoxes(work: CommentWork, { tags }: Choices, { words }: Locale): Html {
  return html`<fieldset>
    <legend>${words.triage.tags}</legend>
    <div class="tag-boxes">
      ${tags.map(
        ({ id, name }) =>
          html`<label class="choose">
            <input type="checkbox" name="tags" value="${id}"
              ${work.tags.some((tag) => tag.id === id) && html`checked`}>
            ${name}
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** What the editor has changed in the form. */
export function readHandled(fields: Fields): CommentChange {
  const change: CommentChange = {};
  const isOther = (name: keyof Shown) => valueOf(fields, name) !== valueOf(fields, `shown-${name}`);
  const status = commentStatuses.find((known) => known === valueOf(fields, 'status'));
  if (status && isOther('status')) change.status = status;
  const assignee = valueOf(fields, 'assignee');
  if (isOther('assignee') && /^(nobody|\d{1,15})$/.test(assignee)) {
    change.assigneeId = assignee === 'nobody' ? null : Number(assignee);
  }
  const before = valueOf(fields, 'shown-tags').split(',').filter(Boolean);
  const after = valuesOf(fields, 'tags');
  const numbers = (tags: string[]) => tags.map(Number).filter(Number.isSafeInteger);
  const added = numbers(after.filter((tag) => !before.includes(tag)));
  const removed = numbers(before.filter((tag) => !after.includes(tag)));
  if (added.length > 0) change.addTags = added;
  if (removed.length > 0) change.removeTags = removed;
  if (isOther('counts')) change.leftOut = valueOf(fields, 'counts') !== 'yes';
  return change;
}
