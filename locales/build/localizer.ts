import { resolve } from 'node:path';
import { TransformLitLocalizer } from '@lit/localize-tools/lib/modes/transform.js';
import type { Config } from '@lit/localize-tools/lib/types/config.js';
import { editorLanguages, visitorLanguages } from '../languages.ts';

const root = resolve(import.meta.dirname, '../..');

/** The two sets of words: each has its readers, its languages and its catalogues. */
export const wordSets = { visitor: visitorLanguages, editor: editorLanguages } as const;

export type WordSet = keyof typeof wordSets;

type TransformConfig = Config & { output: { mode: 'transform' } };

export interface LocalizerOptions {
  /** The languages to translate to. Default: those of the set that have words. */
  languages?: readonly string[];
  /** Where the catalogues are. Default: `locales/<set>/`. */
  catalogues?: string;
}

/**
 * A localizer for one set of words. It extracts every `msg` call of
 * `locales/<set>/*-words.ts` to `<language>.xlf`, and writes the modules with the
 * words put in to `dist/locales/<set>/<language>/`.
 */
export function createLocalizer(
  set: WordSet,
  options: LocalizerOptions = {},
): TransformLitLocalizer {
  const outputDir = resolve(root, 'dist/locales', set);
  return new TransformLitLocalizer(localizerConfig(set, outputDir, options));
}

/**
 * What the tools need to know.
 * @param outputDir where the modules with the words put in are written
 */
export function localizerConfig(
  set: WordSet,
  outputDir: string,
  { languages, catalogues = '.' }: LocalizerOptions,
): TransformConfig {
  const [sourceLocale, ...targetLocales] = wordSets[set];
  const baseDir = resolve(root, 'locales', set);
  return {
    // The tools brand their language codes with a type that only they can make.
    sourceLocale: sourceLocale as unknown as TransformConfig['sourceLocale'],
    targetLocales: (languages ?? targetLocales) as unknown as TransformConfig['targetLocales'],
    inputFiles: ['*-words.ts'],
    // Their own options would read every type package there is, which takes three times as long.
    tsConfig: resolve(import.meta.dirname, 'words.tsconfig.json'),
    output: { mode: 'transform', outputDir },
    interchange: { format: 'xliff', xliffDir: catalogues },
    baseDir,
    resolve: (path) => resolve(baseDir, path),
  };
}
