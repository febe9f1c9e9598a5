import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createApiDocument, textIn, type ApiDocument, type Json } from '../support/api-document.ts';
import { manyOf, startApiReader, type ApiReader } from '../support/api-reader.ts';

let api: ApiReader;
let document: Json;
let parts: ApiDocument;
const at = (...names: string[]) => parts.at(...names);
const operations = () => parts.operations();

before(async () => {
  api = await startApiReader();
  await api.play('/tjanster/e-faktura', ...manyOf(7, { answer: 'yes', title: 'E-faktura' }));
  await api.play('/tjanster/e-faktura', ...manyOf(5, { answer: 'no', comment: 'Vilka format?' }));
  document = await api.read<Json>('/openapi.json');
  parts = createApiDocument(document);
});
after(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
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
