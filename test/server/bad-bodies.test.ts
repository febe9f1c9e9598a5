import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { formBody, sendBody, sendJson } from '../support/send-response.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const page = 'https://www.example.se/e-faktura';
const secret = 'hemligt7ord';
const formType = 'application/x-www-form-urlencoded';
const jsonType = 'application/json';
const bodyLimit = 32 * 1024;

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: 'https://www.example.se' });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const answer = () => ({ id: crypto.randomUUID(), page, answer: 'yes' });
const goodForm = `page=${encodeURIComponent(page)}&answer=yes`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...values: number[]) => Buffer.from(values);
const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
const blanks = (size: number) =>
  streamOf(...Array.from({ length: size / 1024 }, () => Buffer.alloc(1024, ' ')));

interface BadRequest {
  type?: string;
  body: () => BodyInit;
  status: number;
  kind: string;
}

const malformed = { status: 400, kind: 'malformed-body' };
const tooLarge = { status: 413, kind: 'body-too-large' };
const unsupported = { status: 415, kind: 'unsupported-media-type' };

const cases: Record<string, BadRequest> = {
  'JSON that is cut off': {
    type: jsonType,
    body: () => `{"answer":"yes","comment":"${secret}`,
    ...malformed,
  },
  'JSON with something after it': { type: jsonType, body: () => `{} ${secret}`, ...malformed },
  'no JSON at all': { type: jsonType, body: () => goodForm + secret, ...malformed },
  'a bare word': { type: jsonType, body: () => secret, ...malformed },
  'a JSON list': { type: jsonType, body: () => `["${secret}"]`, ...malformed },
  'JSON null': { type: jsonType, body: () => 'null', ...malformed },
  'a JSON number': { type: jsonType, body: () => '7', ...malformed },
  'a JSON text': { type: jsonType, body: () => `"${secret}"`, ...malformed },
  'an empty body as JSON': { type: jsonType, body: () => '', ...malformed },
  'blanks as JSON': { type: jsonType, body: () => ' \n', ...malformed },
  'JSON in Latin-1': {
    type: jsonType,
    body: () => latin1(JSON.stringify({ ...answer(), comment: `på ${secret}` })),
    ...malformed,
  },
  'JSON in UTF-16': {
    type: jsonType,
    body: () => Buffer.from(JSON.stringify(answer()), 'utf16le'),
    ...malformed,
  },
  'bytes that are no UTF-8': {
    type: jsonType,
    body: () => Buffer.concat([Buffer.from(`{"comment":"${secret}`), bytes(0xff, 0xfe, 0x22)]),
    ...malformed,
  },
  'a form with a bare percent sign': {
    type: formType,
    body: () => `${goodForm}&comment=${secret}+100%`,
    ...malformed,
  },
  'a form with half an encoded character': {
    type: formType,
    body: () => `${goodForm}&comment=${secret}%C3`,
    ...malformed,
  },
  'a form encoded from Latin-1': {
    type: formType,
    body: () => `${goodForm}&comment=p%E5+${secret}`,
    ...malformed,
  },
  'a form in Latin-1': {
    type: formType,
    body: () => latin1(`${goodForm}&comment=på ${secret}`),
    ...malformed,
  },
  'a form with a field twice': {
    type: formType,
    body: () => `${goodForm}&comment=a&comment=${secret}`,
    ...malformed,
  },
  'a form with two answers': { type: formType, body: () => `${goodForm}&answer=no`, ...malformed },
  'a body of more than 32 KiB': {
    type: jsonType,
    body: () => secret + 'x'.repeat(bodyLimit),
    ...tooLarge,
  },
  'a form of more than 32 KiB': {
    type: formType,
    body: () => `${goodForm}&comment=${secret}${'x'.repeat(bodyLimit)}`,
    ...tooLarge,
  },
  'a body of many megabytes': {
    type: jsonType,
    body: () => secret.repeat(1_000_000),
    ...tooLarge,
  },
  'a body of unknown length above 32 KiB': {
    type: jsonType,
    body: () => blanks(bodyLimit + 1024),
    ...tooLarge,
  },
  'a form of many megabytes in pieces': {
    type: formType,
    body: () => blanks(8 * 1024 * 1024),
    ...tooLarge,
  },
  'no content type': {
    body: () => Buffer.from(JSON.stringify({ ...answer(), comment: secret })),
    ...unsupported,
  },
  'an empty body without content type': { body: () => bytes(), ...unsupported },
  'plain text': { type: 'text/plain', body: () => JSON.stringify(answer()), ...unsupported },
  'a form with files': {
    type: 'multipart/form-data; boundary=x',
    body: () => `--x\r\n\r\n${secret}\r\n--x--`,
    ...unsupported,
  },
  'a type that only begins like JSON': {
    type: 'application/jsonp',
    body: () => JSON.stringify(answer()),
    ...unsupported,
  },
  'JSON that says it is Latin-1': {
    type: `${jsonType}; charset=iso-8859-1`,
    body: () => JSON.stringify(answer()),
    ...unsupported,
  },
  'a form that says it is Latin-1': {
    type: `${formType};charset="latin1"`,
    body: () => goodForm,
    ...unsupported,
  },
};

describe('a request is refused that is', () => {
  for (const [name, { type, body, status, kind }] of Object.entries(cases)) {
    it(name, async () => {
      const rows = countRows(service.database);
      const headers = { accept: 'application/json', ...(type && { 'content-type': type }) };
      const response = await sendBody(service.url, body(), headers);
      await assertProblem(response, { status, kind, secret });
      assert.deepEqual(countRows(service.database), rows);
      assert.equal((await sendJson(service.url, answer())).status, 201);
    });
  }

  it('an empty form, which tells what is missing', async () => {
    const response = await sendBody(service.url, '', { 'content-type': formType });
    assert.equal(response.status, 422);
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    assert.deepEqual(errors.map((fault) => fault.field).sort(), ['answer', 'page']);
  });
});

describe('a request is taken in that', () => {
  const padded = (size: number) => JSON.stringify(answer()).padEnd(size, ' ');

  it('has just 32 KiB', async () => {
    const headers = { 'content-type': jsonType };
    assert.equal((await sendBody(service.url, padded(bodyLimit), headers)).status, 201);
  });

  it('does not tell its length', async () => {
    const body = streamOf(Buffer.from(padded(1024)), Buffer.from(' '));
    const headers = { 'content-type': jsonType };
    assert.equal((await sendBody(service.url, body, headers)).status, 201);
  });

  it('names its content type in any of the usual ways', async () => {
    for (const type of [
      'application/json; charset=utf-8',
      'Application/JSON;charset="UTF-8"',
      'application/json ; x=y',
    ]) {
      const response = await sendBody(service.url, padded(0), { 'content-type': type });
      assert.equal(response.status, 201, type);
    }
    for (const type of [formType, `${formType};charset=UTF-8`]) {
      const headers = { 'content-type': type, accept: jsonType };
      const response = await sendBody(service.url, formBody(answer()).toString(), headers);
      assert.equal(response.status, 201, type);
    }
  });
});
