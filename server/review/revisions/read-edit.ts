import { isCalendarDate } from '../../contract/calendar-date.ts';
import { characterCount } from '../../contract/limits.ts';
import { firstDay, toldDay } from '../../revisions/told-day.ts';

/** The most characters of an editor's note. */
export const longestNote = 200;

/** What an editor wrote about a change, as it was written. */
export interface TypedEdit {
  day: string;
  note: string;
}

export type EditFault = 'day' | 'early' | 'known' | 'note';

/** Reads the fields of the forms that add and change. */
export function readEdit(fields: Record<string, unknown>): TypedEdit {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name].trim() : '');
  return { day: text('day'), note: text('note').replace(/\s+/g, ' ') };
}

/** @param today as `2026-11-22`: what has not happened yet is no change */
export function findFault({ day, note }: TypedEdit, today: string): EditFault | undefined {
  if (day.length !== 10 || !isCalendarDate(day)) return 'day';
  if (day < firstDay) return 'early';
  if (toldDay(day, today) === null) return 'day';
  return isNoteTooLong(note) ? 'note' : undefined;
}

export const isNoteTooLong = (note: string): boolean => characterCount(note) > longestNote;
