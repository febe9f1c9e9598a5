/** A comment's words in the two forms in which they are searched. */
export interface SearchWords {
  /** As written, in one normal form: å, ä and ö are letters of their own. */
  exact: string;
  /** Without accents, so that `halsa` finds `hälsa`; empty when it is the same as `exact`. */
  folded: string;
}

/** The forms in which a text is searched. */
export function searchWords(text: string): SearchWords {
  const exact = text.normalize('NFC').toLowerCase();
  const folded = foldAccents(exact);
  return { exact, folded: folded === exact ? '' : folded };
}

/** A text without the accents on its letters. */
const foldAccents = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '');

/** The word that stands for a site among the words of its comments. */
export const siteWord = (siteId: number): string => `s${siteId}`;
