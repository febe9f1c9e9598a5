import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { editorLanguages, type EditorLanguage } from '../../locales/languages.ts';
import { navigation } from './access/navigation.ts';
import type { Html, ReviewContext } from './review-environment.ts';

export interface ReviewPage {
  title: string;
  /** What stands in `<main>`, the only `h1` first. */
  main: Html;
  status?: ContentfulStatusCode;
}

export type ShowPage = (c: ReviewContext, page: ReviewPage) => Response | Promise<Response>;

/** A function that puts a page in the frame that all pages of the review share. */
export function createLayout(root: string, stylesheetHref: string): ShowPage {
  return (c, { title, main, status = 200 }) => {
    const { editor, locale } = c.var;
    const { words, language } = locale;
    // `main` takes no focus: after a heading in it, Tab would go on from its first control in Orca.
    return c.html(
      html`<!doctype html>
        <html lang="${language}">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>${title} – Gensvar</title>
            <link rel="stylesheet" href="${root}/${stylesheetHref}">
          </head>
          <body>
            <a class="skip" href="#main">${words.skip}</a>
            <header class="frame-head">
              <a class="brand" href="${root}/">Gensvar</a>
              ${
                editor &&
                html`<p class="editor">${words.signedInAs(editor.name)}</p>
                <form method="post" action="${root}/language">
                  <input type="hidden" name="returnTo" value="${addressOf(c)}">
                  ${editorLanguages.filter((other) => other !== language).map(languageButton)}
                </form>
                <form method="post" action="${root}/sign-out">
                  <button>${words.signOut}</button>
                </form>`
              }
            </header>
            ${editor && navigation(c, root)}
            <main id="main">${main}</main>
          </body>
        </html>`,
      status,
    );
  };
}

/** The path and query of a request, to come back to. */
export const addressOf = (c: ReviewContext) => c.req.path + new URL(c.req.url).search;

/** A language is named in itself, so that whoever needs it can read it. */
function languageButton(language: EditorLanguage): Html {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const capitalised = name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  return html`<button name="language" value="${language}" lang="${language}">
    ${capitalised}
  </button>`;
}
