import { spawnSync } from 'node:child_process';

/**
 * Installs Chromium where that disturbs nobody: as root on Debian and its kin, which is
 * what a fresh container is.
 * @returns whether it was tried; whether it worked shows when the browser is looked for
 */
export function installChromium(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !aptGet('--version')) return false;
  console.log('No browser was found: installing the package chromium …');
  aptGet('-qq', 'update');
  aptGet('-qq', 'install', '--yes', '--no-install-recommends', 'chromium');
  return true;
}

/** @returns whether it ended well */
function aptGet(...words: string[]): boolean {
  const { status } = spawnSync('apt-get', words, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}
