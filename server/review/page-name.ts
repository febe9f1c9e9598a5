import { html } from 'hono/html';
import type { PageSummary } from '../store/store.ts';
import type { Html } from './review-environment.ts';

type NamedPage = Pick<PageSummary, 'title' | 'address' | 'language'>;

/** What a page is called: its title, or its address when it has none. */
export const pageName = ({ title, address }: NamedPage): string => title?.trim() || address;

/**
 * The name as markup: in the page's language when that is a known one, and with a
 * direction of writing of its own.
 */
export function pageNameMarkup(page: NamedPage): Html {
  const language = page.title?.trim() && page.language;
  return language && isKnownLanguage(language)
    ? html`<bdi lang="${language}">${pageName(page)}</bdi>`
    : html`<bdi>${pageName(page)}</bdi>`;
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function isKnownLanguage(tag: string): boolean {
  try {
    return languageNames.of(tag) !== undefined;
  } catch {
    return false;
  }
}
