import { readFile } from 'node:fs/promises';
import { transform, type Plugin } from 'esbuild';

/**
 * Takes the white space that only readers of the source need out of templates and
 * styles. No template of the widget holds text whose white space counts.
 */
export const compactTemplates = (folder: string): Plugin => ({
  name: 'compact-templates',
  setup(build) {
    const filter = /-(template|styles)\.ts$/;
    build.onLoad({ filter }, async ({ path }) => {
      if (!path.startsWith(folder)) return undefined;
      const source = await readFile(path, 'utf8');
      const contents = await (path.endsWith('-styles.ts') ? compactStyles : compactMarkup)(source);
      return { contents, loader: 'ts' };
    });
  },
});

async function compactStyles(source: string): Promise<string> {
  const found = /`([^`]*)`/.exec(source.replace(/^\/\*\*.*?\*\//s, ''));
  if (!found?.[1]) throw new Error('A style file holds one template.');
  const { code } = await transform(found[1], { loader: 'css', minify: true, target: 'es2022' });
  // In custom properties esbuild leaves the spaces as they are.
  const compact = code
    .trim()
    .replace(/(--[\w-]+): /g, '$1:')
    .replace(/, /g, ',');
  return source.replace(found[0], JSON.stringify(compact));
}

/** White space between tags goes; within a tag, one space is left, and quotes only where needed. */
function compactMarkup(source: string): string {
  const missing = /\s@[\w-]+=|<svg|<math|<!--|\$\{\s*[\w.?]+\.map\(|lit\/directive/.exec(source);
  if (missing) throw new Error(`A template uses what used-lit.ts cuts out: ${missing[0]}`);
  return source
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([>}])\n(?=[<$])/g, '$1')
    .replace(/\n(?=>)/g, '')
    .replace(/(\s[a-z-]+)="([\w-]+)"/g, '$1=$2');
}
