import { maxAddressLength } from '../contract/limits.ts';
import { findPersonalData, hasCheckDigit } from '../contract/personal-data.ts';
import type { PersonalDataKind } from '../contract/personal-data.ts';

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
  const kept = keepParameters(url.searchParams, rules.queryParameters);
  // In a query, and nowhere else, a plus stands for a space.
  const query = withoutPersonalData(kept.replaceAll('+', ' ')).replaceAll(' ', '+');
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
  // What most addresses have none of costs nothing to look for.
  if (!/[@%(]|\d{4}/.test(part)) return part;
  const { text, places } = decode(part);
  const placeOf = (index: number) => places[index] ?? part.length;
  return findPersonalData(text)
    .filter(({ kind, start, end }) => isCertain(kind, text.slice(start, end)))
    .reduceRight(
      (rest, { start, end }) => `${rest.slice(0, placeOf(start))}***${rest.slice(placeOf(end))}`,
      part,
    );
}

/** Articles have numbers too, and nobody mistypes in an address: the check digit must be right. */
function isCertain(kind: PersonalDataKind, found: string): boolean {
  if (kind === 'identity number') return hasCheckDigit(found.replace(/\D/g, '').slice(-10));
  return kind === 'e-mail address';
}

/** A character in UTF-8 and percent-encoding, or one that stands for itself. */
const oneCharacter = /%[0-7][\dA-F]|%[C-F][\dA-F](?:%[89AB][\dA-F]){1,3}|./gisu;

/**
 * The text that a part of an address stands for, with a line for each step of a path.
 * @returns also where in the part each UTF-16 code unit of the text begins
 */
function decode(part: string): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (const { 0: written, index } of part.matchAll(oneCharacter)) {
    const character = decodeOne(written);
    text += character;
    for (let unit = 0; unit < character.length; unit += 1) places.push(index);
  }
  return { text: text.replaceAll('/', '\n'), places };
}

function decodeOne(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // Not in UTF-8: it stays as it is.
    return written;
  }
}
