import type { LaunchOptions } from 'playwright-core';
import type { Browser } from './find-browsers.ts';

/** Starts quietly, without a window, also as root in a container and without a network. */
const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How playwright starts a browser that the system has, instead of one of its own. */
export function launchOptions({ name, path }: Pick<Browser, 'name' | 'path'>): LaunchOptions {
  return name === 'Chromium'
    ? { executablePath: path, args: chromiumArguments }
    : { executablePath: path, channel: 'moz-firefox' };
}
