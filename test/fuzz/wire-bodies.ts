import fc from 'fast-check';
import { answers } from '../../server/contract/response-schema.ts';

/** What is sent to the intake: anything from a good answer to noise. */
export interface FuzzedRequest {
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Stands in everything that a sender writes; no answer in JSON may give it back. */
export const mark = 'qzxjvk';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ maxLength: 1100, size: 'max' }),
  oneOf('\0', '\ud800', '\u202e', '"', "' or 1=1 --", '<script>', '%00', '\r\nset-cookie: a=b'),
);

const marked = wild.map((text) => mark + text);

/** Each field as its schema wants it, or nearly. */
const likely = (site: string) => ({
  id: fc.oneof(fc.uuid({ version: 4 }), fc.uuid(), marked),
  page: fc.oneof(
    fc.webPath().map((path) => site + path),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    marked.map((text) => `${site}/${text}`),
    marked,
  ),
  revisionNo: fc.oneof(
    fc.integer(),
    oneOf<string | number>(0, 1, 1_000_000, 1_000_001, 1.5, -0, 1e308, '7'),
  ),
  title: fc.oneof(marked, fc.string({ minLength: 295, maxLength: 305 })),
  pageLanguage: fc.oneof(oneOf('sv', 'en-GB', 'x', 'zh-Hans-CN', ''), marked),
  widgetLanguage: fc.oneof(oneOf('sv', 'en', '--'), marked),
  pageUpdated: fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    oneOf('2026-02-30', '2026-11-22', '0000-00-00', '2026-11-22T24:61'),
    marked,
  ),
  answer: fc.oneof(oneOf(...answers), marked),
  rating: fc.oneof(fc.integer({ min: -1, max: 7 }), fc.double(), oneOf('3', '')),
  comment: fc.oneof(
    marked,
    fc.string({ minLength: 990, maxLength: 1010, unit: 'grapheme' }),
    fc.integer({ min: 0, max: 10 ** 12 }).map((digits) => `${mark} ${digits} ${mark}`),
    oneOf(`${mark} 19121212-1212`, `${mark}@example.se`, `${mark} 070-174 06 05`, ''),
  ),
  survey: fc.oneof(oneOf('page', 'gateway'), marked),
});

/** Any JSON at all, in which every text and name is marked. */
const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => {
  const markAll = (part: unknown): unknown => {
    if (typeof part === 'string') return mark + part;
    if (Array.isArray(part)) return part.map(markAll);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [mark + name, markAll(inner)]),
    );
  };
  return markAll(value);
});

/** Bytes that were damaged on their way. */
const damage = (bytes: fc.Arbitrary<Uint8Array>) =>
  fc
    .tuple(bytes, fc.nat(), fc.uint8Array({ maxLength: 4 }), fc.boolean())
    .map(([whole, place, noise, cut]) => {
      const at = place % (whole.length + 1);
      const rest = cut ? new Uint8Array() : whole.subarray(at + noise.length);
      return Buffer.concat([whole.subarray(0, at), noise, rest]);
    });

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

const formText = (fields: Record<string, unknown>) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`)
    .join('&');

/** @param site the origin of a page that the service takes answers about */
export function fuzzedRequest(site: string): fc.Arbitrary<FuzzedRequest> {
  const fields = fc.record(likely(site), { requiredKeys: ['page', 'answer'] });
  const good = fc.record({
    id: fc.uuid({ version: 4 }),
    page: fc.webPath().map((path) => site + path),
    answer: oneOf(...answers),
  });
  const confused = fc.record(
    Object.fromEntries(
      Object.entries(likely(site)).map(([name, value]) => [name, fc.oneof(value, anyJson)]),
    ),
    { requiredKeys: [] },
  );
  const withStrangers = fc
    .tuple(fields, fc.dictionary(marked, anyJson, { maxKeys: 3 }))
    .map(([known, strange]) => ({ ...known, ...strange }));

  const objects = fc.oneof(good, fields, confused, withStrangers);
  const json = fc.oneof(
    { weight: 6, arbitrary: objects.map((value) => bytesOf(JSON.stringify(value))) },
    { weight: 1, arbitrary: anyJson.map((value) => bytesOf(JSON.stringify(value))) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 16_000 }).map((depth) => bytesOf('['.repeat(depth))),
    },
  );
  const form = fc.oneof(
    { weight: 6, arbitrary: objects.map((value) => bytesOf(formText(value))) },
    { weight: 1, arbitrary: marked.map((text) => bytesOf(`answer=yes&comment=${text}&comment=%`)) },
  );
  const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  const large = fc
    .integer({ min: 32_000, max: 70_000 })
    .map((size) => bytesOf(`{"comment":"${mark.repeat(size / mark.length)}"}`));

  const jsonTypes = oneOf('application/json', 'application/json; charset=utf-8');
  const formTypes = oneOf('application/x-www-form-urlencoded');
  const strangeTypes = fc.oneof(
    oneOf('', 'text/plain', 'multipart/form-data', 'application/json; charset=x', 'a/b', '/'),
    fc.string({ maxLength: 30 }).map((text) => text.replace(/[^ -~]/g, '').trim()),
  );
  const anyBody = fc.oneof(json, form, noise);
  const [fine, heavy] = [8, 1];
  const typed = fc.oneof(
    { weight: fine, arbitrary: fc.tuple(jsonTypes, json) },
    { weight: fine, arbitrary: fc.tuple(formTypes, form) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.oneof(jsonTypes, formTypes), damage(fc.oneof(json, form))),
    },
    { weight: 2, arbitrary: fc.tuple(strangeTypes, anyBody) },
    { weight: heavy, arbitrary: fc.tuple(jsonTypes, fc.oneof(large, noise)) },
  );
  const accepts = fc.oneof(
    { weight: 8, arbitrary: oneOf('application/json') },
    { weight: 2, arbitrary: oneOf('text/html', '*/*', '', 'text/html;q=0, application/json;q=x') },
  );
  const origins = fc.oneof(
    { weight: 6, arbitrary: fc.constant(site) },
    { weight: 2, arbitrary: oneOf('', 'null', 'https://evil.example', `${site}.evil.example`) },
  );
  return fc.tuple(typed, accepts, origins).map(([[type, body], accept, origin]) => ({
    headers: {
      ...(type && { 'content-type': type }),
      ...(accept && { accept }),
      ...(origin && { origin }),
    },
    body,
  }));
}
