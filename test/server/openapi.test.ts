import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { compileErrors, validate } from '@readme/openapi-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { exampleProblem, exampleResponse } from '../../server/api/examples.ts';
import { acknowledgementSchema } from '../../server/contract/acknowledgement-schema.ts';
import { problemSchema } from '../../server/contract/problem-schema.ts';
import { responseSchema } from '../../server/contract/response-schema.ts';
import { problemKinds, type ProblemKind } from '../../server/http/problem.ts';
import { manyOf, startApiReader, type ApiReader } from '../support/api-reader.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { createDocumentChecker, type DocumentChecker } from '../support/json-schema.ts';
import { sendForm, sendJson } from '../support/send-response.ts';

type Json = Record<string, unknown>;

interface Body {
  schema: Json;
  examples: Record<string, { value: unknown }>;
}

interface Operation {
  name: string;
  path: string;
  operationId: string;
  security: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: Json; example: unknown }[];
  requestBody?: { content: Record<string, Body> };
  responses: Record<string, { description: string; content?: Record<string, Body> }>;
}

let api: ApiReader;
let document: Json;
let checker: DocumentChecker;

before(async () => {
  api = await startApiReader();
  await api.play('/tjanster/e-faktura', ...manyOf(7, { answer: 'yes', title: 'E-faktura' }));
  await api.play('/tjanster/e-faktura', ...manyOf(5, { answer: 'no', comment: 'Vilka format?' }));
  document = await api.read<Json>('/openapi.json');
  checker = createDocumentChecker(document);
});
after(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
});

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part of the document at a path of names; fails when there is none. */
function at(...names: string[]): Json {
  let part: unknown = document;
  for (const name of names) {
    assert.ok(isObject(part) && name in part, names.join(' › '));
    part = part[name];
  }
  assert.ok(isObject(part), names.join(' › '));
  return part;
}

const operations = (): Operation[] =>
  Object.entries(at('paths')).flatMap(([path, item]) =>
    Object.entries(item as Json).map(([method, operation]) => ({
      parameters: [],
      ...(operation as Omit<Operation, 'name' | 'path' | 'parameters'>),
      name: `${method} ${path}`,
      path,
    })),
  );

/** Every body in the document, with whose it is. */
const bodies = () =>
  operations().flatMap(({ name, requestBody, responses }) =>
    [requestBody, ...Object.values(responses)].flatMap((holder) =>
      Object.entries(holder?.content ?? {}).map(([type, body]) => ({ name, type, ...body })),
    ),
  );

const textIn = (part: Json, name: string) => {
  const text = part[name];
  assert.ok(typeof text === 'string' && text.trim() !== '', name);
  return text;
};

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

