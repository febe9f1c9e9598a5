/** Writes the element's npm package to `dist/package/`, to be packed by `npm pack ./dist/package`. */
import { resolve } from 'node:path';
import { writePackage } from './write-package.ts';

const root = resolve(import.meta.dirname, '../..');
await writePackage(root, resolve(root, 'dist/package'));
