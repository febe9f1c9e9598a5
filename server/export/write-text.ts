import { createByteRows } from './byte-rows.ts';
import { toCsvRow, type Separator } from './csv.ts';
import type { ExportRecord, ExportTable } from './export-table.ts';
import type { ExportVoice } from './export-voice.ts';
import { tellRecord } from './tell-record.ts';

export interface CsvChoice {
  separator: Separator;
  /** Whether the file begins with the mark by which spreadsheets know UTF-8. */
  byteOrderMark: boolean;
}

/** A table as CSV, part by part. */
export async function* writeCsv(
  { columns, parts }: ExportTable,
  voice: ExportVoice,
  { separator, byteOrderMark }: CsvChoice,
): AsyncGenerator<Buffer, void> {
  const header = toCsvRow(columns.map(voice.heading), separator);
  const rowOf = (record: ExportRecord) =>
    toCsvRow(
      columns.map((column) => voice.cell(column, record)),
      separator,
    );
  yield* writeRows(parts, byteOrderMark ? `\ufeff${header}` : header, rowOf);
}

/** A table as one array of JSON, with one object on each line. */
export async function* writeJson({ parts }: ExportTable): AsyncGenerator<Buffer, void> {
  let between = '[\n';
  yield* writeRows(parts, '', (record) => {
    const row = between + JSON.stringify(tellRecord(record));
    between = ',\n';
    return row;
  });
  yield Buffer.from(between === '[\n' ? '[]\n' : '\n]\n');
}

/** A table as JSON lines, which programs read without holding all of it. */
export const writeJsonLines = ({ parts }: ExportTable): AsyncGenerator<Buffer, void> =>
  writeRows(parts, '', (record) => `${JSON.stringify(tellRecord(record))}\n`);

async function* writeRows(
  parts: ExportTable['parts'],
  start: string,
  rowOf: (record: ExportRecord) => string,
): AsyncGenerator<Buffer, void> {
  const bytes = createByteRows();
  bytes.add(start);
  for await (const part of parts) {
    for (const record of part) bytes.add(rowOf(record));
    if (bytes.isFull()) yield bytes.take();
  }
  const rest = bytes.take();
  if (rest.length > 0) yield rest;
}
