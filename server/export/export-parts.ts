import { toCsvRow, type Cell } from '../api/csv.ts';
import type { ExportedResponse, ExportFilter, Exports } from '../store/exports.ts';

export const exportFormats = ['json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How many responses are read and written at a time. */
const partSize = 1000;

/** The columns, as the contract names them. */
const columns = [
  ...['address', 'title', 'day', 'received', 'answer', 'rating', 'survey', 'pageLanguage'],
  ...['widgetLanguage', 'pageUpdated', 'leftOut', 'suspicion', 'comment'],
] as const;

/**
 * Writes responses as text, part by part.
 * @param counted is told how many responses each part holds
 */
export async function* exportParts(
  store: Exports,
  filter: ExportFilter,
  format: ExportFormat,
  counted: (responses: number) => void,
): AsyncGenerator<string> {
  const write = format === 'csv' ? toCsvLine : toJsonLine;
  if (format === 'csv') yield toCsvRow([...columns]);
  let last: ExportedResponse | undefined;
  do {
    const part = await store.listForExport(filter, last ?? null, partSize);
    last = part.at(-1);
    counted(part.length);
    yield part.map(write).join('');
  } while (last);
}

/** One JSON object a line, which programs read without holding all of it. */
const toJsonLine = (response: ExportedResponse): string => `${JSON.stringify(told(response))}\n`;

const toCsvLine = (response: ExportedResponse): string => toCsvRow(Object.values(told(response)));

/** What is told of a response: its numbers in the database are nobody's business. */
function told(response: ExportedResponse): Record<(typeof columns)[number], Cell> {
  const { address, title, day, answer, rating, survey, suspicion, comment } = response;
  return {
    ...{ address, title, day, received: response.received.toISOString(), answer, rating, survey },
    pageLanguage: response.pageLanguage,
    widgetLanguage: response.widgetLanguage,
    pageUpdated: response.pageUpdated,
    leftOut: response.leftOut ? 'yes' : 'no',
    ...{ suspicion, comment },
  };
}
