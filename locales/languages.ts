/**
 * The languages a visitor may meet in the prompt, as BCP 47 tags. The first is
 * the source language: what has no translation falls back to it.
 */
export const visitorLanguages = ['sv', 'en'] as const;

/** The languages of the editors' pages. */
export const editorLanguages = ['sv', 'en'] as const;

export type VisitorLanguage = (typeof visitorLanguages)[number];
export type EditorLanguage = (typeof editorLanguages)[number];
