/** Writes `custom-elements.json` and `docs/element.md` from the source: `npm run manifest`. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { generateElementFiles } from './element-files.ts';

const root = resolve(import.meta.dirname, '../..');

for (const [path, text] of await generateElementFiles(root)) {
  await writeFile(resolve(root, path), text);
}
