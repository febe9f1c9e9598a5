import { isCalendarDate } from '../../contract/calendar-date.ts';
import { answers, type Answer } from '../../contract/response-schema.ts';
import { longestSearch } from '../../store/comment-search/search-query.ts';
import type { CommentCursor, CommentOrder } from '../../store/comment-search.ts';
import { commentStatuses, type CommentStatus } from '../../store/comment-status.ts';
import type { ReviewContext } from '../review-environment.ts';

/** What an address says about the comments to show, as it was written; empty when it does not. */
export interface Choices {
  q: string;
  /** A site's key. */
  site: string;
  /** A page's number. */
  page: string;
  section: string;
  language: string;
  answer: Answer | '';
  from: string;
  to: string;
  /** `edit` for comments since the last edit of their page. */
  since: 'edit' | '';
  tag: string;
  status: CommentStatus | '';
  /** An editor's number, `mine` or `nobody`. */
  responsible: string;
  score: 'counted' | 'left-out' | '';
}

export const noChoices: Choices = {
  q: '',
  site: '',
  page: '',
  section: '',
  language: '',
  answer: '',
  from: '',
  to: '',
  since: '',
  tag: '',
  status: '',
  responsible: '',
  score: '',
};

export type ChoiceName = keyof Choices;

export const choiceNames = Object.keys(noChoices) as ChoiceName[];

/** Reads the choices; what cannot be chosen is left out. */
export function readChoices(c: ReviewContext): Choices {
  const text = (name: string, length: number) =>
    (c.req.query(name) ?? '').trim().slice(0, length).toWellFormed();
  const number = (name: string) => (/^\d{1,15}$/.test(text(name, 20)) ? text(name, 20) : '');
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | '' =>
    values.find((value) => value === c.req.query(name)) ?? '';
  return {
    q: text('q', longestSearch),
    site: text('site', 40),
    page: number('page'),
    section: text('section', 500),
    language: text('language', 35).toLowerCase(),
    answer: oneOf('answer', answers),
    from: text('from', 20),
    to: text('to', 20),
    since: oneOf('since', ['edit']),
    tag: number('tag'),
    status: oneOf('status', commentStatuses),
    responsible: oneOf('responsible', ['mine', 'nobody']) || number('responsible'),
    score: oneOf('score', ['counted', 'left-out']),
  };
}

export const readOrder = (c: ReviewContext): CommentOrder =>
  c.req.query('order') === 'oldest' ? 'oldest' : 'newest';

/** Where the list goes on, as an address writes it. */
const cursorText = ({ tier, received, id }: CommentCursor): string => `${tier}-${received}-${id}`;

export function readCursor(c: ReviewContext): CommentCursor | null {
  const read = /^([01])-(\d{1,15})-(\d{1,15})$/.exec(c.req.query('after') ?? '');
  if (!read) return null;
  const [, tier, received, id] = read;
  return { tier: tier === '1' ? 1 : 0, received: Number(received), id: Number(id) };
}

/** The address of the list with these choices: short, as nothing that is empty is in it. */
export function listAddress(
  href: string,
  choices: Choices,
  order: CommentOrder,
  after?: CommentCursor,
): string {
  const query = new URLSearchParams();
  for (const name of choiceNames) if (choices[name] !== '') query.set(name, choices[name]);
  if (order === 'oldest') query.set('order', order);
  if (after) query.set('after', cursorText(after));
  return query.size === 0 ? href : `${href}?${query.toString()}`;
}

/** A date that exists; null when it is none. */
export const readDate = (text: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(text) && isCalendarDate(text) ? text : null;
