/**
 * The languages that visitors are offered, as BCP 47 tags. The first is the
 * source language: what has no translation falls back to it.
 */
export const visitorLanguages = ['sv', 'en', 'fi'] as const;

/** Offered languages that no native reader has reviewed: their catalogues say so. */
export const draftLanguages: readonly VisitorLanguage[] = ['fi'];

/**
 * Languages that await a native reviewer. Their catalogues are there, and empty:
 * nobody here may make up a translation. Their visitors read Swedish, marked as such.
 */
export const awaitingLanguages = ['se', 'smj', 'sma', 'fit', 'yi', 'rmy', 'ar'] as const;

/** The languages of the editors' pages. */
export const editorLanguages = ['sv', 'en'] as const;

export type VisitorLanguage = (typeof visitorLanguages)[number];
export type EditorLanguage = (typeof editorLanguages)[number];

/**
 * The language in a tag, without region and script: `en` for `EN-GB`. Some
 * publishing tools write `en_GB`, which is no valid tag but is meant the same.
 */
export const primaryLanguage = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? '';
