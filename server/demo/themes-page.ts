import { html } from 'hono/html';
import { renderPage, type DemoPlace, type Html } from './page.ts';

const path = '/themes/';

/** A look of the element. */
interface Theme {
  /** Its class in `themes.css`. */
  name: string;
  heading: string;
  sentence: string;
}

const themes: Theme[] = [
  {
    name: 'as-it-comes',
    heading: 'Grundutseendet',
    sentence: 'Så ser frågan ut om webbplatsen inte ställer in något.',
  },
  {
    name: 'unstyled',
    heading: 'Sidans eget utseende',
    sentence: 'Frågan har inga egna färger. Den ärver typsnitt, textfärg och bakgrund från sidan.',
  },
  {
    name: 'example-agency',
    heading: 'En annan myndighet',
    sentence: 'Den påhittade myndigheten Exempelverket har egna färger och runda knappar.',
  },
];

const schemes = [
  { name: 'light', heading: 'Ljust läge' },
  { name: 'dark', heading: 'Mörkt läge' },
];

/** The prompt has been answered, so that all its colours are seen. */
const renderSheet = (
  place: DemoPlace,
  theme: Theme,
  scheme: (typeof schemes)[number],
): Html => html`
          <div class="sheet ${theme.name} ${scheme.name}">
            <h3>${scheme.heading}</h3>
            <page-feedback
              id="${theme.name}-${scheme.name}"
              service="${place.service}/demo/states/service/working"
              page-title="${theme.heading}, ${scheme.heading.toLowerCase()}"
              heading-level="4"
              privacy-href="#privacy"
              contact-href="#contact"
              accessibility-href="#accessibility"
              data-steps="no"
            ></page-feedback>
          </div>`;

const renderTheme = (place: DemoPlace, theme: Theme): Html => html`
      <section>
        <h2>${theme.heading}</h2>
        <p>${theme.sentence}</p>
        <div class="sheets">${schemes.map((scheme) => renderSheet(place, theme, scheme))}
        </div>
      </section>`;

/**
 * A page that shows the element in several looks, each on light and on dark. The looks are
 * rules of `themes.css` and nothing else. The script of the page of all states answers.
 */
export function renderThemesPage(place: DemoPlace, basePath: string): Html {
  const title = 'Frågans utseende';
  return renderPage(place, {
    path,
    language: 'sv',
    title,
    category: 'Demosidor',
    updated: '2026-11-22',
    wide: true,
    head: html`<link rel="stylesheet" href="${place.demo}${path}themes.css">
    <script type="module" src="${basePath}/widget/page-feedback.sv.js"></script>
    <script type="module" src="${place.demo}/states/states.js"></script>`,
    main: html`<h1>${title}</h1>
      <p class="intro">
        Webbplatsen bestämmer hur frågan ser ut. Här visas tre exempel, i ljust och mörkt läge.
        Inget av det du svarar på den här sidan sparas.
      </p>
      <noscript><p class="note">Slå på skript för att se exemplen.</p></noscript>
      <p class="note"><a href="${place.demo}${path}themes.css">Exemplens stilmall</a></p>
      ${themes.map((theme) => renderTheme(place, theme))}`,
  });
}
