import { findPersonalData, type PersonalData } from '../../contract/personal-data.ts';

/** What stands in place of words that are hidden; the same in all languages, as in the data. */
export const mask = '[dolt]';

/** A piece of a text, in UTF-16 code units. */
export interface Piece {
  start: number;
  end: number;
}

/** A text as it was when the editor read it, and what is to be hidden in it. */
export interface Masking {
  text: string;
  /** The pieces, in order and apart. */
  pieces: Piece[];
  /** What the editor wrote that does not stand in the text. */
  missing: string[];
}

/** Names a piece in a form. */
export const nameOfPiece = ({ start, end }: Piece): string => `${start}-${end}`;

/** The personal data that rules can find, to propose it. */
export const proposals = (text: string, allowedNumbers: string[]): PersonalData[] =>
  findPersonalData(text, allowedNumbers);

/**
 * Finds what is to be hidden.
 * @param chosen the proposals that were chosen, by their names
 * @param more words or sequences of words, one a line; each is hidden wherever it stands
 */
export function findPieces(
  text: string,
  allowedNumbers: string[],
  chosen: string[],
  more: string,
): Masking {
  const pieces: Piece[] = proposals(text, allowedNumbers).filter((found) =>
    chosen.includes(nameOfPiece(found)),
  );
  const missing: string[] = [];
  for (const line of more.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const found = findWords(text, line);
    if (found.length === 0) missing.push(line);
    pieces.push(...found);
  }
  return { text, pieces: apart(pieces), missing };
}

/** Where words stand in a text, whole and in any case; a name is no part of a longer word. */
function findWords(text: string, words: string): Piece[] {
  const escaped = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Pieces in order, with those that touch or overlap as one. */
function apart(pieces: Piece[]): Piece[] {
  const ordered = pieces.toSorted((one, other) => one.start - other.start);
  const result: Piece[] = [];
  for (const { start, end } of ordered) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The text cut at what is hidden: between each two parts there is something hidden. */
export function partsAround({ text, pieces }: Masking): string[] {
  const starts = [0, ...pieces.map(({ end }) => end)];
  const ends = [...pieces.map(({ start }) => start), text.length];
  return starts.map((start, index) => text.slice(start, ends[index]));
}

/** The text with a mask in place of all that is hidden. */
export const maskedText = (masking: Masking): string => partsAround(masking).join(mask);
