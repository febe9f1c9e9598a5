import { html } from 'hono/html';
import type { ReviewPage } from './layout.ts';
import type { Locale } from './locale.ts';

/** What the list says before the first answer: how to get one. */
export interface EmptyListAddresses {
  /** The service's base address as the editor's browser reaches it. */
  base: string;
  /** Whether there are demo pages to try. */
  demo: boolean;
}

export function emptyList({ words }: Locale, { base, demo }: EmptyListAddresses): ReviewPage {
  const snippet = `<page-feedback></page-feedback>
<script src="${base}/widget/page-feedback.js" defer></script>`;
  return {
    title: words.title,
    main: html`<h1>${words.title}</h1>
      <h2>${words.emptyTitle}</h2>
      <p>${words.emptyText}</p>
      <h3>${words.embedTitle}</h3>
      <p>${words.embedText}</p>
      <pre><code>${snippet}</code></pre>
      <p>${words.embedMore}</p>
      ${
        demo &&
        html`<h3>${words.tryTitle}</h3>
          <p><a href="${base}/demo/">${words.tryLink}</a></p>
          <p>${words.tryText}</p>`
      }`,
  };
}

/** What the list says to an editor who has no site yet. */
export function noSites({ words }: Locale): ReviewPage {
  return {
    title: words.noSitesTitle,
    main: html`<h1>${words.noSitesTitle}</h1>
      <p>${words.noSitesText}</p>`,
  };
}
