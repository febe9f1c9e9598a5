import { html } from 'hono/html';
import type { MaskChoice } from '../../export/mask-comment.ts';
import type { Html } from '../review-environment.ts';
import type { EditorsWish, Fields } from './read-wish.ts';
import { hidden, hiddenWish } from './wish-form.ts';

/** The most characters of the words that are masked. */
export const longestWords = 2000;

/** How far an editor has come with a copy: it goes with each form, so nothing is kept here. */
export interface CopyState {
  wish: EditorsWish;
  /** What came in later is not in the copy. */
  until: Date;
  /** The fingerprint of what the editor has looked at; empty at first. */
  seen: string;
  choice: MaskChoice;
  /** The part of the comments that is shown, from 0. */
  part: number;
}

/**
 * Reads the state of a form.
 * @param marked the comments that are ticked among those that the form showed
 */
export function readCopyState(
  wish: EditorsWish,
  fields: Fields,
  marked: number[],
  now: Date,
): CopyState {
  const until = Number(fields('until'));
  const shown = new Set(unpackNumbers(fields('shown')));
  const elsewhere = unpackNumbers(fields('masked')).filter((id) => !shown.has(id));
  const part = Number(fields('part'));
  return {
    wish,
    until: until > 0 && until < now.getTime() ? new Date(until) : now,
    seen: fields('seen').slice(0, 64),
    choice: {
      comments: new Set([...elsewhere, ...marked.filter((id) => shown.has(id))]),
      words: fields('words').slice(0, longestWords),
    },
    part: Number.isSafeInteger(part) && part > 0 ? part : 0,
  };
}

/** The state as hidden fields, but for the words to mask. */
export const hiddenState = ({ wish, until, seen, choice, part }: CopyState): Html =>
  html`${hiddenWish(wish)}${hidden('until', String(until.getTime()))}${hidden('seen', seen)}
  ${hidden('masked', packNumbers([...choice.comments]))}${hidden('part', String(part))}`;

/** Numbers in few characters: each as how much it is more than the one before. */
export function packNumbers(numbers: number[]): string {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted.map((number, index) => (number - (sorted[index - 1] ?? 0)).toString(36)).join('.');
}

function unpackNumbers(text: string): number[] {
  let number = 0;
  return text
    .split('.')
    .filter((step) => /^[\da-z]{1,10}$/.test(step))
    .map((step) => (number += Number.parseInt(step, 36)));
}
