/** What a cell of a table may hold. */
export type Cell = string | number | null;

/** What stands between cells: spreadsheets in Sweden expect a semicolon. */
export const separators = [';', ','] as const;
export type Separator = (typeof separators)[number];

/**
 * A table as CSV (RFC 4180). Spreadsheets take text that starts with = + - @ for a
 * formula, and run it: such text is given an apostrophe in front, which they hide.
 */
export function toCsv(header: string[], rows: Cell[][]): string {
  return [header, ...rows].map((row) => toCsvRow(row)).join('');
}

/** One row of such a table, for those who write it part by part. */
export const toCsvRow = (row: Cell[], separator: Separator = ','): string =>
  `${row.map(toCell).join(separator)}\r\n`;

/** Also the signs as they are in Japanese and Chinese writing, which some programs take alike. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whoever opens the file with the other separator finds the text in one cell as far as can be. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