describe('by the national REST API profile, the API', () => {
  const words = (text: string) => text.toLowerCase();

  it('says who it is, in Swedish and English (DOK.03, 06, 07, 11)', () => {
    const info = at('info');
    for (const name of ['title', 'version']) textIn(info, name);
    const description = words(textIn(info, 'description'));
    assert.match(description, /webbsida/);
    assert.match(description, /web page/);
    for (const name of ['name', 'url']) {
      textIn(at('info', 'contact'), name);
      textIn(at('info', 'license'), name);
    }
    assert.ok(URL.canParse(textIn(at('info', 'license'), 'url')));
  });

  it('says where to read more, what to expect and what not (DOK.01, 08, 09)', () => {
    for (const name of ['description', 'url']) textIn(at('externalDocs'), name);
    for (const name of ['availability', 'responseTime', 'support']) {
      textIn(at('info', 'x-sla'), name);
    }
    assert.ok((at('info')['x-limitations'] as string[]).length > 0);
  });

  it('describes each operation and answer, with examples (DOK.15, 19, 20)', () => {
    const ids = operations().map(({ operationId }) => operationId);
    assert.equal(new Set(ids).size, ids.length);
    for (const { name, ...operation } of operations()) {
      textIn(operation, 'summary');
      assert.match(textIn(operation, 'description'), /^[^\n]+\n\n[^\n]+$/, name);
    }
  });

  it('is described in OpenAPI 3 (DOK.17)', () => {
    assert.match(textIn(document, 'openapi'), /^3\.\d+\.\d+$/);
  });

  it('has addresses of a version, in lower case with hyphens (UFN.01, 07, 08, 09, VER.05)', () => {
    const [server] = document['servers'] as { url: string }[];
    assert.equal(server?.url, `${api.service.url}/feedback/v1`);
    assert.match(server.url, /^[a-z]+:\/\/[^/]+\/[^/]+\/v\d+$/);
    for (const { path } of operations()) {
      const fixed = path.replace(/\{[a-z][a-zA-Z]*\}/g, '');
      assert.match(fixed, /^(\/[a-z]+(-[a-z]+)*|\/)+$/, path);
    }
  });

  it('names fields and parameters in camelCase only (AME.04, 05, 07, FNS.01, 03, 06)', () => {
    const camelCase = /^[a-z][a-zA-Z0-9]*$/;
    for (const name of Object.keys(at('components', 'schemas'))) {
      for (const field of Object.keys(at('components', 'schemas', name, 'properties'))) {
        assert.match(field, camelCase);
      }
    }
    for (const { parameters } of operations()) {
      for (const { name } of parameters) assert.match(name, camelCase);
    }
  });

  it('names lists in the plural (AME.06)', () => {
    for (const name of Object.keys(at('components', 'schemas'))) {
      const fields = at('components', 'schemas', name, 'properties');
      for (const [field, schema] of Object.entries(fields)) {
        if ((schema as Json)['type'] === 'array') assert.match(field, /s$/);
      }
    }
  });

  it('speaks JSON everywhere (AME.01, 02, DOK.18)', () => {
    for (const { name, requestBody, responses } of operations()) {
      const ok = responses['200']?.content;
      assert.ok(ok && 'application/json' in ok, name);
      if (requestBody) assert.ok('application/json' in requestBody.content, name);
    }
  });

  it('has dates and times by RFC 3339, times in UTC (DOT.01, 04)', () => {
    const schemas = JSON.stringify(at('components', 'schemas'));
    for (const format of ['date', 'date-time']) {
      assert.ok(schemas.includes(`"format":"${format}"`));
    }
  });

  it('takes in no parameter by which a person could be known (RES.02, ARQ.05)', () => {
    for (const { parameters } of operations()) {
      for (const { name, in: place } of parameters) {
        assert.match(place, /^(path|query)$/);
        assert.doesNotMatch(name, /pnr|person|ssn|socialsecurity/i);
      }
    }
  });

  it('tells problems by RFC 9457 (FEL.01, 02)', () => {
    const fields = Object.keys(at('components', 'schemas', 'Problem', 'properties'));
    for (const name of ['type', 'title', 'status', 'detail', 'instance']) {
      assert.ok(fields.includes(name));
    }
    for (const { name, responses } of operations()) {
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (status < '400') continue;
        assert.deepEqual(Object.keys(content), ['application/problem+json'], `${name} ${status}`);
      }
    }
  });

  it('tells about itself at api-info (VER.06)', async () => {
    assert.ok('/api-info' in at('paths'));
    const info = await api.read<Json>('/api-info');
    assert.equal(info['apiVersion'], at('info')['version']);
    assert.equal(info['apiName'], at('info')['title']);
    const documentation = textIn(info, 'apiDocumentation');
    assert.equal((await fetch(documentation)).status, 200);
  });

  it('has optional parameters, and pages lists by limit and page (FNS.05, 07, 08, 09)', () => {
    let paged = 0;
    for (const { name, parameters } of operations()) {
      const query = parameters.filter((parameter) => parameter.in === 'query');
      assert.deepEqual(
        query.filter(({ required }) => required),
        [],
        name,
      );
      const [limit, page] = ['limit', 'page'].map(
        (wanted) => query.find((parameter) => parameter.name === wanted)?.schema,
      );
      assert.equal(limit === undefined, page === undefined, name);
      if (!limit || !page) continue;
      paged += 1;
      assert.deepEqual([limit['default'], page['default'], page['minimum']], [20, 1, 1]);
    }
    assert.equal(paged, 4);
  });

  it('takes tokens in the header only (SAK.09, 10, 15, 16)', () => {
    const schemes = Object.values(at('components', 'securitySchemes')) as Json[];
    assert.deepEqual(
      schemes.map(({ type, scheme }) => [type, scheme]),
      [['http', 'bearer']],
    );
    for (const { name, security, responses } of operations()) {
      assert.equal(security.length > 0, '401' in responses, name);
    }
  });

  it('reads without a body (FOR.02)', () => {
    for (const { name, requestBody } of operations()) {
      assert.equal(name.startsWith('get'), requestBody === undefined);
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
