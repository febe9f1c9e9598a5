import { html } from 'hono/html';
import type { Html } from './page.ts';

/** Every demo page, by its path below the demo. */
export const demoPages = [
  { path: '/', language: 'sv', text: 'Artikel på svenska' },
  { path: '/en/', language: 'en', text: 'Article in English' },
  { path: '/strict-csp/', language: 'sv', text: 'Artikel med extra sträng säkerhetspolicy' },
  { path: '/link-only/', language: 'sv', text: 'Artikel där frågan är en länk' },
  { path: '/states/', language: 'sv', text: 'Frågans alla lägen' },
  { path: '/themes/', language: 'sv', text: 'Frågans utseende' },
];

/**
 * Links to the demo pages, each in its own language.
 * @param demo the path of the demo, without a trailing slash
 * @param current the path below it of the page that shows the links
 * @param language the language of that page
 * @param pages which pages to link to
 */
export function renderDemoLinks(
  demo: string,
  current: string,
  language: 'sv' | 'en',
  pages = demoPages,
): Html {
  const link = (page: (typeof demoPages)[number]) => {
    const here = page.path === current ? html` aria-current="page"` : '';
    const foreign = html` lang="${page.language}" hreflang="${page.language}"`;
    const tongue = page.language === language ? '' : foreign;
    return html`
            <li><a href="${demo}${page.path}"${here}${tongue}>${page.text}</a></li>`;
  };
  return html`<ul>${pages.map(link)}
          </ul>`;
}
