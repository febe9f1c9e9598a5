import { editorLanguages, type EditorLanguage } from '../../locales/languages.ts';
import type { Editor } from '../store/store.ts';
import { preferredLanguage } from '../words/preferred-language.ts';
import type { EditorWords } from '../words/words.ts';
import { createFormats, type Formats } from './formats.ts';
import type { ReviewDependencies } from './review-dependencies.ts';

/** A language with its words and its way of writing figures. */
export interface Locale {
  language: EditorLanguage;
  words: EditorWords;
  formats: Formats;
}

type Wish = { editor: Editor | null; acceptLanguage: string | undefined };

/** A function that picks the locale: the editor's own choice, before that the browser's. */
export function createLocales(
  deps: Pick<ReviewDependencies, 'words' | 'timeZone'>,
): (wish: Wish) => Locale {
  const locales = new Map(
    editorLanguages.map((language) => [
      language,
      {
        language,
        words: deps.words.editor[language],
        formats: createFormats(language, deps.timeZone),
      },
    ]),
  );
  return ({ editor, acceptLanguage }) => {
    const language =
      findLanguage(editor?.language) ?? preferredLanguage(acceptLanguage, editorLanguages);
    const locale = locales.get(language);
    if (!locale) throw new Error(`There are no words in ${language}.`);
    return locale;
  };
}

/** The language of that name, if the review has it. */
export const findLanguage = (name: unknown): EditorLanguage | undefined =>
  editorLanguages.find((language) => language === name);
