import { html } from 'hono/html';
import { demoPages, renderDemoLinks } from './demo-links.ts';
import { renderPage, type DemoPlace, type Html } from './page.ts';
import { stateGroups, type StateExample, type StateGroup } from './state-examples.ts';

const path = '/states/';

const otherPages = demoPages.filter((page) => page.path !== path);

/** Headings of the examples are at level 3, so the question is one below. */
const questionLevel = 4;

const renderExample = (place: DemoPlace, example: StateExample): Html => {
  const { name, heading, sentence, service, steps, attributes } = example;
  const language = attributes?.lang ? html` lang="${attributes.lang}"` : '';
  const noComment = attributes?.noComment ? html` no-comment` : '';
  return html`
          <section class="example">
            <h3>${heading}</h3>
            <p>${sentence}</p>
            <page-feedback
              id="${name}"
              service="${place.service}/demo${path}service/${service}"
              page-title="${heading}"
              heading-level="${attributes?.headingLevel ?? questionLevel}"
              privacy-href="#privacy"
              contact-href="#contact"
              accessibility-href="#accessibility"
              data-steps="${steps}"${language}${noComment}
            ></page-feedback>
          </section>`;
};

const renderGroup = (place: DemoPlace, group: StateGroup): Html => html`
      <section>
        <h2>${group.heading}</h2>
        <div class="examples">${group.examples.map((example) => renderExample(place, example))}
        </div>
      </section>`;

/**
 * A page that shows every state of the element at once. The script
 * `browser/states.ts` walks each example there as a visitor would, against fake
 * services that store nothing. It loads the element at once, without the loader,
 * which would wait until an example is near the window.
 */
export function renderStatesPage(place: DemoPlace, basePath: string): Html {
  const script = (address: string) => html`
    <script type="module" src="${address}"></script>`;
  const title = 'Frågans alla lägen';
  return renderPage(place, {
    path,
    language: 'sv',
    title,
    category: 'Demosidor',
    updated: '2026-11-16',
    wide: true,
    head: html`${script(`${basePath}/widget/page-feedback.sv.js`)}${script(
      `${basePath}/widget/page-feedback.en.js`,
    )}${script(`${place.demo}${path}states.js`)}`,
    main: html`<h1>${title}</h1>
      <p class="intro">
        Här visas frågan ”Hjälpte denna information dig?” i alla sina lägen.
        Inget av det du svarar på den här sidan sparas.
      </p>
      <noscript><p class="note">Slå på skript för att se lägena.</p></noscript>
      <nav class="demo-links panel" aria-labelledby="other-pages">
        <h2 id="other-pages">Se frågan på en sida</h2>
        ${renderDemoLinks(place.demo, path, 'sv', otherPages)}
      </nav>
      ${stateGroups.map((group) => renderGroup(place, group))}`,
  });
}
