import { html } from 'hono/html';
import type { Html } from './page.ts';

export interface ReadMoreLink {
  href: string;
  text: string;
  /** The language of a page on another website; undefined: a page of this website. */
  elsewhere?: string;
}

/** An article as an editor would fill it in. */
export interface Article {
  language: 'sv' | 'en';
  title: string;
  category: string;
  /** The paragraph in larger type below the heading. */
  intro: string;
  /** The sections, each with its own headings from level 2. */
  body: Html;
  readMore: ReadMoreLink[];
  /** Dates as `2026-10-14`. */
  published: string;
  updated: string;
}

const words = {
  sv: {
    readMore: 'Läs mer',
    elsewhere: 'Länk till annan webbplats.',
    updated: 'Senast uppdaterad:',
    published: 'Publicerad:',
  },
  en: {
    readMore: 'Read more',
    elsewhere: 'Link to another website.',
    updated: 'Last updated:',
    published: 'Published:',
  },
};

const date = (day: string, language: 'sv' | 'en') => {
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return html`<time datetime="${day}">${format.format(new Date(day))}</time>`;
};

const readMoreLink = (link: ReadMoreLink, elsewhere: string) =>
  link.elsewhere
    ? html`
            <li><a href="${link.href}" hreflang="${link.elsewhere}">${link.text}. ${elsewhere}</a></li>`
    : html`
            <li><a href="${link.href}">${link.text}</a></li>`;

/**
 * The main part of an article page: text, links, prompt and dates, in this order.
 * @param note what is told above the text, if anything
 */
export function renderArticle(article: Article, prompt: Html, note?: Html): Html {
  const { readMore, elsewhere, updated, published } = words[article.language];
  return html`<article class="article">
        <h1>${article.title}</h1>
        <p class="intro">${article.intro}</p>
        ${note ?? ''}${article.body}
        <section class="read-more">
          <h2>${readMore}</h2>
          <ul>${article.readMore.map((link) => readMoreLink(link, elsewhere))}
          </ul>
        </section>
      </article>
      ${prompt}
      <div class="dates">
        <p>${updated} ${date(article.updated, article.language)}</p>
        <p>${published} ${date(article.published, article.language)}</p>
      </div>`;
}
