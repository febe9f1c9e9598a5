import { commentStatuses } from '../../store/comment-status.ts';
import type { CommentChange, SeenComment } from '../../store/triage.ts';

/** A form's fields; one with several values has them all. */
export type Fields = Record<string, unknown>;

/** All values of a field that are text. */
export const valuesOf = (fields: Fields, name: string): string[] =>
  [fields[name]].flat().filter((value) => typeof value === 'string');

export const valueOf = (fields: Fields, name: string): string => valuesOf(fields, name)[0] ?? '';

/** A comment with the version that the editor saw, as it stands in a form: `12.3`. */
export const seenValue = ({ id, version }: SeenComment): string => `${id}.${version}`;

function readSeen(text: string): SeenComment[] {
  const [, id, version] = /^(\d{1,15})\.(\d{1,9})$/.exec(text.trim()) ?? [];
  return id === undefined ? [] : [{ id: Number(id), version: Number(version) }];
}

/** Which comments a form is about: the one of a button, the chosen, or all that were shown. */
export interface ChangeForm {
  seen: SeenComment[];
  change: CommentChange;
  /** Whether it is about one comment, so that the editor can be asked when it was changed. */
  isOne: boolean;
}

/** Reads a form of a list: a button of one card, or the form for several. */
export function readChangeForm(fields: Fields): ChangeForm {
  const [id = '', version = '', deed = ''] = valueOf(fields, 'one').split('.');
  const one = readSeen(`${id}.${version}`);
  if (one.length > 0) return { seen: one, change: changeOfButton(deed), isOne: true };
  const values =
    valueOf(fields, 'all') === 'yes'
      ? valueOf(fields, 'shown').split(',')
      : valuesOf(fields, 'chosen');
  const seen = new Map(values.flatMap(readSeen).map((each) => [each.id, each]));
  return {
    seen: [...seen.values()],
    change: readChange(fields),
    isOne: valueOf(fields, 'single') === 'yes',
  };
}

function changeOfButton(deed: string): CommentChange {
  if (deed === 'fixed') return { status: 'fixed' };
  return deed === 'left-out' || deed === 'counted' ? { leftOut: deed === 'left-out' } : {};
}

/** What is to be changed: fields that are left at their first choice change nothing. */
function readChange(fields: Fields): CommentChange {
  const change: CommentChange = {};
  const status = commentStatuses.find((known) => known === valueOf(fields, 'status'));
  if (status) change.status = status;
  const assignee = valueOf(fields, 'assignee');
  if (assignee === 'nobody') change.assigneeId = null;
  else if (/^\d{1,15}$/.test(assignee)) change.assigneeId = Number(assignee);
  const tags = (way: string) =>
    valuesOf(fields, 'tag').flatMap((value) => {
      const [, of, id] = /^(add|remove)\.(\d{1,15})$/.exec(value) ?? [];
      return of === way ? [Number(id)] : [];
    });
  if (tags('add').length > 0) change.addTags = tags('add');
  if (tags('remove').length > 0) change.removeTags = tags('remove');
  const score = valueOf(fields, 'score');
  if (score === 'left-out' || score === 'counted') change.leftOut = score === 'left-out';
  return change;
}

/** The same change as fields, to be sent again. */
export function fieldsOfChange({
  status,
  assigneeId,
  addTags = [],
  removeTags = [],
  leftOut,
}: CommentChange): [string, string][] {
  return [
    ...(status === undefined ? [] : ([['status', status]] as [string, string][])),
    ...(assigneeId === undefined
      ? []
      : ([['assignee', assigneeId === null ? 'nobody' : String(assigneeId)]] as [
          string,
          string,
        ][])),
    ...addTags.map((id): [string, string] => ['tag', `add.${id}`]),
    ...removeTags.map((id): [string, string] => ['tag', `remove.${id}`]),
    ...(leftOut === undefined
      ? []
      : ([['score', leftOut ? 'left-out' : 'counted']] as [string, string][])),
  ];
}
