import type { Posting } from './posting.ts';
import type { SiteRegister } from './site-register.ts';

/** Headers by their names. */
export type CrossOrigin = Record<string, string>;

/** The headers for an origin whose site is known without a look, as most are; else undefined. */
export function knownCrossOrigin(
  headers: Posting['headers'],
  sites: SiteRegister,
): CrossOrigin | undefined {
  const origin = headers.get('origin');
  return origin !== null && sites.known(origin) ? readableFrom(origin) : undefined;
}

/**
 * The CORS headers of an answer: only pages of registered sites may read it.
 * Set where the answer is made: a general middleware costs more than the answer.
 */
export async function crossOriginHeaders(
  headers: Posting['headers'],
  sites: SiteRegister,
): Promise<CrossOrigin> {
  const origin = headers.get('origin');
  if (origin === null || origin === 'null') return {};
  const found = await sites.findByOrigin(origin);
  if (!found) return { vary: 'Origin' };
  return readableFrom(origin);
}

const readableFrom = (origin: string): CrossOrigin => ({
  vary: 'Origin',
  'access-control-allow-origin': origin,
  'access-control-expose-headers': 'Retry-After',
});

/** The answer to a browser that asks before it sends JSON from a page. */
export async function preflightResponse(
  asked: Posting['headers'],
  sites: SiteRegister,
): Promise<Response> {
  const headers = await crossOriginHeaders(asked, sites);
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      allow: 'POST, OPTIONS',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, accept',
      'access-control-max-age': '86400',
    },
  });
}
