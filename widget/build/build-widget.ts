/** Writes the loader, and the element once for each language, to `dist/widget/`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { visitorLanguages } from '../../locales/languages.ts';
import { buildPseudoPrompts } from './build-pseudo-prompts.ts';
import { bundleSmall } from './bundle-small.ts';
import { compactTemplates } from './compact-templates.ts';
import { translatedWords } from './translated-words.ts';
import { usedLit } from './used-lit.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(root, 'dist/widget');

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const loader: BuildOptions = {
  absWorkingDir: root,
  entryPoints: ['widget/loader.ts'],
  format: 'iife',
};
const forEverybody = await bundleSmall({ ...loader, define: { siteSettings: 'undefined' } });
await writeFile(resolve(folder, 'page-feedback.js'), forEverybody);
// The service puts a site's settings around this one, and hands it out for each site.
await mkdir(resolve(folder, 'sites'));
await writeFile(resolve(folder, 'sites/page-feedback.js'), await bundleSmall(loader));

for (const language of visitorLanguages) {
  const contents = `
    import { definePageFeedback } from './widget/page-feedback-define.ts';
    import { promptLanguage } from './widget/prompt-language.ts';
    definePageFeedback('${language}', promptLanguage);`;
  const element = await bundleSmall({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    format: 'esm',
    plugins: [
      translatedWords(resolve(root, 'dist/locales/visitor', language)),
      compactTemplates(resolve(root, 'widget')),
      usedLit,
    ],
  });
  await writeFile(resolve(folder, `page-feedback.${language}.js`), element);
}

// For the tests alone: the service hands out nothing of it.
await buildPseudoPrompts(root);
