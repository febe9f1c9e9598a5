import { searchWords } from '../search-words.ts';

/** One word that is looked for, or several that stand beside each other. */
export interface SearchTerm {
  /** As written: å, ä and ö are letters of their own. */
  exact: string[];
  /** Without accents. */
  folded: string[];
}

/** What an editor looks for: comments that have all of the terms. */
export interface SearchQuery {
  terms: SearchTerm[];
  /** Whether the last word may be the beginning of one: somebody may still be typing it. */
  isBeginning: boolean;
}

/** Of what is typed, so many characters are read. */
export const longestSearch = 200;

const mostTerms = 10;

/** Fewer letters than this are a word of their own, not the beginning of one. */
const fewestLetters = 2;

/** What words are made of, as the index separates them. Emoji and signs are no words. */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** A phrase in quotation marks of any kind, one that is not ended, or a run of other signs. */
const part = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^\s"“”„«»]+/gu;

/**
 * Reads what somebody has typed: anything at all is safe.
 * @returns null when there is no word in it
 */
export function readSearch(typed: string): SearchQuery | null {
  const text = typed.slice(0, longestSearch).toWellFormed();
  const terms: SearchTerm[] = [];
  let isBeginning = false;
  for (const [whole, quoted, end] of text.matchAll(part)) {
    const exact = wordsOf(quoted ?? whole);
    if (exact.length === 0) continue;
    if (terms.length === mostTerms) break;
    terms.push({ exact, folded: exact.map(fold) });
    const last = exact.at(-1) ?? '';
    // Who closes the quotation marks has said all of it.
    isBeginning = (quoted === undefined || end === '') && [...last].length >= fewestLetters;
  }
  return terms.length === 0 ? null : { terms, isBeginning };
}

/** The words of a text, as the index has them. */
const wordsOf = (text: string): string[] => searchWords(text).exact.match(word) ?? [];

const fold = (exact: string): string => searchWords(exact).folded || exact;

/** A word of a text with its place in it. */
interface PlacedWord {
  exact: string;
  folded: string;
  start: number;
  end: number;
}

/** From where to where in a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Finds the places in a text that a search is about, in their order and without overlaps. */
export function findSpans(text: string, query: SearchQuery): Span[] {
  const words = placeWords(text);
  const spans = query.terms.flatMap((term, number) =>
    placesOf(words, term, query.isBeginning && number === query.terms.length - 1),
  );
  const merged: Span[] = [];
  for (const span of spans.sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/**
 * Whether a text has all that is looked for.
 * @param asWritten whether only whole words as they are written will do
 */
export function matchesSearch(text: string, query: SearchQuery, asWritten: boolean): boolean {
  const words = placeWords(text);
  return query.terms.every((term, number) => {
    const isBeginning = query.isBeginning && number === query.terms.length - 1;
    return placesOf(words, term, isBeginning && !asWritten, asWritten).length > 0;
  });
}

const placeWords = (text: string): PlacedWord[] =>
  [...text.matchAll(word)].map((match) => {
    const exact = match[0].normalize('NFC').toLowerCase();
    return { exact, folded: fold(exact), start: match.index, end: match.index + match[0].length };
  });

function placesOf(
  words: PlacedWord[],
  { exact, folded }: SearchTerm,
  isBeginning: boolean,
  asWritten = false,
): Span[] {
  const isAt = (place: number) =>
    exact.every((wanted, offset) => {
      const found = words[place + offset];
      if (!found) return false;
      if (asWritten) return found.exact === wanted;
      const plain = folded[offset] ?? '';
      return isBeginning && offset === exact.length - 1
        ? found.folded.startsWith(plain)
        : found.folded === plain;
    });
  return words.flatMap(({ start }, place) => {
    const last = words[place + exact.length - 1];
    return last && isAt(place) ? [{ start, end: last.end }] : [];
  });
}
