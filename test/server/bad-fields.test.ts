import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { sendForm, sendJson, transports, type Fields } from '../support/send-response.ts';
import { countRows, readResponses } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const page = `${origin}/e-faktura`;

/** Stands in each value that is refused: no answer may repeat it. */
const secret = 'hemligt7ord';

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const answer = () => ({ id: crypto.randomUUID() as string, page, answer: 'yes' });

interface BadFields {
  /** The field that the problem must name. */
  field: string;
  /** What is sent beside or in place of a good answer's fields; undefined leaves a field out. */
  sent: Fields;
  kind?: string;
  only?: 'form' | 'JSON';
}

const v1 = '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d';
const long = (length: number) => secret + 'x'.repeat(length - secret.length);

const cases: Record<string, BadFields> = {
  'no page': { field: 'page', sent: { page: undefined } },
  'an empty page': { field: 'page', sent: { page: '' } },
  'a page that is a number': { field: 'page', sent: { page: 7 }, only: 'JSON' },
  'a page that is null': { field: 'page', sent: { page: null }, only: 'JSON' },
  'a page that is a list': { field: 'page', sent: { page: [page] }, only: 'JSON' },
  'a page that is no address': { field: 'page', sent: { page: `inte ${secret}` } },
  'a page without its host': { field: 'page', sent: { page: `/${secret}` } },
  'a page that is a script': { field: 'page', sent: { page: `javascript:alert('${secret}')` } },
  'a page that is a file': { field: 'page', sent: { page: `file:///${secret}` } },
  'a page of an unknown site': {
    field: 'page',
    sent: { page: `https://${secret}.example/` },
    kind: 'unknown-site',
  },
  'a page of an unknown port': {
    field: 'page',
    sent: { page: `https://www.example.se:81/${secret}` },
    kind: 'unknown-site',
  },
  'a page of 2,049 characters': {
    field: 'page',
    sent: { page: `${page}/${long(2049 - page.length - 1)}` },
  },
  'no answer': { field: 'answer', sent: { answer: undefined } },
  'an empty answer': { field: 'answer', sent: { answer: '' } },
  'an unknown answer': { field: 'answer', sent: { answer: secret } },
  'an answer in capitals': { field: 'answer', sent: { answer: 'YES' } },
  'an answer that is true': { field: 'answer', sent: { answer: true } },
  'an answer that is null': { field: 'answer', sent: { answer: null }, only: 'JSON' },
  'an answer that is a list': { field: 'answer', sent: { answer: ['yes'] }, only: 'JSON' },
  'no id': { field: 'id', sent: { id: undefined }, only: 'JSON' },
  'an id that is null': { field: 'id', sent: { id: null }, only: 'JSON' },
  'an id that is empty': { field: 'id', sent: { id: '' }, only: 'JSON' },
  'an id that is a number': { field: 'id', sent: { id: 7 } },
  'an id that is text': { field: 'id', sent: { id: secret } },
  'an id of version 1': { field: 'id', sent: { id: v1 } },
  'an id of zeros': { field: 'id', sent: { id: '00000000-0000-0000-0000-000000000000' } },
  'an id with braces': { field: 'id', sent: { id: `{${crypto.randomUUID()}}` } },
  'a revision that is zero': { field: 'revisionNo', sent: { revisionNo: 0 } },
  'a revision below zero': { field: 'revisionNo', sent: { revisionNo: -1 } },
  'half a revision': { field: 'revisionNo', sent: { revisionNo: 1.5 } },
  'a revision beyond all counting': { field: 'revisionNo', sent: { revisionNo: 1_000_001 } },
  'a revision that is text': { field: 'revisionNo', sent: { revisionNo: secret } },
  'a revision in quotes': { field: 'revisionNo', sent: { revisionNo: '1' }, only: 'JSON' },
  'a title of 301 characters': { field: 'title', sent: { title: long(301) } },
  'a title that is a number': { field: 'title', sent: { title: 7 }, only: 'JSON' },
  'a title with a NUL': { field: 'title', sent: { title: `${secret}\0` } },
  'a page language that is no tag': { field: 'pageLanguage', sent: { pageLanguage: secret } },
  'a page language that is a list': {
    field: 'pageLanguage',
    sent: { pageLanguage: ['sv'] },
    only: 'JSON',
  },
  'a page language that is long': {
    field: 'pageLanguage',
    sent: { pageLanguage: 'sv' + '-x1'.repeat(12) },
  },
  'a language that is no tag': {
    field: 'widgetLanguage',
    sent: { widgetLanguage: `sv_${secret}` },
  },
  'a language that is a number': { field: 'widgetLanguage', sent: { widgetLanguage: 46 } },
  'a date that is text': { field: 'pageUpdated', sent: { pageUpdated: secret } },
  'a date the other way round': { field: 'pageUpdated', sent: { pageUpdated: '22/11/2026' } },
  'a date in a month that is none': { field: 'pageUpdated', sent: { pageUpdated: '2026-13-01' } },
  'a date with an hour that is none': {
    field: 'pageUpdated',
    sent: { pageUpdated: '2026-11-22T25:00:00Z' },
  },
  'the 30th of February': { field: 'pageUpdated', sent: { pageUpdated: '2026-02-30' } },
  'the 29th of February in a usual year': {
    field: 'pageUpdated',
    sent: { pageUpdated: '2026-02-29T10:00:00Z' },
  },
  'a date that is a number': { field: 'pageUpdated', sent: { pageUpdated: 20261122 } },
  'a rating of 0': { field: 'rating', sent: { rating: 0 } },
  'a rating of 6': { field: 'rating', sent: { rating: 6 } },
  'a rating of 2.5': { field: 'rating', sent: { rating: 2.5 } },
  'a rating that is text': { field: 'rating', sent: { rating: secret } },
  'a rating in quotes': { field: 'rating', sent: { rating: '5' }, only: 'JSON' },
  'a rating that is null': { field: 'rating', sent: { rating: null }, only: 'JSON' },
  'a comment of 1,001 characters': { field: 'comment', sent: { comment: long(1001) } },
  'a comment of 1,001 emoji': {
    field: 'comment',
    sent: { comment: `${'👍'.repeat(1001 - secret.length)}${secret}` },
  },
  'a comment that is a number': { field: 'comment', sent: { comment: 7 }, only: 'JSON' },
  'a comment that is an object': {
    field: 'comment',
    sent: { comment: { text: secret } },
    only: 'JSON',
  },
  'a comment with half a character': {
    field: 'comment',
    sent: { comment: `${secret} \ud83d` },
    only: 'JSON',
  },
  'a comment with a NUL': { field: 'comment', sent: { comment: `${secret}\0` } },
  'a comment with an e-mail address': {
    field: 'comment',
    sent: { comment: `Skriv till ${secret}@example.se` },
    kind: 'personal-data',
  },
  'a comment with an identity number': {
    field: 'comment',
    sent: { comment: `Jag har 19121212-1212, ${secret}.` },
    kind: 'personal-data',
  },
  'an unknown survey': { field: 'survey', sent: { survey: secret } },
  'a survey that is a list': { field: 'survey', sent: { survey: ['page'] }, only: 'JSON' },
  'an unknown field': { field: 'colour', sent: { colour: secret } },
  'an unknown field without value': { field: 'colour', sent: { colour: null }, only: 'JSON' },
  'the field constructor': { field: 'constructor', sent: { constructor: secret } },
  'the field __proto__': { field: 'unnamed', sent: fieldNamed('__proto__', { answer: secret }) },
  'a field whose name tells something': {
    field: 'unnamed',
    sent: { [`anna@${secret}.example`]: 'x' },
  },
};

