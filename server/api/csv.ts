/** What a cell of a table may hold. */
export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180). Spreadsheets take text that starts with = + - @ for a
 * formula, and run it: such text is given an apostrophe in front, which they hide.
 */
export function toCsv(header: string[], rows: Cell[][]): string {
  return [header, ...rows].map(toCsvRow).join('');
}

/** One row of such a table, for those who write it part by part. */
export const toCsvRow = (row: Cell[]): string => `${row.map(toCell).join(',')}\r\n`;

function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
