import type { Cell } from './csv.ts';
import type { ExportColumn, ExportRecord } from './export-table.ts';
import { tellEvent } from './tell-record.ts';

/** How a table for people is written. Programs read the contract's own names. */
export interface ExportVoice {
  /** What a column is called. */
  heading: (column: ExportColumn) => string;
  /** What a column tells, in words. */
  cell: (column: ExportColumn, record: ExportRecord) => Cell;
  /** What the sheet of a workbook is called: at most 25 characters, none of `[]:*?/\`. */
  sheetName: string;
}

/** As the contract has it; lists are written as JSON, so that programs can read them. */
export const contractVoice: ExportVoice = {
  heading: (column) => column,
  cell(column, record) {
    const value = (column === 'history' ? record.history?.map(tellEvent) : record[column]) ?? null;
    if (!Array.isArray(value)) return value;
    return value.length > 0 ? JSON.stringify(value) : null;
  },
  sheetName: 'responses',
};
