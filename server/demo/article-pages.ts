import { html } from 'hono/html';
import { renderArticle, type Article } from './article.ts';
import { englishArticle } from './english-article.ts';
import { canonicalAddress, renderPage, type DemoPlace, type Html } from './page.ts';
import { strictPolicy } from './policies.ts';
import { renderLinkedPrompt, renderPrompt } from './prompt.ts';
import { swedishArticle } from './swedish-article.ts';

interface ArticlePage {
  path: string;
  article: (demo: string) => Article;
  prompt: typeof renderPrompt;
  note?: Html;
}

const renderArticlePage = (place: DemoPlace, { path, article, prompt, note }: ArticlePage) => {
  const written = article(place.demo);
  const { language, title, category, updated } = written;
  const page = canonicalAddress(place, path);
  const embedded = prompt({ service: place.service, page, title, language });
  const main = renderArticle(written, embedded, note);
  return renderPage(place, { path, language, title, category, updated, main });
};

/** The Swedish article with the prompt at its foot. */
export const renderSwedishPage = (place: DemoPlace): Html =>
  renderArticlePage(place, { path: '/', article: swedishArticle, prompt: renderPrompt });

/** The English article with the prompt at its foot. */
export const renderEnglishPage = (place: DemoPlace): Html =>
  renderArticlePage(place, { path: '/en/', article: englishArticle, prompt: renderPrompt });

/** The Swedish article as a website with a very strict policy would send it. */
export const renderStrictPage = (place: DemoPlace): Html =>
  renderArticlePage(place, {
    path: '/strict-csp/',
    article: swedishArticle,
    prompt: renderPrompt,
    note: html`<p class="note">
          Den här sidan skickas med en sträng säkerhetspolicy (CSP):
          <code>${strictPolicy}</code>
        </p>
        `,
  });

/** The Swedish article on a website whose editing system removes forms. */
export const renderLinkedPage = (place: DemoPlace): Html =>
  renderArticlePage(place, {
    path: '/link-only/',
    article: swedishArticle,
    prompt: renderLinkedPrompt,
    note: html`<p class="note">
          Här tillåter publiceringsverktyget inga formulär. I stället för formuläret står en länk,
          som används när skript saknas.
        </p>
        `,
  });
