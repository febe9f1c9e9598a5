import { build, type BuildOptions } from 'esbuild';
import { minify } from 'terser';

/**
 * Bundles to one script and makes it as small as it gets: esbuild follows the
 * imports, terser compresses across the whole (about 4 % smaller than esbuild alone).
 * @returns the script's text
 */
export async function bundleSmall(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
  });
  const bundle = outputFiles[0]?.text;
  if (bundle === undefined) throw new Error('The bundle is empty.');
  const { code } = await minify(bundle, {
    module: options.format === 'esm',
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
    // Names that Lit keeps for itself; the bundle holds all of Lit. Only the mark of a template
    // keeps its name: the element of one language's file renders the templates of another's.
    mangle: { properties: { regex: /^_\$/, reserved: ['_$litType$'] } },
    format: { comments: false },
  });
  if (!code) throw new Error('The bundle is empty.');
  return mergeFixedText(code);
}

/** `<p>${"text"}</p>` becomes `<p>text</p>`: a fixed text needs no place of its own in a template. */
function mergeFixedText(code: string): string {
  return code.replace(/\$\{"([^"\\`$<>&]*)"\}/g, '$1');
}
