import { maxAddressLength } from '../contract/limits.ts';
import { ProblemError } from '../http/problem.ts';
import type { Site } from '../store/store.ts';
import { canonicalAddress, readAddress } from './page-address.ts';
import type { SiteRegister } from './site-register.ts';

export interface LocatedPage {
  site: Site;
  address: string;
}

/**
 * Finds the site of a page and the page's canonical address.
 * @throws ProblemError when the address is none, or of no registered site
 */
export async function locatePage(sites: SiteRegister, page: string): Promise<LocatedPage> {
  const url = readAddress(page);
  if (!url) throw pageFault('must be an address that starts with http or https');
  const found = await sites.findByOrigin(url.origin);
  if (!found) {
    throw new ProblemError('unknown-site', 'page is not on a registered site.', {
      faults: [{ field: 'page', detail: 'is not on a registered site' }],
    });
  }
  const address = canonicalAddress(url, {
    origin: found.origin,
    queryParameters: found.site.queryParameters,
  });
  if (!address) throw pageFault(`must have at most ${maxAddressLength} characters`);
  return { site: found.site, address };
}

function pageFault(detail: string): ProblemError {
  return new ProblemError('invalid-fields', `page ${detail}.`, {
    faults: [{ field: 'page', detail }],
  });
}
