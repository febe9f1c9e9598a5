import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';

/** One built script, ready to be sent. */
export interface WidgetFile {
  plain: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
  /** Names the content; each encoding of it has an entity tag of its own (RFC 9110, 8.8.3.3). */
  hash: string;
  /** What a page puts into the attribute `integrity`: it is about the content, not its encoding. */
  integrity: string;
}

/** The loader and the elements of one version, by their names. */
export interface WidgetFiles {
  version: string;
  files: ReadonlyMap<string, WidgetFile>;
}

/** Makes a script ready to be sent. */
export function makeWidgetFile(script: Uint8Array): WidgetFile {
  const plain = new Uint8Array(script);
  const digest = (algorithm: string) => createHash(algorithm).update(plain);
  return {
    plain,
    brotli: new Uint8Array(brotliCompressSync(plain)),
    hash: digest('sha256').digest('base64url').slice(0, 22),
    integrity: `sha384-${digest('sha384').digest('base64')}`,
  };
}

const packageSchema = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+[\w.+-]*$/) });

/**
 * Reads what the build wrote, and compresses it once.
 * @param folder where the build wrote the loader and the elements
 * @param packageFile the `package.json` that tells the version
 * @throws when they have not been built
 */
export function readWidgetFiles(folder: URL, packageFile: URL): WidgetFiles {
  const files = new Map<string, WidgetFile>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    files.set(name, makeWidgetFile(readFileSync(new URL(name, folder))));
  }
  if (!files.has('page-feedback.js'))
    throw new Error('The widget is not built: run npm run build.');
  const { version } = packageSchema.parse(JSON.parse(readFileSync(packageFile, 'utf8')));
  return { version, files };
}
