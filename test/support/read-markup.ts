/*
 * Reads the service's own pages, whose markup is plain and well-formed: enough to
 * fill in and send a form as a browser without script does. It is no parser of
 * all HTML.
 */

/** A form as it stands on a page. */
export interface PageForm {
  /** The absolute address it is sent to. */
  action: string;
  method: string;
  /** The fields and what they hold before the visitor writes anything. */
  fields: Record<string, string>;
  buttons: { name: string | undefined; value: string; text: string }[];
  markup: string;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** The text of escaped text. */
export const unescapeText = (markup: string): string =>
  markup.replace(/&(#39|[a-z]+);/g, (whole, name: string) => entities[name] ?? whole);

/** What a reader sees of a piece of markup, on one line. */
export const textOf = (markup: string): string =>
  unescapeText(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** The content of each element of that name that holds none of its own kind. */
export const contentsOf = (markup: string, element: string): string[] =>
  [...markup.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}\\s*>`, 'gs'))].map(
    (match) => match[1] ?? '',
  );

/** All forms of a page, in their order. */
export function readForms(page: string, address: string): PageForm[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form\s*>/gs)].map(
    ([, head = '', markup = '']) => ({
      action: new URL(attributeOf(head, 'action') ?? address, address).href,
      method: (attributeOf(head, 'method') ?? 'get').toLowerCase(),
      fields: { ...inputs(markup), ...textAreas(markup) },
      buttons: [...markup.matchAll(/<button\b([^>]*)>(.*?)<\/button\s*>/gs)].map(
        ([, button = '', text = '']) => ({
          name: attributeOf(button, 'name'),
          value: attributeOf(button, 'value') ?? '',
          text: textOf(text),
        }),
      ),
      markup,
    }),
  );
}

function inputs(markup: string): Record<string, string> {
  const heads = [...markup.matchAll(/<input\b([^>]*)>/g)].map(([, head = '']) => head);
  // Of the choices of one name only the one that is checked is sent.
  const sent = heads.filter((head) => !/type="radio"/.test(head) || /\bchecked\b/.test(head));
  return Object.fromEntries(
    sent.map((head) => [attributeOf(head, 'name') ?? '', attributeOf(head, 'value') ?? '']),
  );
}

function textAreas(markup: string): Record<string, string> {
  const areas = [...markup.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea\s*>/gs)];
  return Object.fromEntries(
    areas.map(([, head = '', content = '']) => [
      attributeOf(head, 'name') ?? '',
      // A browser drops the line break that stands first in a text area.
      unescapeText(content.replace(/^\n/, '')),
    ]),
  );
}

function attributeOf(head: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1];
  return value === undefined ? undefined : unescapeText(value);
}
