import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { compileErrors, validate } from '@readme/openapi-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { exampleProblem, exampleResponse } from '../../server/api/examples.ts';
import { acknowledgementSchema } from '../../server/contract/acknowledgement-schema.ts';
import { problemSchema } from '../../server/contract/problem-schema.ts';
import { responseSchema } from '../../server/contract/response-schema.ts';
import { problemKinds, type ProblemKind } from '../../server/http/problem.ts';
import {
  createApiDocument,
  isObject,
  textIn,
  type ApiDocument,
  type Json,
  type Operation,
} from '../support/api-document.ts';
import { manyOf, startApiReader, type ApiReader } from '../support/api-reader.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { createDocumentChecker, type DocumentChecker } from '../support/json-schema.ts';
import { sendForm, sendJson } from '../support/send-response.ts';

let api: ApiReader;
let document: Json;
let checker: DocumentChecker;
let parts: ApiDocument;
const at = (...names: string[]) => parts.at(...names);
const operations = () => parts.operations();
const bodies = () => parts.bodies();

before(async () => {
  api = await startApiReader();
  await api.play('/tjanster/e-faktura', ...manyOf(7, { answer: 'yes', title: 'E-faktura' }));
  await api.play('/tjanster/e-faktura', ...manyOf(5, { answer: 'no', comment: 'Vilka format?' }));
  document = await api.read<Json>('/openapi.json');
  parts = createApiDocument(document);
  checker = createDocumentChecker(document);
});
after(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
});

describe('the examples of the API', () => {
  it('are taken in by the service as they stand', async () => {
    const { url } = api.service;
    assert.equal((await sendJson(url, exampleResponse)).status, 201);
    const { id: _, ...rest } = exampleResponse;
    assert.equal((await sendForm(url, rest)).status, 201);
  });

  it('are answered by the service as the document says, in every format', async () => {
    const { items } = await api.read<{ items: { id: string }[] }>('/pages');
    const pageId = items[0]?.id ?? '';
    let asked = 0;
    for (const { path, parameters, responses, security } of operations()) {
      if (!responses['304'] && security.length === 0) continue;
      // The id of a page is this installation's own.
      const valueOf = ({ name, example }: Operation['parameters'][number]) =>
        name === 'pageId' ? pageId : String(example);
      const query = new URLSearchParams();
      let address = path;
      for (const parameter of parameters) {
        if (parameter.in === 'path') {
          address = address.replace(`{${parameter.name}}`, valueOf(parameter));
        } else query.set(parameter.name, valueOf(parameter));
      }
      for (const [type, { schema }] of Object.entries(responses['200']?.content ?? {})) {
        const authorization = `Bearer ${await api.createToken()}`;
        const url = `${address}?${String(query)}`;
        const response = await api.request(url, { accept: type, authorization });
        const body = await response.text();
        assert.equal(response.status, 200, `${url} ${body}`);
        assert.ok(response.headers.get('content-type')?.startsWith(type));
        const value: unknown = type === 'text/csv' ? body : JSON.parse(body);
        assert.equal(checker.faultsOf(schema, value), '', url);
        if (isObject(value) && Array.isArray(value['items'])) {
          assert.equal(value['items'].length > 0, true, `${url} shows nothing`);
        }
        asked += 1;
      }
    }
    assert.equal(asked, 12);
  });

  it('of problems are of every kind', () => {
    for (const kind of Object.keys(problemKinds)) {
      problemSchema.parse(exampleProblem(kind as ProblemKind));
    }
  });
});

describe('the document of the API', () => {
  it('is found valid by one public validator', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.equal(valid, true, JSON.stringify(errors));
  });

  it('is found valid by another public validator', async () => {
    const result = await validate(structuredClone(document) as never);
    assert.equal(result.valid, true, result.valid ? '' : compileErrors(result));
    assert.deepEqual(result.warnings, []);
  });

  it('is answered to pages of any site', async () => {
    const response = await api.request('/openapi.json', { origin: 'https://tool.example' });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(((await response.json()) as Json)['openapi'], '3.1.0');
  });

  it('describes every parameter, field and answer', () => {
    for (const { name, parameters, responses } of operations()) {
      for (const parameter of parameters) textIn(parameter, 'description');
      for (const [status, response] of Object.entries(responses)) {
        assert.match(status, /^[2-5]\d\d$/, name);
        textIn(response, 'description');
      }
    }
    for (const [name, schema] of Object.entries(at('components', 'schemas'))) {
      assert.equal((schema as Json)['additionalProperties'], false, name);
      for (const field of Object.values(at('components', 'schemas', name, 'properties'))) {
        textIn(field as Json, 'description');
      }
    }
  });

  it('describes every field of the contract for responses', () => {
    const properties = Object.keys(at('components', 'schemas', 'Response', 'properties'));
    assert.deepEqual(properties, Object.keys(responseSchema.shape));
    assert.deepEqual(at('components', 'schemas', 'Response')['required'], ['page', 'answer']);
    const acknowledged = Object.keys(at('components', 'schemas', 'Acknowledgement', 'properties'));
    assert.deepEqual(acknowledged, Object.keys(acknowledgementSchema.shape));
  });

  it('gives examples of every body, which hold against its schema', () => {
    const all = bodies();
    assert.ok(all.length > 80);
    for (const { name, type, schema, examples } of all) {
      const values = Object.values(examples);
      assert.ok(values.length > 0, `${name} ${type}`);
      for (const { value } of values) {
        assert.equal(checker.faultsOf(schema, value), '', `${name} ${type}`);
      }
    }
  });

  it('has schemas that a wrong answer does not hold against', () => {
    const schema = { $ref: '#/components/schemas/Problem' };
    const problem = exampleProblem('not-found');
    assert.equal(checker.faultsOf(schema, problem), '');
    for (const wrong of [{ ...problem, status: '404' }, { ...problem, more: 1 }, {}]) {
      assert.notEqual(checker.faultsOf(schema, wrong), '');
    }
  });

  it('gives examples of parameters that hold against their schemas', () => {
    for (const { name, parameters } of operations()) {
      for (const { schema, example } of parameters) {
        assert.equal(checker.faultsOf(schema, example), '', name);
      }
    }
  });
});

describe('a kind of problem', () => {
  it('is told at the address that is its type', async () => {
    for (const [kind, { status, title }] of Object.entries(problemKinds)) {
      const type = `/feedback/v1/problems/${kind}`;
      assert.deepEqual(await api.read(`/problems/${kind}`), { type, title, status });
    }
  });

  it('leads from a real problem to what it means', async () => {
    const response = await sendJson(api.service.url, {});
    const { type, title, status } = problemSchema.parse(await response.json());
    const told = (await (await fetch(new URL(type, api.service.url))).json()) as Json;
    assert.deepEqual([told['title'], told['status']], [title, status]);
  });

  it('that does not exist is not found', async () => {
    for (const kind of ['nope', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const response = await api.request(`/problems/${kind}`);
      await assertProblem(response, { status: 404, kind: 'not-found' });
    }
  });
});
