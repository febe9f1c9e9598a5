import { execFileSync } from 'node:child_process';
import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startScreen } from './screen.ts';

/** WebKitGTK, which needs three programs to be tested with. */
export interface WebKit {
  name: 'WebKit';
  /** The path of its browser. */
  path: string;
  /** The path of what remotely controls the browser. */
  driver: string;
  /** The path of Xvfb, the screen for a browser that has no mode without one. */
  screen: string;
  version: string;
}

/** Debian's packages that bring what is needed. */
export const webkitPackages = ['webkit2gtk-driver', 'xvfb'];

/** Where distributions put the browser, which is on no path: Debian's place is the first. */
const browserPlaces = [
  '/usr/lib/*/webkit*gtk-*/MiniBrowser',
  '/usr/{lib,libexec}/webkit*gtk-*/MiniBrowser',
];

/** Finds WebKitGTK where all that it needs is installed and starts. */
export async function findWebKit(
  environment: Record<string, string | undefined>,
): Promise<WebKit | undefined> {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = (command: string) =>
    folders.map((folder) => join(folder, command)).find(isExecutable);
  const driver = onPath('WebKitWebDriver');
  const screen = onPath('Xvfb');
  const path = globSync(browserPlaces).sort().find(isExecutable);
  if (driver === undefined || screen === undefined || path === undefined) return undefined;
  const version = await versionOf(path, screen);
  return version === undefined ? undefined : { name: 'WebKit', path, driver, screen, version };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts the browser, which tells its version only on a screen. */
async function versionOf(path: string, screenPath: string): Promise<string | undefined> {
  const screen = await startScreen(screenPath).catch(() => undefined);
  if (!screen) return undefined;
  try {
    const words = execFileSync(path, ['--version'], {
      env: screen.environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 15_000,
    });
    return words.trim();
  } catch {
    return undefined;
  } finally {
    await screen.stop();
  }
}
