import { resolve } from 'node:path';
import { TransformLitLocalizer } from '@lit/localize-tools/lib/modes/transform.js';
import type { Config } from '@lit/localize-tools/lib/types/config.js';
import { editorLanguages, visitorLanguages } from '../languages.ts';

const root = resolve(import.meta.dirname, '../..');

/** The two sets of words: each has its readers, its languages and its catalogues. */
export const wordSets = { visitor: visitorLanguages, editor: editorLanguages } as const;

export type WordSet = keyof typeof wordSets;

/**
 * A localizer for one set of words. It extracts every `msg` call of
 * `locales/<set>/*-words.ts` to `locales/<set>/<language>.xlf`, and writes the
 * modules with the words put in to `dist/locales/<set>/<language>/`.
 */
export function createLocalizer(set: WordSet): TransformLitLocalizer {
  const [sourceLocale, ...targetLocales] = wordSets[set];
  const baseDir = resolve(root, 'locales', set);
  type Options = Config & { output: { mode: 'transform' } };
  return new TransformLitLocalizer({
    // The tools brand their language codes with a type that only they can make.
    sourceLocale: sourceLocale as unknown as Options['sourceLocale'],
    targetLocales: targetLocales as unknown as Options['targetLocales'],
    inputFiles: ['*-words.ts'],
    output: { mode: 'transform', outputDir: resolve(root, 'dist/locales', set) },
    interchange: { format: 'xliff', xliffDir: '.' },
    baseDir,
    resolve: (path) => resolve(baseDir, path),
  });
}
