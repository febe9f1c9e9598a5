import { findPersonalData, maskPersonalData } from '../contract/personal-data.ts';
import { maxAddressLength } from '../contract/limits.ts';

/** The parts of a site that decide how its addresses are read. */
export interface AddressRules {
  /** The origin that stands for the one in the address. */
  origin: string;
  /** The query parameters that tell pages apart. */
  queryParameters: string[];
}

/**
 * Reads an address that a browser sent.
 * @returns undefined when it is no address of a web page
 */
export function readAddress(text: string): URL | undefined {
  const url = URL.parse(text.trim());
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
}

/**
 * The one address a page is counted under, however it was written: the site's
 * origin, no credentials, no fragment, no trailing slash, percent-encoding as
 * RFC 3986 normalises it, only the query parameters that the site names, and no
 * e-mail address or identity number.
 * @returns undefined when the address is too long
 */
export function canonicalAddress(url: URL, rules: AddressRules): string | undefined {
  const path = withoutPersonalData(normaliseEncoding(url.pathname)).replace(/\/+$/, '');
  const query = withoutPersonalData(keepParameters(url.searchParams, rules.queryParameters));
  const address = `${rules.origin}${path === '' ? '/' : path}${query}`;
  return address.length <= maxAddressLength ? address : undefined;
}

/** RFC 3986 6.2.2: hexadecimal in capitals, and no encoding where none is needed. */
function normaliseEncoding(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

function keepParameters(sent: URLSearchParams, names: string[]): string {
  const kept = new URLSearchParams();
  for (const name of names) {
    const value = sent.get(name);
    if (value !== null) kept.set(name, value);
  }
  const query = kept.toString();
  return query === '' ? '' : `?${query}`;
}

/** Some systems put the address or number of a person into the addresses of their pages. */
function withoutPersonalData(part: string): string {
  const plain = part.replaceAll(/%40/g, '@');
  const found = findPersonalData(plain.replaceAll('/', '\n')).filter(
    ({ kind }) => kind === 'e-mail address' || kind === 'identity number',
  );
  return found.length === 0 ? part : maskPersonalData(plain, found, '***');
}
