import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Builds the Swedish locale in a folder of the run's own: nothing on the machine is
 * changed, and nobody needs to be root.
 * @returns the folder, for the environment variable LOCPATH
 */
export function buildSwedishLocale(folder: string): string {
  const locales = join(folder, 'locales');
  mkdirSync(locales);
  execFileSync('localedef', ['-i', 'sv_SE', '-f', 'UTF-8', join(locales, 'sv_SE.UTF-8')], {
    stdio: 'ignore',
  });
  return locales;
}
