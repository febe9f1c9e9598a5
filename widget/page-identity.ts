import { maxAddressLength, maxTitleLength } from '../server/contract/limits.ts';
import type { Settings } from './settings.ts';

/** What tells one page from another. Nothing in it is about the visitor. */
export interface PageIdentity {
  /** The page's address; the service makes it canonical. */
  page: string;
  title: string;
  pageLanguage: string;
  pageUpdated: string;
}

const metaContent = (selector: string) =>
  document.head.querySelector<HTMLMetaElement>(selector)?.content.trim() ?? '';

/**
 * Reads the page's identity from its own metadata: canonical link (when it is of
 * the same origin), title, language and date of the last update. What the page
 * tells wrongly is left out rather than costing the visitor the answer.
 */
export function readPageIdentity(given: Settings): PageIdentity {
  const language = document.documentElement.lang;
  const updated =
    given.pageUpdated ??
    metaContent('meta[property="article:modified_time"],meta[name="dcterms.modified" i]');
  return {
    page: given.page ?? ownAddress(),
    title: [...(given.pageTitle ?? (metaContent('meta[property="og:title"]') || document.title))]
      .slice(0, maxTitleLength)
      .join(''),
    pageLanguage:
      language.length < 36 && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(language) ? language : '',
    pageUpdated: calendarDate(updated.slice(0, 10)),
  };
}

/** The day as it stands if it exists: `Date` takes the 30th of February for the 2nd of March. */
function calendarDate(day: string): string {
  const date = new Date(day).toJSON() as string | null;
  return date?.slice(0, 10) === day ? day : '';
}

/**
 * The canonical link's address, or else where the browser is. A single-page application may have
 * gone on and left the link of the page with which the document came: that page is not this one.
 */
function ownAddress(): string {
  const canonical = document.head.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href;
  const { href, origin, pathname } = location;
  const first = performance.getEntriesByType('navigation')[0]?.name ?? href;
  if (
    canonical?.startsWith(`${origin}/`) &&
    (!first.startsWith(canonical) || new URL(first).pathname === pathname)
  ) {
    return canonical;
  }
  // The service drops most queries, so one that is too long is not missed.
  return href.length > maxAddressLength ? origin + pathname : href;
}