/** An object literal would set the prototype in place of a field. */
function fieldNamed(name: string, value: unknown): Fields {
  return Object.fromEntries([[name, value]]);
}

function withChanges(changes: Fields): Fields {
  const entries = [...Object.entries(answer()), ...Object.entries(changes)];
  return Object.fromEntries(
    entries.filter(([name, value]) => {
      const changed = Object.hasOwn(changes, name) ? changes[name] : value;
      return changed !== undefined;
    }),
  );
}

for (const [transport, send] of Object.entries(transports)) {
  describe(`${transport} is refused by the name of its field when it has`, () => {
    for (const [name, { field, sent, kind = 'invalid-fields', only }] of Object.entries(cases)) {
      if (only !== undefined && only !== transport) continue;
      it(name, async () => {
        const rows = countRows(service.database);
        const response = await send(service.url, withChanges(sent));
        const problem = await assertProblem(response, { status: 422, kind, field, secret });
        assert.ok(problem.detail.startsWith(`${field} `), problem.detail);
        assert.deepEqual(countRows(service.database), rows);
        assert.equal((await send(service.url, answer())).status, 201);
      });
    }
  });
}

describe('a refusal', () => {
  it('names every faulty field at once', async () => {
    for (const send of [sendForm, sendJson]) {
      const response = await send(service.url, {
        ...answer(),
        answer: secret,
        rating: 9,
        title: '\0',
      });
      const problem = (await response.json()) as { errors: { field: string }[] };
      const fields = problem.errors.map((fault) => fault.field).sort();
      assert.deepEqual(fields, ['answer', 'rating', 'title']);
    }
  });

  it('has a name of its own each time', async () => {
    const refuse = async () => {
      const response = await sendJson(service.url, { ...answer(), answer: secret });
      return ((await response.json()) as { instance: string }).instance;
    };
    assert.notEqual(await refuse(), await refuse());
  });
});

describe('what is just allowed is taken in:', () => {
  const allowed: Record<string, Fields> = {
    'a comment of 1,000 letters': { comment: 'å'.repeat(1000) },
    'a comment of 1,000 emoji': { comment: '👍'.repeat(1000) },
    'a title of 300 emoji': { title: '👍'.repeat(300) },
    'an address of 2,048 characters': { page: `${page}/${'x'.repeat(2048 - page.length - 1)}` },
    'the 29th of February in a leap year': { pageUpdated: '2028-02-29' },
    'the highest revision': { revisionNo: 1_000_000 },
    'the lowest rating': { rating: 1 },
    'the highest rating': { rating: 5 },
  };
  for (const [transport, send] of Object.entries(transports)) {
    for (const [name, fields] of Object.entries(allowed)) {
      it(`${name}, as ${transport}`, async () => {
        const response = await send(service.url, { ...answer(), ...fields });
        assert.equal(response.status, 201, await response.text());
        const { revisionNo: _, page: address = page, ...told } = fields;
        assert.partialDeepStrictEqual(readResponses(service.database).at(-1), { address, ...told });
      });
    }
  }
});
