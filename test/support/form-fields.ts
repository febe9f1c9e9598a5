import assert from 'node:assert/strict';

/** What a form sends, in its order. */
export type Fields = [string, string][];

/** What the form that is sent to an address sends, as it stands in a page, with its choices. */
export function fieldsOf(markup: string, action: string): Fields {
  const form = [...markup.matchAll(/<form\b[^>]*action="([^"]*)"[^>]*>(.*?)<\/form\s*>/gs)].find(
    ([, to = '']) => to.split('?')[0] === action,
  );
  assert.ok(form, `a form to ${action}`);
  const [, , content = ''] = form;
  const inputs = [...content.matchAll(/<input\b([^>]*)>/g)].flatMap(([, head = '']): Fields => {
    if (head.includes('type="checkbox"') && !/\bchecked\b/.test(head)) return [];
    return [[/name="([^"]*)"/.exec(head)?.[1] ?? '', /value="([^"]*)"/.exec(head)?.[1] ?? '']];
  });
  const selects = [...content.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>(.*?)<\/select\s*>/gs)];
  const chosen = selects.map(([, name = '', options = '']): [string, string] => [
    name,
    /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '',
  ]);
  return [...inputs, ...chosen];
}

/** The same with another value in one field. */
export const withField = (fields: Fields, name: string, value: string): Fields => [
  ...fields.filter(([each]) => each !== name),
  [name, value],
];
