import { editorLanguages, visitorLanguages } from '../../locales/languages.ts';
import type { EditorLanguage, VisitorLanguage } from '../../locales/languages.ts';
import type * as pageWords from '../../locales/visitor/page-words.ts';
import type * as promptWords from '../../locales/visitor/prompt-words.ts';
import type { words as accessWords } from '../../locales/editor/access-words.ts';
import type { words as commentsWords } from '../../locales/editor/comments-words.ts';
import type { words as exportWords } from '../../locales/editor/export-words.ts';
import type { words as mailWords } from '../../locales/editor/mail-words.ts';
import type { words as reportWords } from '../../locales/editor/report-words.ts';
import type { words as reviewWords } from '../../locales/editor/review-words.ts';
import type { words as mergeWords } from '../../locales/editor/merge-words.ts';
import type { words as settingsFieldWords } from '../../locales/editor/settings-field-words.ts';
import type { words as settingsWords } from '../../locales/editor/settings-words.ts';
import type { words as maskingWords } from '../../locales/editor/masking-words.ts';
import type { words as taggingWords } from '../../locales/editor/tagging-words.ts';
import type { words as triageWords } from '../../locales/editor/triage-words.ts';
import type { words as workListWords } from '../../locales/editor/work-list-words.ts';

export type VisitorWords = typeof promptWords & typeof pageWords;
export type EditorWords = typeof reviewWords &
  typeof accessWords &
  typeof commentsWords &
  typeof exportWords &
  typeof reportWords &
  typeof settingsWords &
  typeof settingsFieldWords &
  typeof mergeWords &
  typeof maskingWords &
  typeof taggingWords &
  typeof triageWords &
  typeof mailWords &
  typeof workListWords;

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
    const comments = await load<{ words: typeof commentsWords }>(
      `editor/${language}/comments-words`,
    );
    const exporting = await load<{ words: typeof exportWords }>(`editor/${language}/export-words`);
    const report = await load<{ words: typeof reportWords }>(`editor/${language}/report-words`);
    const settings = await load<{ words: typeof settingsWords }>(
      `editor/${language}/settings-words`,
    );
    const settingsFields = await load<{ words: typeof settingsFieldWords }>(
      `editor/${language}/settings-field-words`,
    );
    const merge = await load<{ words: typeof mergeWords }>(`editor/${language}/merge-words`);
    const masking = await load<{ words: typeof maskingWords }>(`editor/${language}/masking-words`);
    const tagging = await load<{ words: typeof taggingWords }>(`editor/${language}/tagging-words`);
    const triage = await load<{ words: typeof triageWords }>(`editor/${language}/triage-words`);
    const mail = await load<{ words: typeof mailWords }>(`editor/${language}/mail-words`);
    const work = await load<{ words: typeof workListWords }>(`editor/${language}/work-list-words`);
    editor[language] = {
      ...review.words,
      ...access.words,
      ...comments.words,
      ...exporting.words,
      ...report.words,
      ...settings.words,
      ...settingsFields.words,
      ...merge.words,
      ...masking.words,
      ...tagging.words,
      ...triage.words,
      ...mail.words,
      ...work.words,
    };
  }
  return { visitor, editor } as Words;
}
