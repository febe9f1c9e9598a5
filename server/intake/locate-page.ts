import { maxAddressLength } from '../contract/limits.ts';
import { ProblemError } from '../http/problem.ts';
import type { Site } from '../store/store.ts';
import { canonicalAddress, readAddress } from './page-address.ts';
import { cutLoose } from './cut-loose.ts';
import type { SiteAtOrigin, SiteRegister } from './site-register.ts';

export interface LocatedPage {
  site: Site;
  address: string;
}

/** The most addresses that are remembered as they were sent. */
const mostRemembered = 2000;

/**
 * Finds the site of a page and the page's canonical address.
 * @throws ProblemError when the address is none, or of no registered site
 */
export const locatePage = async (sites: SiteRegister, page: string): Promise<LocatedPage> =>
  (await locate(sites, page)).located;

/** Locates pages and remembers them: the same are answered about again and again. */
export interface PageLocator {
  /** Undefined when the page is not remembered, or its site may have changed since. */
  remembered: (page: string) => LocatedPage | undefined;
  /**
   * As `locatePage`.
   * @throws ProblemError when the address is none, or of no registered site
   */
  locate: (page: string) => Promise<LocatedPage>;
}

/** To read an address costs more than to find it. */
export function createPageLocator(sites: SiteRegister): PageLocator {
  const places = new Map<string, Place>();
  return {
    remembered(page) {
      const place = places.get(page);
      // The register has another object as soon as it has read the site anew.
      return place && sites.known(place.origin) === place.found ? place.located : undefined;
    },
    async locate(page) {
      const place = await locate(sites, page);
      // An address with a query is often one visitor's own.
      if (!page.includes('?')) {
        if (places.size >= mostRemembered) places.clear();
        places.set(cutLoose(page), place);
      }
      return place.located;
    },
  };
}

interface Place {
  located: LocatedPage;
  /** The origin as it was sent, and what the register knew of it. */
  origin: string;
  found: SiteAtOrigin;
}

async function locate(sites: SiteRegister, page: string): Promise<Place> {
  const url = readAddress(page);
  if (!url) throw pageFault('must be an address that starts with http or https');
  const { origin } = url;
  const found = await sites.findByOrigin(origin);
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
  return { located: { site: found.site, address }, origin, found };
}

function pageFault(detail: string): ProblemError {
  return new ProblemError('invalid-fields', `page ${detail}.`, {
    faults: [{ field: 'page', detail }],
  });
}
