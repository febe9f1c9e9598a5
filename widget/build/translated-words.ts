import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Puts a language's words where the source imports the Swedish ones. */
export const translatedWords = (root: string, language: string): Plugin => ({
  name: 'translated-words',
  setup(build) {
    build.onResolve({ filter: /locales\/visitor\/.*-words\.ts$/ }, ({ path }) => {
      const name = path.replace(/^.*\//, '').replace(/\.ts$/, '.js');
      return { path: resolve(root, 'dist/locales/visitor', language, name) };
    });
  },
});
