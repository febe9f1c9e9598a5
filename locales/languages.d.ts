/**
 * The languages a visitor may meet in the prompt, as BCP 47 tags. The first is
 * the source language: what has no translation falls back to it.
 */
export declare const visitorLanguages: readonly ["sv", "en"];
/** The languages of the editors' pages. */
export declare const editorLanguages: readonly ["sv", "en"];
export type VisitorLanguage = (typeof visitorLanguages)[number];
export type EditorLanguage = (typeof editorLanguages)[number];
