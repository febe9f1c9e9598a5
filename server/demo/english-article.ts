import { html } from 'hono/html';
import type { Article } from './article.ts';

const body = html`<section>
          <h2>Say where the link leads</h2>
          <p>
            Write the link text so that it makes sense on its own. People who use a screen reader
            often move from link to link. People who skim the page do the same with their eyes.
          </p>
          <h3>Use the heading of the target</h3>
          <p>
            Let the link text resemble the heading of the page it leads to. Readers then know at
            once that they have come to the right place.
          </p>
          <h3>Avoid “Click here”</h3>
          <p>
            Short commands say nothing about the content. When several links on the page share a
            text, readers cannot tell them apart.
          </p>
          <ul>
            <li>Less good: Click here for the form.</li>
            <li>Better: Form for booking a room.</li>
          </ul>
        </section>
        <section>
          <h2>Keep the link text short</h2>
          <p>
            Link the words that carry the meaning, not the whole sentence. If you can, put the link
            at the end of the paragraph. Readers then take in the text before they have to choose.
          </p>
        </section>
        <section>
          <h2>Tell readers what they do not expect</h2>
          <p>Say in the link text:</p>
          <ul>
            <li>the file format and size, if the link opens a document</li>
            <li>the language, if the target is in another language than the page</li>
            <li>that the link leads to another website.</li>
          </ul>
        </section>
        <section>
          <h2>Check the links before you publish</h2>
          <ol>
            <li>Read the link texts only, one at a time.</li>
            <li>Ask yourself whether you know where each link leads.</li>
            <li>Rewrite the link texts that cannot be understood.</li>
          </ol>
        </section>`;

/** The English article of the demo. */
export const englishArticle = (demo: string): Article => ({
  language: 'en',
  title: 'Write clear link texts',
  category: 'Writing for the web',
  intro:
    'A good link text tells where the link leads. Readers can then choose the right one without reading the whole paragraph around it.',
  body,
  readMore: [
    { href: `${demo}/states/`, text: 'All states of the prompt (in Swedish)' },
    {
      href: 'https://www.w3.org/WAI/tips/writing/',
      text: 'Tips on accessible writing, W3C',
      elsewhere: 'en',
    },
    {
      href: 'https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html',
      text: 'The guideline on link purpose, W3C',
      elsewhere: 'en',
    },
  ],
  published: '2026-03-02',
  updated: '2026-10-14',
});
