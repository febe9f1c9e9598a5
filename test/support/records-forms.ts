import assert from 'node:assert/strict';
import { unescapeText } from './read-markup.ts';
import type { ReviewDesk } from './review-desk.ts';

export type Field = [name: string, value: string];

export const choosePath = '/review/records-request/choose';
const copyPath = '/review/records-request/copy';

/** The fields of the form that goes to an address, as they stand. */
export function fieldsOf(markup: string, action: string): Field[] {
  const form =
    new RegExp(`<form[^>]*action="${action}#changed"[^>]*>.*?</form`, 's').exec(markup)?.[0] ?? '';
  assert.notEqual(form, '', `There is no form for ${action}.`);
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const ticked = [...form.matchAll(/name="mark" value="(\d+)"\s+checked/g)];
  const words = /<textarea[^>]*>\n?(.*?)<\/textarea/s.exec(form)?.[1];
  return [
    ...inputs.map(([, name = '', value = '']): Field => [name, unescapeText(value)]),
    ...ticked.map(([, id = '']): Field => ['mark', id]),
    ...(words === undefined ? [] : [['words', unescapeText(words)] as Field]),
  ];
}

/** The number of the box beside a comment. */
export const boxOf = (markup: string, words: string): string => {
  // A history before the box has items of its own: the first box after the words is meant.
  const after = markup.slice(markup.indexOf(words));
  return /name="mark" value="(\d+)"/.exec(after)?.[1] ?? '';
};

/** The steps in which an editor makes a copy to hand out. */
export function recordsForms(desk: () => ReviewDesk) {
  const send = (path: string, fields: Field[]) =>
    desk().request(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  const choose = (query = 'scope=site') => desk().read(`${choosePath}?${query}`);

  return {
    send,
    choose,
    /** Marks comments and words, and asks for the preview. */
    preview: async (marked: string[] = [], words = ''): Promise<string> => {
      const markup = await choose();
      const fields = fieldsOf(markup, choosePath).filter(([name]) => name !== 'words');
      const marks = marked.map((text): Field => ['mark', boxOf(markup, text)]);
      const response = await send(choosePath, [
        ...fields,
        ...marks,
        ['words', words],
        ['go', 'preview'],
      ]);
      return response.text();
    },
    take: (markup: string, format: string) =>
      send(copyPath, [...fieldsOf(markup, copyPath), ['format', format]]),
  };
}
