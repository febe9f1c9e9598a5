import { html } from 'hono/html';
import { maxCommentLength } from '../../../server/contract/limits.ts';

/** What the short page around a prompt is made of. */
export interface PromptPage {
  /** The service's base address, from which the element comes. */
  service: string;
  /** The page's own address. */
  address: string;
  /** The base address to which the element sends, if it is another. */
  sendsTo: string | undefined;
}

/** A text for the clipboard that is `over` characters too long for a comment, or that much under. */
const textOf = (over: number) =>
  'Priset saknas. '.repeat(maxCommentLength).slice(0, maxCommentLength + over);

const textToCopy = (id: string, label: string, text: string) => html`
      <p>
        <label for="${id}">${label}</label>
        <textarea id="${id}" readonly>${text}</textarea>
      </p>`;

/** A short page of an agency: a link, a prompt and a link, so that few keys lead far. */
export const renderPromptPage = ({ service, address, sendsTo }: PromptPage) => html`<!doctype html>
<html lang="sv">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Öppettider</title>
    <link rel="canonical" href="${address}">
  </head>
  <body>
    <main>
      <h1>Öppettider</h1>${textToCopy('long', 'En för lång text', textOf(2))}${textToCopy('near', 'En nästan för lång text', textOf(-50))}
      <p><a href="#before">Länken före frågan</a></p>
      <page-feedback${sendsTo ? html` service="${sendsTo}"` : ''}
        privacy-href="#privacy" contact-href="#contact" accessibility-href="#accessibility">
        <form method="post" action="${service}/feedback/v1/responses" aria-label="Hjälpte denna information dig?">
          <input type="hidden" name="page" value="${address}">
          <input type="hidden" name="title" value="Öppettider">
          <input type="hidden" name="pageLanguage" value="sv">
          <input type="hidden" name="widgetLanguage" value="sv">
          <h2>Hjälpte denna information dig?</h2>
          <button name="answer" value="yes">Ja</button>
          <button name="answer" value="no">Nej</button>
        </form>
      </page-feedback>
      <p><a href="#after">Länken efter frågan</a></p>
    </main>
    <script src="${service}/widget/page-feedback.js" defer></script>
  </body>
</html>
`;
