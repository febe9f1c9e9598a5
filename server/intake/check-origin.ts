import { ProblemError } from '../http/problem.ts';
import type { Site } from '../store/store.ts';
import type { Posting } from './posting.ts';
import type { SiteRegister } from './site-register.ts';

/** Whether an answer comes from the site itself, as most do, as far as is known without a look. */
export function isKnownOrigin(headers: Posting['headers'], site: Site, sites: SiteRegister) {
  const origin = headers.get('origin');
  return origin !== null && sites.known(origin)?.site === site;
}

/**
 * Refuses an answer that a browser sends from a page of another site. A browser
 * that tells nothing (`Origin: null`, or no header by its page's referrer
 * policy) is not refused: its visitor could do nothing about it.
 * @param publicUrl the service's own address, whose form pages answer for every site
 * @throws ProblemError when the origin is another site's
 */
export async function checkOrigin(
  headers: Posting['headers'],
  site: Site,
  sites: SiteRegister,
  publicUrl: string,
): Promise<void> {
  const origin = tellingOrigin(headers);
  if (origin === undefined) return;
  const found = await sites.findByOrigin(origin);
  if (found?.site.id === site.id || isOwnPage(origin, headers, publicUrl)) return;
  throw new ProblemError('origin-not-allowed', 'The origin is not registered for this site.');
}

/** A browser cannot choose the `Host` it sends: an origin on that host is this service. */
function isOwnPage(origin: string, headers: Posting['headers'], publicUrl: string): boolean {
  const host = URL.parse(origin)?.host;
  return host === new URL(publicUrl).host || host === headers.get('host');
}

function tellingOrigin(headers: Posting['headers']): string | undefined {
  const origin = headers.get('origin');
  if (origin !== null) return origin === 'null' ? undefined : origin;
  const referer = headers.get('referer');
  const told = referer === null ? undefined : URL.parse(referer)?.origin;
  return told === 'null' ? undefined : told;
}
