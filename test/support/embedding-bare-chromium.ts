import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Browser } from '../run/find-browsers.ts';
import { launchOptions } from '../run/launch-options.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/**
 * Opens a page in a Chromium that nobody steers: a steered one prerenders nothing.
 * The page's own scripts must do what the visitor does.
 * @returns what closes the browser
 */
export async function openBareChromium(
  { name, path }: Browser,
  address: string,
): Promise<() => Promise<void>> {
  const profile = await createTemporaryFolder();
  const { args = [] } = launchOptions({ name, path });
  const chromium = spawn(path, [...args, `--user-data-dir=${profile.path}`, address], {
    stdio: 'ignore',
    // A group of its own, so that its many processes end together.
    detached: true,
  });
  const ended = new Promise((resolve) => chromium.once('exit', resolve));
  return async () => {
    if (chromium.pid !== undefined && chromium.exitCode === null) {
      process.kill(-chromium.pid, 'SIGKILL');
    }
    await ended;
    // The last of its processes may still be writing.
    await rm(profile.path, { recursive: true, force: true, maxRetries: 10 });
  };
}
