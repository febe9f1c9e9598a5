import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { operationSection } from './docs-operation.ts';
import { schemaSections } from './docs-schemas.ts';
import type { OpenApiDocument } from './openapi-document.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** One operation of the document, as far as the page tells of it. */
export interface ShownOperation {
  method: string;
  path: string;
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: {
    name: string;
    in: string;
    description: string;
    schema: unknown;
    example: unknown;
  }[];
  requestBody?: { content: Content; description: string };
  responses: Record<string, { description: string; content?: Content }>;
  'x-scope'?: string;
}

/** Bodies by their media type. */
export type Content = Record<
  string,
  { schema: object; examples: Record<string, { summary: string; value: unknown }> }
>;

/**
 * A page about the API, made from its document. It can be read without script; with it,
 * each way to read something can be tried.
 * @param base the path of the API, such as `/feedback/v1`
 */
export function docsPage(document: OpenApiDocument, base: string): Html {
  const { info, servers, tags, components } = document;
  const operations = listOperations(document);
  const ofTag = (name: string) => operations.filter((operation) => operation.tags.includes(name));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${info.title} API ${info.version}</title>
        <link rel="stylesheet" href="${base}/docs/docs.css" />
        <script type="module" src="${base}/docs/try-it.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header>
          <nav aria-label="Operations">
            <ul>
              ${operations.map(
                ({ operationId, method, path }) =>
                  html`<li><a href="#${operationId}">${method} ${path}</a></li>`,
              )}
              <li><a href="#schemas">Schemas</a></li>
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          <h1>${info.title} API ${info.version}</h1>
          ${bilingual(info.description)}
          <ul>
            <li>Base address: <code>${servers.map(({ url }) => url).join(', ')}</code></li>
            <li><a href="${base}/openapi.json">The OpenAPI document</a></li>
            <li>Contact: ${contactLinks(info.contact)}</li>
            ${info.termsOfService === undefined ? '' : html`<li><a href="${info.termsOfService}">Terms of use</a></li>`}
          </ul>
          <form class="token" hidden>
            <h2>Try it</h2>
            <p>
              <label for="token">Token</label>
              <input id="token" type="password" autocomplete="off" spellcheck="false" aria-describedby="token-hint" />
            </p>
            <p id="token-hint">Needed for counts and comments. It is kept until you leave this page.</p>
          </form>
          ${tags.map(
            ({ name, description }) =>
              html`<h2>${name}</h2>
                ${bilingual(description)}
                ${ofTag(name).map((operation) => operationSection(operation, base, servers[0]?.url ?? base))}`,
          )}
          <h2 id="schemas">Schemas</h2>
          ${schemaSections(components.schemas)}
        </main>
      </body>
    </html>`;
}

function listOperations({ paths }: OpenApiDocument): ShownOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...(operation as Omit<ShownOperation, 'method' | 'path'>),
      method: method.toUpperCase(),
      path,
    })),
  );
}

/** The document's texts are pairs of paragraphs: Swedish, then the same in English. */
export const bilingual = (text: string): Html[] =>
  text
    .split('\n\n')
    .map((paragraph, position) =>
      position % 2 === 0 ? html`<p lang="sv">${paragraph}</p>` : html`<p>${paragraph}</p>`,
    );

function contactLinks({ name, url, email }: OpenApiDocument['info']['contact']): Html {
  return html`<a href="${url}">${name}</a>${
    email === undefined ? '' : html`, <a href="mailto:${email}">${email}</a>`
  }`;
}
