import type { Cell } from '../csv.ts';
import type { ExportColumn } from '../export-table.ts';
import { toSheetText } from './sheet-text.ts';

/** The numbers of the formats that `styles.xml` has. */
export const sheetStyles = { plain: 0, heading: 1, day: 2, moment: 3, lines: 4 } as const;

/** How each kind of column looks: its width in characters and the format of its cells. */
const looks: Partial<Record<ExportColumn, { width: number; style: number }>> = {
  address: { width: 50, style: sheetStyles.plain },
  title: { width: 40, style: sheetStyles.plain },
  day: { width: 12, style: sheetStyles.day },
  received: { width: 20, style: sheetStyles.moment },
  comment: { width: 80, style: sheetStyles.lines },
  status: { width: 22, style: sheetStyles.plain },
  tags: { width: 30, style: sheetStyles.plain },
  history: { width: 80, style: sheetStyles.lines },
};

const usualLook = { width: 14, style: sheetStyles.plain };

export const lookOf = (column: ExportColumn) => looks[column] ?? usualLook;

/** Spreadsheets count days from 1899-12-30; the first of 1970 is this one. */
const firstOf1970 = 25_569;
const aDay = 24 * 60 * 60 * 1000;

/** A moment, as the clocks show it, the way spreadsheets count. */
export const toSerial = (shown: number): number => shown / aDay + firstOf1970;

/** The name of a column in a sheet: A, B … Z, AA. */
export const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letterOf(Math.floor(index / 26) - 1) + letterOf(index % 26);

/**
 * A cell as SpreadsheetML (ECMA-376). Text stands in the cell itself, and is text: none is
 * a formula, whatever it begins with.
 * @param place such as `B2`
 */
export function sheetCell(value: Cell, place: string, style: number): string {
  if (value === null) return '';
  const attributes = style === sheetStyles.plain ? `r="${place}"` : `r="${place}" s="${style}"`;
  if (typeof value === 'number') return `<c ${attributes}><v>${value}</v></c>`;
  const text = toSheetText(value);
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
