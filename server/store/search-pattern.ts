import { searchWords } from './search-words.ts';

/** What finds a text; regular expressions are such as JavaScript and PostgreSQL read alike. */
export interface SearchPattern {
  /** In small letters, vowels without accents: most addresses are written so. */
  bare: string;
  /** For text as people read it. */
  text: string;
  /** For an address, where letters with accents are codes: `%C3%B6` for `ö`. */
  address: string;
  /** For `like`, in small letters: whatever one of them finds, this finds too, and faster. */
  rough: string;
}

/**
 * What finds a text however either side has accents and capitals: `oppet` finds `Öppet` and
 * `%C3%96ppet`, and `Öppet` finds `oppet`.
 */
export function searchPattern(typed: string): SearchPattern {
  const { exact } = searchWords(decode(typed.toWellFormed()));
  const letters = Array.from(exact, (letter) => bareVowel(letter) ?? letter);
  return {
    bare: letters.join(''),
    text: letters.map(inText).join(''),
    address: letters.map(inAddress).join(''),
    rough: `%${letters.map(inRough).join('')}%`.replace(/%+/g, '%'),
  };
}

/** An address may be pasted, with its codes. */
function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The accents of å, ä, ö and é, where they are characters of their own. */
const accents = ['\u0301', '\u0308', '\u030a'];

/**
 * Vowels with accents, by the bare vowel: they are what is left out when Swedish is typed
 * without them. Each letter more would leave less that a first, rough look can go by.
 */
const accented = new Map<string, string[]>();
for (const letter of Array.from({ length: 0x40 }, (_, place) =>
  String.fromCodePoint(0xc0 + place),
)) {
  const bare = bareVowel(letter);
  if (bare !== undefined) accented.set(bare, [...(accented.get(bare) ?? []), letter]);
}

/** The vowel of a letter from Western Europe; undefined when it is another letter. */
function bareVowel(letter: string): string | undefined {
  const { folded } = searchWords(letter);
  return letter <= '\u00ff' && /^[aeiou]$/.test(folded) ? folded : undefined;
}

function inText(letter: string): string {
  const others = otherSpellings(letter);
  const isPlain = others.length === 0;
  return isPlain ? escape(letter) : `[${letter}${others.join('')}][${accents.join('')}]?`;
}

function inAddress(letter: string): string {
  const codes = [letter, ...otherSpellings(letter)]
    .map((spelling) => encodeURI(spelling))
    .filter((code) => code.startsWith('%'));
  if (codes.length === 0) return escape(letter);
  const accent = accents.map((each) => encodeURI(each)).join('|');
  return `(?:${escape(letter)}(?:${accent})?|${codes.join('|')})`;
}

/** Only what is always written alike is looked for, whatever is between. */
const inRough = (letter: string): string =>
  encodeURI(letter) === letter && !accented.has(letter) ? letter.replace('_', '\\_') : '%';

/** Databases know the capitals of a to z only. */
function otherSpellings(letter: string): string[] {
  const capital = letter.toUpperCase();
  const isOne = letter > '\u007f' && capital !== letter && Array.from(capital).length === 1;
  return [...(isOne ? [capital] : []), ...(accented.get(letter) ?? [])];
}

const escape = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
