/*
 * Languages that nobody speaks, made from the Swedish text for the tests. They
 * show what a translation would break before there is one.
 */

/** The mark below each letter of the accented language. */
export const accent = '\u0323';

/** The Hebrew letters, which run right-to-left: from alef on, 27 with the final forms. */
const [alef, hebrewLetters] = [0x05d0, 27];

const word = /\p{L}+/gu;

/** How each pseudo-language alters a text. Placeholders are no part of a text. */
export const pseudoLanguages = {
  /** A letter without the mark was written somewhere else than among the words. */
  accented: (text: string) => text.replace(/\p{L}/gu, (letter) => letter + accent),

  /** Each word has 60 % more letters, so that with the spaces each text is at least 40 % longer. */
  longer: (text: string) =>
    text.replace(word, (letters) => letters + letters.slice(-Math.ceil(letters.length * 0.6))),

  /**
   * Runs, wraps and aligns as Yiddish and Arabic do: a Hebrew letter for each
   * letter makes no words. (Overriding the direction of Latin letters, as other
   * tools do, makes Firefox measure lines that end in a space too long.)
   */
  'right-to-left': (text: string) =>
    text.replace(/\p{L}/gu, (letter) => {
      const place = (letter.toLowerCase().codePointAt(0) ?? 0) % hebrewLetters;
      return String.fromCodePoint(alef + place);
    }),
} as const;

export type PseudoLanguage = keyof typeof pseudoLanguages;
