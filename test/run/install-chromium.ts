import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const aptGet = '/usr/bin/apt-get';

/**
 * Installs Chromium where that asks nobody: as root on Debian and its kin, which is
 * what a fresh container is.
 * @returns whether the installation was tried; whether it worked shows when the browser is looked for
 */
export function installChromium(): boolean {
  if (!mayInstall()) return false;
  console.log('No browser found: installing Debian’s chromium …');
  run(['-qq', 'update']);
  run(['-qq', 'install', '--yes', '--no-install-recommends', 'chromium']);
  return true;
}

function mayInstall(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    accessSync(aptGet, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(words: string[]): void {
  spawnSync(aptGet, words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
