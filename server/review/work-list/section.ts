import type { Site } from '../../store/store.ts';

/**
 * Reads a part of a website as an editor writes it: `/stod`, `stod/` or a whole address.
 * @returns the path as addresses have it, without a slash at the end; null when it is none
 */
export function readSection(written: string): string | null {
  const text = written.trim();
  if (text === '') return null;
  const isWhole = /^https?:\/\//i.test(text);
  const url = URL.parse(isWhole ? text : `/${text.replace(/^\/+/, '')}`, 'https://x.example');
  if (!url) return null;
  // As addresses of pages are written: RFC 3986 6.2.2.
  const path = url.pathname.replace(/%[0-9a-f]{2}/gi, (encoded) => encoded.toUpperCase());
  return path.replace(/\/+$/, '') || '/';
}

/** The addresses of a section at every origin of some sites. */
export const sectionAddresses = (sites: Site[], section: string): string[] =>
  sites.flatMap(({ origins }) =>
    origins.map((origin) => (section === '/' ? origin : origin + section)),
  );
