/**
 * The beginning of a text on one line, cut at the end of a word.
 * @param text any text
 * @param length the most characters (Unicode code points) that are kept
 */
export function excerpt(text: string, length = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= length) return line;
  // One more than is kept: the cut may fall just where a word ends.
  const start = characters.slice(0, length + 1).join('');
  const wordEnd = start.lastIndexOf(' ');
  const kept = wordEnd > 0 ? start.slice(0, wordEnd) : characters.slice(0, length).join('');
  return `${kept} …`;
}
