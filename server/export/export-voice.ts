import type { Cell } from './csv.ts';
import type { ExportColumn, ExportRecord } from './export-table.ts';

/** How a table for people is written. Programs read the contract's own names. */
export interface ExportVoice {
  /** What a column is called. */
  heading: (column: ExportColumn) => string;
  /** What a column tells, in words. */
  cell: (column: ExportColumn, record: ExportRecord) => Cell;
  /** What the sheet of a workbook is called: at most 25 characters, none of `[]:*?/\`. */
  sheetName: string;
}

/** As the contract has it. */
export const contractVoice: ExportVoice = {
  heading: (column) => column,
  cell: (column, record) => record[column] ?? null,
  sheetName: 'responses',
};
