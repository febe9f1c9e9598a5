import { html } from 'hono/html';
import { hiddenFields } from './comment-form.ts';
import { visitorPage, type Markup } from './layout.ts';
import { answerButtons, backLink, pageLine, type PageContext } from './receipt-page.ts';

export interface FormPageValues {
  id: string;
  page: string;
  title: string | undefined;
  language: string;
  /** The question and its purpose in the site's own words. */
  question?: string | undefined;
  purpose?: string | undefined;
}

/** The question on a page of its own, for sites whose pages can hold only a link. */
export function formPage(values: FormPageValues, context: PageContext): Markup {
  const { words, basePath, action } = context;
  const body = html`
    <h1>${values.question ?? words.question}</h1>
    <p>${values.purpose ?? words.purpose}</p>
    ${pageLine(values.page, values.title, words)}
    <form method="post" action="${action}" accept-charset="utf-8">
      ${hiddenFields(values)} ${answerButtons(words)}
    </form>
    <p>${words.privacy}</p>
    ${backLink(values.page, words)}
  `;
  return visitorPage({ language: values.language, title: words.formTitle, basePath, body });
}
