import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** How large a file is that a visitor's browser fetches, in bytes. */
export interface FileSize {
  name: string;
  raw: number;
  /** At level 9. */
  gzip: number;
  /** At quality 11, as the service sends it. */
  brotli: number;
  /** The most that it may be with brotli; null where nothing is decided. */
  budget: number | null;
}

const budgets: [name: RegExp, brotli: number][] = [
  [/^page-feedback\.js$/, 500],
  [/^page-feedback\.[a-z]+\.js$/, 8500],
  [/gateway/, 1500],
];

/**
 * Measures every script that the build of the element wrote.
 * @throws when it has not been built
 */
export function measureFileSizes(folder: string): FileSize[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return names.sort().map((name) => {
    const script = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    return {
      name,
      raw: script.length,
      gzip: gzipSync(script, { level: 9 }).length,
      brotli: brotliCompressSync(script, { params }).length,
      budget: budgets.find(([pattern]) => pattern.test(name))?.[1] ?? null,
    };
  });
}
