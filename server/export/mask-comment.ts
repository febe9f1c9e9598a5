import { findPersonalData, maskPersonalData } from '../contract/personal-data.ts';

/** Why something of a comment is masked. */
export const maskReasons = ['rules', 'words', 'editor'] as const;
export type MaskReason = (typeof maskReasons)[number];

/** What an editor has chosen to mask, beside what the rules find. */
export interface MaskChoice {
  /** Comments that are masked from beginning to end, by their number. */
  comments: ReadonlySet<number>;
  /** Words that are masked wherever they stand, such as names; one on each line. */
  words: string;
}

export interface MaskedComment {
  text: string;
  /** Empty when nothing of it is masked. */
  reasons: MaskReason[];
}

/** Masks texts in a copy; what is stored stays as it is. */
export interface Masker {
  /** A comment, or a note about it, which may repeat it: both are masked whole together. */
  comment: (comment: { id: number; text: string }) => MaskedComment;
  /** Another text of an editor's, such as a tag. */
  text: (text: string) => MaskedComment;
  /** Of the name of an editor, only chosen words are masked: it may be an address for mail. */
  name: (text: string) => MaskedComment;
}

export function createMasker(
  { comments, words }: MaskChoice,
  { allowedNumbers, mask }: { allowedNumbers: string[]; mask: string },
): Masker {
  const chosen = wordPattern(words);
  const name: Masker['name'] = (text) => {
    const masked = chosen ? text.replace(chosen, mask) : text;
    return { text: masked, reasons: masked === text ? [] : ['words'] };
  };
  const maskText: Masker['text'] = (text) => {
    const found = findPersonalData(text, allowedNumbers);
    const masked = name(maskPersonalData(text, found, mask));
    return {
      ...masked,
      reasons: [...(found.length > 0 ? ['rules' as const] : []), ...masked.reasons],
    };
  };
  return {
    name,
    text: maskText,
    comment: ({ id, text }) =>
      comments.has(id) ? { text: mask, reasons: ['editor'] } : maskText(text),
  };
}

/**
 * Finds each of the words as a word of its own, and with the ending it has in the genitive:
 * “Li” is not masked in “lika”, “Anders” is in “Anders” and “Kim” in “Kims”.
 */
function wordPattern(words: string): RegExp | undefined {
  const list = words
    .normalize('NFC')
    .split('\n')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '')
    // The longer first: of “Kim” and “Kim Ek” the whole name is masked.
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+'));
  if (list.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(${list.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu');
}
