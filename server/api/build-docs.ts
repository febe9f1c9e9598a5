/** Bundles the browser script of the page about the API: `npm run build` calls it. */
import { resolve } from 'node:path';
import { build } from 'esbuild';

await build({
  entryPoints: [resolve(import.meta.dirname, 'browser/try-it.ts')],
  outfile: resolve(import.meta.dirname, '../../dist/api/try-it.js'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
});
