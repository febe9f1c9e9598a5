import type { ExportColumn } from '../../export/export-table.ts';
import type { ExportVoice } from '../../export/export-voice.ts';
import type { CommentEvent } from '../../store/triage.ts';
import type { Locale } from '../locale.ts';
import { deedInHistory } from '../triage/deed-words.ts';

/**
 * A table in an editor's language.
 * @param localTime what the clocks show at a moment, in milliseconds since 1970
 */
export function editorVoice(locale: Locale, localTime: (moment: number) => number): ExportVoice {
  const { words } = locale;
  const { columns, sheet, surveys } = words.exporting;
  const answers = { yes: words.yes, no: words.no, partly: words.partly };
  /** The columns of which each value is one of a few that have words. */
  const known: Partial<Record<ExportColumn, Record<string, string>>> = {
    ...{ answer: answers, leftOut: answers, survey: surveys, status: words.triage.statuses },
  };
  return {
    sheetName: sheet,
    heading: (column) => columns[column],
    cell(column, record) {
      if (column === 'history') return toLines(record.history, (each) => inHistory(each, locale));
      if (column === 'tags') return record.tags?.join(', ') || null;
      const value = record[column] ?? null;
      if (typeof value !== 'string') return value;
      const inWords = known[column]?.[value];
      if (inWords !== undefined) return inWords;
      if (column !== 'received') return value;
      const shown = new Date(localTime(Date.parse(value)));
      return shown.toISOString().slice(0, 19).replace('T', ' ');
    },
  };
}

const toLines = (
  events: CommentEvent[] | null | undefined,
  tell: (event: CommentEvent) => string,
): string | null => (events && events.length > 0 ? events.map(tell).join('\n') : null);

/** An event as the comment's own page tells it. Only its first line stands at the edge. */
function inHistory({ at, actor, deed }: CommentEvent, locale: Locale): string {
  const told = `${locale.formats.moment(at)} ${actor}: ${deedInHistory(deed, locale)}`;
  const whole = deed.action === 'noted' ? `${told}: ${deed.note}` : told;
  return whole.replace(/\r\n?|\n/g, '\n    ');
}
