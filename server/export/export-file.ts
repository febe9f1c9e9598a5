import type { Separator } from './csv.ts';
import {
  countColumns,
  responseColumns,
  tellCounts,
  tellResponse,
  type ExportContent,
  type ExportRecord,
  type ExportTable,
} from './export-table.ts';
import type { ExportVoice } from './export-voice.ts';
import { readCounts, readResponses } from './read-parts.ts';
import { writeCsv, writeJson, writeJsonLines } from './write-text.ts';
import { writeXlsx } from './sheet/write-xlsx.ts';
import type { ExportFilter, Exports } from '../store/exports.ts';

export const exportFormats = ['csv', 'xlsx', 'json', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What each kind of file is, as browsers and programs name it. */
export const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

export interface FileChoice {
  format: ExportFormat;
  /** How CSV is written; else it has no mark at its start, and commas. */
  separator?: Separator;
  byteOrderMark?: boolean;
  voice: ExportVoice;
  localTime: (moment: number) => number;
}

/** How many rows have been written so far. */
export interface RowCount {
  rows: number;
}

/** The table of an export, as the database tells it now. */
export const exportTable = (
  store: Exports,
  filter: ExportFilter,
  content: ExportContent,
): ExportTable =>
  content === 'responses'
    ? { columns: responseColumns, parts: told(readResponses(store, filter), tellResponse) }
    : { columns: countColumns, parts: told(readCounts(store, filter), tellCounts) };

/** Each row of each part as what is told of it. */
export async function* told<Row>(
  parts: AsyncIterable<Row[]>,
  tell: (row: Row) => ExportRecord,
): AsyncGenerator<ExportRecord[]> {
  for await (const part of parts) yield part.map(tell);
}

/**
 * A table as a file, part by part.
 * @param count is kept up to date while rows are written
 */
export function exportFile(
  { columns, parts }: ExportTable,
  { format, separator = ',', byteOrderMark = false, voice, localTime }: FileChoice,
  count: RowCount,
): AsyncGenerator<Buffer, void> {
  const table = { columns, parts: counted(parts, count) };
  if (format === 'csv') return writeCsv(table, voice, { separator, byteOrderMark });
  if (format === 'xlsx') return writeXlsx(table, voice, { localTime });
  return format === 'json' ? writeJson(table) : writeJsonLines(table);
}

/**
 * The same parts.
 * @param count is kept up to date while they are read
 */
export async function* counted<Row>(
  parts: AsyncIterable<Row[]>,
  count: RowCount,
): AsyncGenerator<Row[]> {
  for await (const part of parts) {
    count.rows += part.length;
    yield part;
  }
}
