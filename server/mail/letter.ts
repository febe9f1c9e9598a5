import { html } from 'hono/html';

/** What a mail says, before it is written as text and as HTML. */
export interface Letter {
  /** The language it is written in, such as `sv`. */
  language: string;
  subject: string;
  /** The only heading of the first level. */
  title: string;
  paragraphs: string[];
  lists?: LetterList[];
  /** Where the reader goes on. */
  links: LetterLink[];
  /** Why the mail was sent, after everything else. */
  ending?: string;
  /** How to have no more of these. */
  stop?: LetterLink;
}

export interface LetterLink {
  text: string;
  href: string;
}

export interface LetterList {
  title: string;
  items: (LetterLink & { about: string })[];
}

/** The letter as text, for programs and people who want no HTML. */
export function letterAsText(letter: Letter): string {
  const { title, paragraphs, lists = [], links, ending, stop } = letter;
  const parts = [
    title,
    ...paragraphs,
    ...lists.flatMap((list) => [
      list.title.toLocaleUpperCase(letter.language),
      ...list.items.map(({ text, href, about }) => `* ${text}\n  ${about}\n  ${href}`),
    ]),
    ...links.map(({ text, href }) => `${text}:\n${href}`),
    ...(ending === undefined ? [] : [ending]),
    ...(stop ? [`${stop.text}:\n${stop.href}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The letter as HTML that needs no style: headings, lists and links are what they are. No
 * picture, nothing that is fetched, nothing that tells whether it was read.
 */
export async function letterAsHtml(letter: Letter): Promise<string> {
  const { language, subject, title, paragraphs, lists = [], links, ending, stop } = letter;
  const link = ({ text, href }: LetterLink) => html`<a href="${href}">${text}</a>`;
  const markup = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>${subject}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${paragraphs.map((text) => html`<p>${text}</p>`)}
          ${lists.map(
            (list) =>
              html`<h2>${list.title}</h2>
                <ul>
                  ${list.items.map((item) => html`<li>${link(item)}<br>${item.about}</li>`)}
                </ul>`,
          )}
          ${links.map((way) => html`<p>${link(way)}</p>`)}
          ${ending !== undefined && html`<p>${ending}</p>`}
          ${stop && html`<p>${link(stop)}</p>`}
        </main>
      </body>
    </html>`;
  return markup.toString();
}
