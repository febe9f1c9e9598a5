import { html } from 'hono/html';
import type { Member } from '../../store/people.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';

/** Somebody who answers for a page. */
export interface Owner {
  id: number;
  name: string;
}

/** Who may answer for pages: those who may work with them. */
const eligible = (members: Member[]): Member[] => members.filter(({ role }) => role !== 'reader');

/**
 * The choice of who answers for a page or a section.
 * @param chosen whoever does now; offered also when that person could no longer be chosen
 */
export function ownerChoice(members: Member[], chosen: Owner | null, { words }: Locale): Html {
  const people = eligible(members).map(({ editorId: id, name }) => ({ id, name }));
  const isOffered = chosen === null || people.some(({ id }) => id === chosen.id);
  const all = isOffered ? people : [...people, chosen];
  return html`<div>
    <label for="owner">${words.owner.choose}</label>
    <select id="owner" name="owner">
      <option value="">${words.owner.nobody}</option>
      ${all.map(
        ({ id, name }) =>
          html`<option value="${id}" ${id === chosen?.id && html`selected`}>${name}</option>`,
      )}
    </select>
  </div>`;
}

/** Whom a form names. */
export type NamedOwner =
  { kind: 'somebody'; owner: Owner } | { kind: 'nobody' } | { kind: 'unknown' };

/** Reads a choice; a person who may not answer for pages of the site is unknown. */
export function readOwner(value: unknown, members: Member[]): NamedOwner {
  if (value === '') return { kind: 'nobody' };
  const found = eligible(members).find(({ editorId }) => String(editorId) === value);
  return found
    ? { kind: 'somebody', owner: { id: found.editorId, name: found.name } }
    : { kind: 'unknown' };
}
