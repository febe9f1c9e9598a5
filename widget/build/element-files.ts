import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describeElement } from './describe-element.ts';
import { renderReference } from './element-reference.ts';

/**
 * Generates the documents of the element from its source, formatted as the project is.
 * @param root the project's folder
 * @returns the text of each file, by its path from there
 */
export async function generateElementFiles(root: string): Promise<Map<string, string>> {
  const manifest = describeElement(root);
  const files = new Map([
    ['custom-elements.json', JSON.stringify(manifest)],
    ['docs/element.md', renderReference(manifest)],
  ]);
  for (const [path, text] of files) {
    const filepath = resolve(root, path);
    files.set(path, await format(text, { ...(await resolveConfig(filepath)), filepath }));
  }
  return files;
}
