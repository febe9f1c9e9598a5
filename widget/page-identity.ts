import { isCalendarDate } from '../server/contract/calendar-date.ts';
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
  const canonical = document.head.querySelector<HTMLLinkElement>('link[rel~=canonical]')?.href;
  const own = canonical?.startsWith(`${location.origin}/`) ? canonical : '';
  const language = document.documentElement.lang;
  const updated =
    given.pageUpdated ??
    metaContent('meta[property="article:modified_time"],meta[name="dcterms.modified" i]');
  return {
    page: given.page ?? (own || ownAddress()),
    title: [...(given.pageTitle ?? (metaContent('meta[property="og:title"]') || document.title))]
      .slice(0, maxTitleLength)
      .join(''),
    pageLanguage:
      language.length < 36 && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(language) ? language : '',
    pageUpdated: isCalendarDate(updated) ? updated.slice(0, 10) : '',
  };
}

/** Where the browser is. The service drops most queries, so one that is too long is not missed. */
function ownAddress(): string {
  const { href, origin, pathname } = location;
  return href.length > maxAddressLength ? origin + pathname : href;
}
