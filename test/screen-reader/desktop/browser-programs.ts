import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '../../run/find-browsers.ts';
import type { Program } from './processes.ts';

/** A page to open. */
export interface Opening {
  address: string;
  /** Whether scripts are blocked, as by a visitor's own setting. */
  withoutScript?: boolean;
  /** An empty folder for the browser's profile. */
  profile: string;
  environment: Record<string, string>;
}

const chromiumWords = [
  '--no-sandbox',
  '--force-renderer-accessibility',
  '--disable-gpu',
  '--disable-quic',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--password-store=basic',
  '--lang=sv',
];

const firefoxPreferences: Record<string, boolean | number | string> = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.security.https_only_mode': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'sv',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'signon.rememberSignons': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'browser.translations.enable': false,
  'layout.spellcheckDefault': 0,
  'browser.newtab.preload': false,
};

/** How a browser is started on one page, and on nothing else. */
export function browserProgram(browser: Browser, opening: Opening): Program {
  const { name, path } = browser;
  return name === 'Chromium' ? chromium(path, opening) : firefox(path, opening);
}

function chromium(command: string, opening: Opening): Program {
  const { address, withoutScript, profile, environment } = opening;
  // Debian's own flags would undo `--disable-features=Translate`.
  const preferences = { translate: { enabled: false } };
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const words = [
    ...chromiumWords,
    `--user-data-dir=${profile}`,
    ...(withoutScript ? ['--blink-settings=scriptEnabled=false'] : []),
    '--window-position=0,0',
    '--window-size=1280,1024',
    `--app=${address}`,
  ];
  return { name: 'chromium', command, words, environment };
}

function firefox(command: string, opening: Opening): Program {
  const { address, withoutScript, profile, environment } = opening;
  const preferences = { ...firefoxPreferences, 'javascript.enabled': !withoutScript };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const words = ['--no-remote', '--profile', profile, '--kiosk', address];
  return { name: 'firefox', command, words, environment };
}
