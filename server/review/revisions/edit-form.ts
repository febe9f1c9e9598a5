import { html } from 'hono/html';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { longestNote, type EditFault, type TypedEdit } from './read-edit.ts';

/** Nothing written yet. */
export const blankEdit: TypedEdit = { day: '', note: '' };

/**
 * The form with which an editor enters that a page was changed.
 * @param fault what is wrong with what was written: said inside the field's label
 */
export function editForm(
  action: string,
  { typed, fault }: { typed: TypedEdit; fault?: EditFault },
  locale: Locale,
): Html {
  const { words } = locale;
  const dayFault = fault !== undefined && fault !== 'note' && words.editFaults[fault];
  return html`<form class="fields" method="post" action="${action}">
    <div>
      <label for="edit-day"
        >${words.editDay} ${dayFault && html`<span class="fault">${dayFault}</span>`}</label
      >
      <p class="quiet" id="edit-day-hint">${words.editDayHint}</p>
      <input id="edit-day" name="day" type="text" autocomplete="off" aria-required="true" maxlength="10"
        value="${typed.day}" aria-describedby="edit-day-hint"
        ${dayFault && html`aria-invalid="true" autofocus`}>
    </div>
    ${noteField(typed.note, fault === 'note', locale)}
    <button class="main-button">${words.addEdit}</button>
  </form>`;
}

/** The field of the note, in the forms that add and change. */
export function noteField(note: string, isTooLong: boolean, { words, formats }: Locale): Html {
  const most = formats.number(longestNote);
  const fault = isTooLong && html`<span class="fault">${words.editFaults.note(most)}</span>`;
  return html`<div>
    <label for="edit-note">${words.editNote} ${fault}</label>
    <p class="quiet" id="edit-note-hint">${words.editNoteHint(most)}</p>
    <input id="edit-note" name="note" type="text" autocomplete="off" maxlength="${longestNote}"
      value="${note}" aria-describedby="edit-note-hint"
      ${isTooLong && html`aria-invalid="true" autofocus`}>
  </div>`;
}
