import { html } from 'hono/html';
import type { Html } from './page.ts';

/** What a web team knows of the page on which it puts the prompt. */
export interface PromptPlace {
  /** The service's base address, without a trailing slash. */
  service: string;
  /** The page's canonical address. */
  page: string;
  title: string;
  language: 'sv' | 'en';
}

const words = {
  sv: {
    question: 'Hjälpte denna information dig?',
    purpose: 'Ditt svar hjälper oss att förbättra sidan.',
    yes: 'Ja',
    no: 'Nej',
    accessibility: 'Rapportera bristande tillgänglighet',
    link: 'Berätta om denna information hjälpte dig',
  },
  en: {
    question: 'Did this information help you?',
    purpose: 'Your answer helps us improve the page.',
    yes: 'Yes',
    no: 'No',
    accessibility: 'Report an accessibility problem',
    link: 'Tell us whether this information helped you',
  },
};

const loader = (service: string) =>
  html`<script src="${service}/widget/page-feedback.js" defer></script>`;

/** The prompt as a web team pastes it: a form that works without script. */
export function renderPrompt({ service, page, title, language }: PromptPlace): Html {
  const { question, purpose, yes, no, accessibility } = words[language];
  return html`<page-feedback
        privacy-href="#privacy"
        contact-href="#contact"
        accessibility-href="#accessibility"
      >
        <form method="post" action="${service}/feedback/v1/responses" aria-label="${question}">
          <input type="hidden" name="page" value="${page}">
          <input type="hidden" name="title" value="${title}">
          <input type="hidden" name="pageLanguage" value="${language}">
          <input type="hidden" name="widgetLanguage" value="${language}">
          <h2>${question}</h2>
          <p>${purpose}</p>
          <button name="answer" value="yes">${yes}</button>
          <button name="answer" value="no">${no}</button>
          <p><a href="#accessibility">${accessibility}</a></p>
        </form>
      </page-feedback>
      ${loader(service)}`;
}

/** The prompt where the editing system removes forms: a link to the service's own form. */
export function renderLinkedPrompt({ service, page, language }: PromptPlace): Html {
  const address = `${service}/feedback/v1/form?page=${encodeURIComponent(page)}&language=${language}`;
  return html`<page-feedback
        privacy-href="#privacy"
        contact-href="#contact"
        accessibility-href="#accessibility"
      >
        <p class="instead"><a href="${address}">${words[language].link}</a></p>
      </page-feedback>
      ${loader(service)}`;
}
