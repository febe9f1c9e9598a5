/** The most characters (UTF-16 code units) of a cell in spreadsheets. */
const longestCell = 32_767;

/** What XML would read otherwise or cannot hold, and escapes that spreadsheets would undo. */
const awkward = /[&<>\p{Cc}\ufffe\uffff]|_(?=x[\da-f]{4}_)/giu;

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\t': '\t',
  '\n': '\n',
  // Else `_x0041_` in a text would be read as the letter A.
  _: '_x005F_',
};

/**
 * A text as a cell of a sheet holds it. Characters that no XML can hold are left out, and
 * what is longer than a cell can be ends with an ellipsis.
 */
export function toSheetText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const fitting = lines.length > longestCell ? cut(lines) : lines;
  return fitting.toWellFormed().replace(awkward, (sign) => escapes[sign] ?? '');
}

/** No sign of two code units is cut in half. */
const cut = (text: string) => `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;
