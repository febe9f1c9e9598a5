import { visitorLanguages, type VisitorLanguage } from '../../locales/languages.ts';
import { pageHeaders } from '../http/security-headers.ts';
import { preferredLanguage } from '../words/preferred-language.ts';
import type { Markup } from './layout.ts';

/** The language of a page for a wish such as `Accept-Language`; Swedish when there is none. */
export const languageOf = (wish: unknown): VisitorLanguage =>
  preferredLanguage(typeof wish === 'string' ? wish : undefined, visitorLanguages);

/** Answers with one of these pages, which no cache may keep. */
export async function pageResponse(
  status: number,
  markup: Markup,
  headers: Record<string, string> = {},
): Promise<Response> {
  return new Response((await markup).toString(), {
    status,
    headers: {
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
