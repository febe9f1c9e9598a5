import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const browserNames = ['Chromium', 'Firefox'] as const;

export type BrowserName = (typeof browserNames)[number];

/** A browser that starts on this machine. */
export interface Browser {
  name: BrowserName;
  path: string;
  /** The browser's own words about its name and version. */
  version: string;
}

type Environment = Record<string, string | undefined>;

/** Where to look for a browser, and what to say when it is not there. */
export const places = {
  Chromium: {
    variable: 'CHROMIUM_PATH',
    package: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  },
  Firefox: {
    variable: 'FIREFOX_PATH',
    package: 'firefox-esr',
    names: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
} as const;

/**
 * Finds the browsers to test with.
 * @throws Error when a path that the environment names does not start a browser
 */
export function findBrowsers(environment: Environment): Browser[] {
  return browserNames.flatMap((name) => findBrowser(name, environment) ?? []);
}

function findBrowser(name: BrowserName, environment: Environment): Browser | undefined {
  const { variable, names, paths } = places[name];
  const given = environment[variable];
  if (given) {
    const version = versionOf(given);
    if (version === undefined) throw new Error(`${variable}=${given} does not start a browser.`);
    return { name, path: given, version };
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const path of [...onPath, ...paths]) {
    const version = versionOf(path);
    if (version !== undefined) return { name, path, version };
  }
  return undefined;
}

/** Starts the file to see that it is a browser: some systems have a stub by the same name. */
function versionOf(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    const words = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 15_000,
    });
    return words.trim().split('\n')[0];
  } catch {
    return undefined;
  }
}
