import { resolve } from 'node:path';
import { build } from 'esbuild';
import { pseudoLanguages } from '../../locales/pseudo-languages.ts';
import { translatedWords } from './translated-words.ts';

/**
 * Writes what the prompt says in each pseudo-language to
 * `dist/pseudo/prompt-language.<language>.js`. The tests give it to the element.
 */
export async function buildPseudoPrompts(root: string): Promise<void> {
  const folder = resolve(root, 'dist/pseudo');
  for (const language of Object.keys(pseudoLanguages)) {
    await build({
      entryPoints: [resolve(root, 'widget/prompt-language.ts')],
      outfile: resolve(folder, `prompt-language.${language}.js`),
      bundle: true,
      format: 'esm',
      target: 'es2022',
      // The tests bring the same Lit as the element under test.
      external: ['lit'],
      plugins: [translatedWords(resolve(folder, language))],
    });
  }
}
