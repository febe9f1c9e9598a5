import { html } from 'hono/html';
import type { CopiedResponse } from '../../export/copy.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html } from '../review-environment.ts';
import { copyFacts, type CopyFacts } from './copy-facts.ts';
import { workInCopy } from './work-in-copy.ts';

/**
 * A copy as a page of its own to print or to save: without the frame, as those who get it
 * have no use for its links. It ends with words that say so.
 * @param stylesheet the address of the styles
 */
export async function* copyDocument(
  facts: CopyFacts,
  parts: AsyncIterable<CopiedResponse[]>,
  locale: Locale,
  stylesheet: string,
): AsyncGenerator<Buffer, void> {
  const { exporting } = locale.words;
  yield await toBytes(html`<!doctype html>
    <html lang="${locale.language}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>${exporting.copyTitle} – ${facts.scope.site.name}</title>
        <link rel="stylesheet" href="${stylesheet}">
      </head>
      <body>
        <main class="copy">
          <h1>${exporting.copyTitle}</h1>
          ${copyFacts(facts, locale)}
          <p>${exporting.copyMaskNote(exporting.mask)}</p>`);
  let page: number | undefined;
  for await (const part of parts) {
    const rows: Html[] = [];
    for (const copied of part) {
      if (copied.response.page.id !== page) {
        if (page !== undefined) rows.push(tableEnd);
        rows.push(tableStart(copied, locale));
        page = copied.response.page.id;
      }
      rows.push(tableRow(copied, locale));
    }
    yield await toBytes(html`${rows}`);
  }
  yield await toBytes(html`${page !== undefined && tableEnd}
      <p>${exporting.copyEnd}</p>
    </main></body></html>`);
}

const toBytes = async (markup: Html): Promise<Buffer> => Buffer.from(await markup);

function tableStart({ response: { page } }: CopiedResponse, { words }: Locale): Html {
  const { columns } = words.exporting;
  const title = page.title?.trim();
  return html`
    <h2><bdi>${title || page.address}</bdi></h2>
    ${title && html`<p class="address">${page.address}</p>`}
    <table class="records">
      <thead>
        <tr>
          <th scope="col">${columns.received}</th>
          <th scope="col">${columns.answer}</th>
          <th scope="col">${columns.comment}</th>
          <th scope="col">${words.exporting.copyHandling}</th>
        </tr>
      </thead>
      <tbody>`;
}

const tableEnd = html`</tbody></table>`;

function tableRow({ response, comment, work }: CopiedResponse, locale: Locale): Html {
  const { words, formats } = locale;
  const { answer, rating, received } = response;
  return html`
    <tr>
      <td>${timeOf(received, locale)}</td>
      <td>${words[answer]}${
        rating !== null && `, ${words.exporting.copyRating(formats.number(rating))}`
      }</td>
      <td class="words" lang="" dir="auto">${comment?.text}</td>
      <td>${work && workInCopy(work, locale)}</td>
    </tr>`;
}
