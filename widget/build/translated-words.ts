import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Puts a language's words where the source imports the Swedish ones.
 * @param folder where the build of the words wrote that language
 */
export const translatedWords = (folder: string): Plugin => ({
  name: 'translated-words',
  setup(build) {
    build.onResolve({ filter: /locales\/visitor\/.*-words\.ts$/ }, ({ path }) => {
      const name = path.replace(/^.*\//, '').replace(/\.ts$/, '.js');
      return { path: resolve(folder, name) };
    });
  },
});
