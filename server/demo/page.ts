import { html } from 'hono/html';
import { renderDemoLinks } from './demo-links.ts';
import { siteWords } from './site-words.ts';

export type Html = ReturnType<typeof html>;

/** Where the demo stands. */
export interface DemoPlace {
  /** The service's base address, without a trailing slash. */
  service: string;
  /** The path of the demo on this host, without a trailing slash. */
  demo: string;
}

/** One page of the made-up website. */
export interface Page {
  /** Its path below the demo, with a trailing slash. */
  path: string;
  language: 'sv' | 'en';
  title: string;
  /** What stands between the start page and this page in the breadcrumb. */
  category: string;
  /** When it was last updated, as `2026-10-14`. */
  updated: string;
  main: Html;
  /** What its head has beside the usual elements. */
  head?: Html;
  /** Whether it takes the width of the window rather than that of a text. */
  wide?: boolean;
}

/** The absolute address under which a page wants to be known. */
export const canonicalAddress = (place: DemoPlace, path: string) => `${place.service}/demo${path}`;

const renderHead = (place: DemoPlace, page: Page) => html`<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${page.title} – ${siteWords[page.language].site}</title>
    <link rel="canonical" href="${canonicalAddress(place, page.path)}">
    <meta property="og:title" content="${page.title}">
    <meta property="article:modified_time" content="${page.updated}">
    <link rel="stylesheet" href="${place.demo}/demo.css">
    ${page.head ?? ''}
  </head>`;

const renderHeader = (place: DemoPlace, page: Page) => {
  const words = siteWords[page.language];
  const home = page.language === 'sv' ? '/' : '/en/';
  const [other, otherPath] = page.language === 'sv' ? ['en', '/en/'] : ['sv', '/'];
  return html`<header class="site-header">
      <a class="skip" href="#content">${words.skip}</a>
      <div class="column">
        <p class="notice">${words.notice}</p>
        <div class="site-line">
          <a class="site-name" href="${place.demo}${home}">${words.site}</a>
          <a href="${place.demo}${otherPath}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
        </div>
        <nav aria-label="${words.breadcrumb}">
          <ol class="breadcrumb">
            <li><a href="${place.demo}${home}">${words.home}</a></li>
            <li>${page.category}</li>
            <li aria-current="page">${page.title}</li>
          </ol>
        </nav>
      </div>
    </header>`;
};

const renderFooter = (place: DemoPlace, page: Page) => {
  const words = siteWords[page.language];
  const part = (id: 'privacy' | 'contact' | 'accessibility') => html`
          <h3 id="${id}">${words[id].heading}</h3>
          <p>${words[id].text}</p>`;
  return html`<footer class="site-footer">
      <div class="column">
        <section class="about">
          <h2>${words.about}</h2>${part('privacy')}${part('contact')}${part('accessibility')}
        </section>
        <nav class="demo-links" aria-labelledby="demo-links">
          <h2 id="demo-links">${words.demoLinks}</h2>
          ${renderDemoLinks(place.demo, page.path, page.language)}
        </nav>
      </div>
    </footer>`;
};

/** A whole page of the made-up website, from doctype to foot. */
export function renderPage(place: DemoPlace, page: Page): Html {
  return html`<!doctype html>
<html lang="${page.language}">
  ${renderHead(place, page)}
  <body${page.wide ? html` class="wide"` : ''}>
    ${renderHeader(place, page)}
    <main class="column" id="content" tabindex="-1">
      ${page.main}
    </main>
    ${renderFooter(place, page)}
  </body>
</html>
`;
}
