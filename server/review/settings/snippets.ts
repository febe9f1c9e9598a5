import type { VisitorLanguage } from '../../../locales/languages.ts';
import { responsesPath } from '../../contract/limits.ts';
import type { Site } from '../../store/store.ts';
import type { VisitorWords } from '../../words/words.ts';

/** A file of one version, and the hash with which a page can have it checked. */
interface PinnedFile {
  address: string;
  integrity: string;
}

/** Text as it is written in an attribute or an element. */
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The prompt with its form for visitors without script. */
export function promptMarkup(
  service: string,
  { origins: [origin = ''] }: Site,
  language: VisitorLanguage,
  words: Pick<VisitorWords, 'question' | 'yes' | 'no'>,
): string {
  const [question, yes, no] = [words.question, words.yes, words.no].map(escaped);
  return `<page-feedback>
  <div data-nosnippet>
    <form method="post" action="${service}/${responsesPath}" accept-charset="utf-8" aria-label="${question}">
      <input type="hidden" name="page" value="${escaped(origin)}/exempel">
      <input type="hidden" name="title" value="Exempel">
      <input type="hidden" name="pageLanguage" value="${language}">
      <h2>${question}</h2>
      <button name="answer" value="yes">${yes}</button> <button name="answer" value="no">${no}</button>
    </form>
  </div>
</page-feedback>`;
}

/** The loader that knows the site's settings. */
export const siteLoader = (service: string, { key }: Site): string =>
  `<script src="${service}/widget/sites/${key}/page-feedback.js" defer></script>`;

export const pinnedLoader = ({ address, integrity }: PinnedFile): string =>
  `<script src="${address}" integrity="${integrity}" crossorigin="anonymous" defer></script>`;

export const elementTag = ({ address, integrity }: PinnedFile): string =>
  `<script type="module" src="${address}" integrity="${integrity}" crossorigin="anonymous"></script>`;

/** Holds the room from the first paint; nothing of it is printed. */
export const styles = `page-feedback:not([hidden]) { display: flow-root; min-height: 12rem; }
@media print { page-feedback:not([hidden]) { display: none; } }`;

/** What a policy must allow. */
export const policy = (service: string): string =>
  `script-src ${service}/widget/
connect-src ${service}/feedback/
form-action ${new URL(service).origin}`;

/** What a policy that asks for Trusted Types must allow: the templates' own. */
export const trustedTypes = 'trusted-types lit-html';
