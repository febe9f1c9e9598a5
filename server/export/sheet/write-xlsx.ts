import { createByteRows } from '../byte-rows.ts';
import type { Cell } from '../csv.ts';
import type { ExportColumn, ExportRecord, ExportTable } from '../export-table.ts';
import type { ExportVoice } from '../export-voice.ts';
import { letterOf, lookOf, sheetCell, sheetStyles, toSerial } from './sheet-cells.ts';
import { sheetEnd, sheetPath, sheetStart, workbookFiles } from './workbook-files.ts';
import { zipEntries, type ZipEntry } from './zip-entries.ts';

/** The most rows of a sheet in spreadsheets; what is more goes into the next sheet. */
const longestSheet = 1_048_576;

export interface SheetChoice {
  /** What clocks show at a moment, in milliseconds since 1970. */
  localTime: (moment: number) => number;
  /** Another most number of rows, for testing. */
  rowsPerSheet?: number;
}

/** A table as a workbook (XLSX), part by part. */
export async function* writeXlsx(
  table: ExportTable,
  voice: ExportVoice,
  choice: SheetChoice,
): AsyncGenerator<Buffer, void> {
  yield* zipEntries(workbookEntries(table, voice, choice));
}

async function* workbookEntries(
  { columns, parts }: ExportTable,
  voice: ExportVoice,
  { localTime, rowsPerSheet = longestSheet }: SheetChoice,
): AsyncGenerator<ZipEntry> {
  const letters = columns.map((_, index) => letterOf(index));
  const rowOf = (values: Cell[], number: number, styleOf: (index: number) => number) => {
    const cells = values.map((value, index) =>
      sheetCell(value, `${letters[index] ?? ''}${number}`, styleOf(index)),
    );
    return `<row r="${number}">${cells.join('')}</row>`;
  };
  const styles = columns.map((column) => lookOf(column).style);
  const start =
    sheetStart(columns.map((column) => lookOf(column).width)) +
    rowOf(columns.map(voice.heading), 1, () => sheetStyles.heading);

  const iterator = parts[Symbol.asyncIterator]();
  let waiting: ExportRecord[] = [];
  const source = { isOver: false };

  async function* sheet() {
    const bytes = createByteRows();
    bytes.add(start);
    for (let number = 2; ;) {
      const fitting = waiting.slice(0, rowsPerSheet - number + 1);
      waiting = waiting.slice(fitting.length);
      for (const record of fitting) {
        const values = columns.map((column) => valueOf(column, record, voice, localTime));
        bytes.add(rowOf(values, number, (index) => styles[index] ?? 0));
        number += 1;
      }
      if (bytes.isFull()) yield bytes.take();
      if (waiting.length > 0) break;
      const result = await iterator.next();
      source.isOver = result.done === true;
      if (result.done) break;
      waiting = result.value;
    }
    bytes.add(sheetEnd);
    yield bytes.take();
  }

  const names: string[] = [];
  try {
    do {
      names.push(names.length === 0 ? voice.sheetName : `${voice.sheetName} ${names.length + 1}`);
      yield { path: sheetPath(names.length), content: sheet() };
    } while (!source.isOver);
  } finally {
    // Whoever stops reading here stops the reading of the database.
    await iterator.return?.();
  }
  for (const [path, text] of workbookFiles(names)) yield { path, content: [Buffer.from(text)] };
}

/** Days and moments are numbers in a sheet, so that they sort and filter as what they are. */
function valueOf(
  column: ExportColumn,
  record: ExportRecord,
  voice: ExportVoice,
  localTime: SheetChoice['localTime'],
): Cell {
  const value = record[column] ?? null;
  if (column === 'day' && typeof value === 'string') return toSerial(Date.parse(value));
  if (column === 'received' && typeof value === 'string') {
    return toSerial(localTime(Date.parse(value)));
  }
  return voice.cell(column, record);
}
