/** Bundles the browser script of the demo: `npm run build` calls it. */
import { resolve } from 'node:path';
import { build } from 'esbuild';

await build({
  entryPoints: [resolve(import.meta.dirname, 'browser/states.ts')],
  outfile: resolve(import.meta.dirname, '../../dist/demo/states.js'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
});
