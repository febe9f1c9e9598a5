import type { ExportVoice } from '../../export/export-voice.ts';
import type { Locale } from '../locale.ts';

/**
 * A table in an editor's language.
 * @param localTime what the clocks show at a moment, in milliseconds since 1970
 */
export function editorVoice({ words }: Locale, localTime: (moment: number) => number): ExportVoice {
  const { columns, sheet } = words.exporting;
  const answers: Record<string, string> = { yes: words.yes, no: words.no, partly: words.partly };
  return {
    sheetName: sheet,
    heading: (column) => columns[column],
    cell(column, record) {
      const value = record[column] ?? null;
      if (typeof value !== 'string') return value;
      if (column === 'answer' || column === 'leftOut') return answers[value] ?? value;
      if (column !== 'received') return value;
      const shown = new Date(localTime(Date.parse(value)));
      return shown.toISOString().slice(0, 19).replace('T', ' ');
    },
  };
}
