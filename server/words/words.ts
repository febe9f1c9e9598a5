import { editorLanguages, visitorLanguages } from '../../locales/languages.ts';
import type { EditorLanguage, VisitorLanguage } from '../../locales/languages.ts';
import type * as pageWords from '../../locales/visitor/page-words.ts';
import type * as promptWords from '../../locales/visitor/prompt-words.ts';
import type { words as accessWords } from '../../locales/editor/access-words.ts';
import type { words as reviewWords } from '../../locales/editor/review-words.ts';

export type VisitorWords = typeof promptWords & typeof pageWords;
export type EditorWords = typeof reviewWords & typeof accessWords;

/** All words of the service's own pages, one set for each language. */
export interface Words {
  visitor: Record<VisitorLanguage, VisitorWords>;
  editor: Record<EditorLanguage, EditorWords>;
}

const load = async <T>(path: string): Promise<T> => {
  return (await import(new URL(`../../dist/locales/${path}.js`, import.meta.url).href)) as T;
};

/**
 * Reads the words that `npm run build` wrote. Each request picks its language
 * from the result: nothing is set for the whole process.
 * @throws when the words have not been built
 */
export async function loadWords(): Promise<Words> {
  const visitor: Partial<Words['visitor']> = {};
  for (const language of visitorLanguages) {
    visitor[language] = {
      ...(await load<typeof promptWords>(`visitor/${language}/prompt-words`)),
      ...(await load<typeof pageWords>(`visitor/${language}/page-words`)),
    };
  }
  const editor: Partial<Words['editor']> = {};
  for (const language of editorLanguages) {
    const review = await load<{ words: typeof reviewWords }>(`editor/${language}/review-words`);
    const access = await load<{ words: typeof accessWords }>(`editor/${language}/access-words`);
    editor[language] = { ...review.words, ...access.words };
  }
  return { visitor, editor } as Words;
}
