import type { CommentChange, CommentDeed, CommentWork } from '../../store/triage.ts';
import type { Tag } from '../../store/tags.ts';
import type { Locale } from '../locale.ts';

/** What a deed left behind, in words; a note is told as that, not by what it says. */
function deedInWords(deed: CommentDeed, { words }: Locale): string {
  const { deeds, statuses } = words.triage;
  switch (deed.action) {
    case 'status':
      return deeds.status(statuses[deed.to]);
    case 'assigned':
      return deed.to ? deeds.assigned(deed.to.name) : deeds.unassigned;
    case 'tagged':
    case 'untagged':
      return deeds[deed.action](deed.tag.name);
    default:
      return deeds[deed.action];
  }
}

/** The same for a history, where it also tells what was before. */
export function deedInHistory(deed: CommentDeed, locale: Locale): string {
  const { deeds, statuses } = locale.words.triage;
  return deed.action === 'status'
    ? deeds.statusFrom(statuses[deed.from], statuses[deed.to])
    : deedInWords(deed, locale);
}

/** Deeds on one or many comments as one line, each told once. */
export const deedsInWords = (deeds: CommentDeed[], locale: Locale): string =>
  [...new Set(deeds.map((deed) => deedInWords(deed, locale)))].join('. ') + '.';

/** What somebody wants to do, as lines. */
export function changeInWords(
  { status, assigneeId, addTags = [], removeTags = [], leftOut }: CommentChange,
  choices: { tags: Tag[]; people: { id: number; name: string }[] },
  { words }: Locale,
): string[] {
  const { deeds, statuses } = words.triage;
  const lines: string[] = [];
  if (status !== undefined) lines.push(deeds.status(statuses[status]));
  if (assigneeId === null) lines.push(deeds.unassigned);
  const person = choices.people.find(({ id }) => id === assigneeId);
  if (person) lines.push(deeds.assigned(person.name));
  for (const { id, name } of choices.tags) {
    if (addTags.includes(id)) lines.push(deeds.tagged(name));
    if (removeTags.includes(id)) lines.push(deeds.untagged(name));
  }
  if (leftOut !== undefined) lines.push(leftOut ? deeds['left-out'] : deeds.counted);
  return lines;
}

/** How far editors have come with a comment, as pairs of what and how. */
export function workInWords(work: CommentWork, { words }: Locale): [string, string][] {
  const { status, assignee, tags, statuses } = words.triage;
  const pairs: [string, string][] = [[status, statuses[work.status]]];
  if (work.assignee) pairs.push([assignee, work.assignee.name]);
  if (work.tags.length > 0) pairs.push([tags, work.tags.map(({ name }) => name).join(', ')]);
  return pairs;
}
