import type { Settings } from './settings.ts';

/**
 * The service's base address: that of the attribute, or else where this file came from. A
 * file that the website has bundled or copied cannot tell: then it is the website's own
 * address, where a proxy may lead to the service, and the website's developers are told.
 */
export function serviceOf({ service }: Settings): string {
  // Bundlers leave the address undefined, or make it one of the machine that bundled.
  const own = /^(http.+?)\/widget\//.exec(import.meta.url)?.[1];
  if (service === undefined && own === undefined) {
    reportError(Error('<page-feedback> needs the attribute service.'));
  }
  return service ?? own ?? location.origin;
}
