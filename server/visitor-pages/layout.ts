import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageFrame {
  language: string;
  title: string;
  /** The path of the service's base address: empty, or such as `/gensvar`. */
  basePath: string;
  body: Markup;
}

const rightToLeft = ['ar', 'yi'];

/** The frame of the pages that visitors without script meet. */
export const visitorPage = ({ language, title, basePath, body }: PageFrame): Markup =>
  html`<!doctype html>
    <html lang="${language}"${rightToLeft.includes(language) ? html` dir="rtl"` : ''}>
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>${title}</title>
        <link rel="stylesheet" href="${basePath}/feedback/v1/visitor.css">
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
