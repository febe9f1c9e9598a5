import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  exampleAcknowledgement,
  exampleProblem,
  exampleResponse,
} from '../../server/api/examples.ts';
import { acknowledgementSchema } from '../../server/contract/acknowledgement-schema.ts';
import { fieldFaultSchema, problemSchema } from '../../server/contract/problem-schema.ts';
import { responseSchema } from '../../server/contract/response-schema.ts';
import { problemKinds } from '../../server/http/problem.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { sendForm, sendJson } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

type Json = Record<string, unknown>;

let service: TestService;
let document: Json;

const getJson = async (path: string) => {
  const response = await fetch(`${service.url}/feedback/v1${path}`);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^application\/json(;|$)/);
  return (await response.json()) as Json;
};

before(async () => {
  service = await startTestService({ pageOrigin: 'https://www.example.se' });
  document = await getJson('/openapi.json');
});
after(() => service.stop());

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

/** Everything in the document, each with the names that lead to it. */
function* parts(part: unknown, names: string[] = []): Generator<[names: string[], part: unknown]> {
  yield [names, part];
  if (Array.isArray(part)) for (const item of part) yield* parts(item, names);
  else if (isObject(part)) {
    for (const [name, value] of Object.entries(part)) yield* parts(value, [...names, name]);
  }
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const operations = () =>
  Object.entries(at('paths')).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {})
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => {
        assert.ok(isObject(operation));
        return { name: `${method} ${path}`, path, operation };
      }),
  );

const textIn = (part: Json, name: string) => {
  const text = part[name];
  assert.ok(typeof text === 'string' && text.trim() !== '', name);
  return text;
};

describe('the document of the API', () => {
  it('is an OpenAPI 3.1 document that says what the API is', () => {
    assert.match(textIn(document, 'openapi'), /^3\.1\.\d+$/);
    const known = new Set([
      ...['openapi', 'info', 'jsonSchemaDialect', 'servers', 'paths', 'webhooks', 'components'],
      ...['security', 'tags', 'externalDocs'],
    ]);
    assert.deepEqual(
      Object.keys(document).filter((name) => !known.has(name)),
      [],
    );
    const info = at('info');
    for (const name of ['title', 'version', 'description']) textIn(info, name);
    const license = at('info', 'license');
    textIn(license, 'name');
    assert.ok(!('identifier' in license && 'url' in license), 'a licence has one or the other');
  });

  it('names the address it is served at', () => {
    const [server] = document['servers'] as { url: string }[];
    assert.equal(server?.url, `${service.url}/feedback/v1`);
  });

  it('names and describes every operation and every answer to it', () => {
    assert.ok(operations().length > 0);
    const ids = operations().map(({ operation }) => textIn(operation, 'operationId'));
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, operation } of operations()) {
      assert.match(path, /^\/[a-z0-9/{}-]*$/);
      textIn(operation, 'summary');
      textIn(operation, 'description');
      assert.ok(isObject(operation['responses']));
      for (const [status, response] of Object.entries(operation['responses'])) {
        assert.match(status, /^([1-5]\d\d|default)$/);
        assert.ok(isObject(response));
        textIn(response, 'description');
      }
    }
  });

  it('refers only to parts that are there', () => {
    let references = 0;
    for (const [names, part] of parts(document)) {
      if (names.at(-1) !== '$ref') continue;
      references += 1;
      assert.match(String(part), /^#\//);
      at(...String(part).slice(2).split('/'));
    }
    assert.ok(references > 5);
  });

  it('gives an example of every body, which holds against the schema it names', () => {
    const schemas = {
      Response: responseSchema,
      Acknowledgement: acknowledgementSchema,
      Problem: problemSchema,
    };
    let bodies = 0;
    for (const [names, part] of parts(at('paths'))) {
      if (names.at(-2) !== 'content' || !isObject(part)) continue;
      bodies += 1;
      const { $ref: reference } = part['schema'] as { $ref: string };
      const schema = schemas[reference.split('/').at(-1) as keyof typeof schemas];
      schema.parse(part['example']);
    }
    assert.ok(bodies > 5);
  });

  it('describes every field of the contract, and no other', () => {
    const schemas = {
      Response: responseSchema,
      Acknowledgement: acknowledgementSchema,
      Problem: problemSchema,
    };
    for (const [name, schema] of Object.entries(schemas)) {
      const properties = at('components', 'schemas', name, 'properties');
      assert.deepEqual(Object.keys(properties).sort(), Object.keys(schema.shape).sort());
      for (const field of Object.values(properties)) {
        assert.ok(isObject(field));
        textIn(field, 'description');
      }
      assert.equal(at('components', 'schemas', name)['additionalProperties'], false);
    }
    assert.deepEqual(at('components', 'schemas', 'Response')['required'], ['page', 'answer']);
    const { items } = at('components', 'schemas', 'Problem', 'properties', 'errors');
    assert.ok(isObject(items) && isObject(items['properties']));
    assert.deepEqual(Object.keys(items['properties']), Object.keys(fieldFaultSchema.shape));
  });

  it('takes a response as a form and as JSON', () => {
    const body = at('paths', '/responses', 'post', 'requestBody');
    assert.equal(body['required'], true);
    assert.deepEqual(Object.keys(at('paths', '/responses', 'post', 'requestBody', 'content')), [
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
  });

  it('tells of every status with which a response can be answered', () => {
    const statuses = Object.keys(at('paths', '/responses', 'post', 'responses')).sort();
    const problems = ['400', '403', '409', '413', '415', '422', '500', '503'];
    assert.deepEqual(
      statuses.filter((status) => status < '400'),
      ['200', '201', '303'],
    );
    for (const status of problems) assert.ok(statuses.includes(status), status);
  });
});

describe('the examples of the API', () => {
  it('are taken in by the service as they stand', async () => {
    assert.equal((await sendJson(service.url, exampleResponse)).status, 201);
    const { id: _, ...rest } = exampleResponse;
    assert.equal((await sendForm(service.url, rest)).status, 201);
  });

  it('hold against the schemas', () => {
    responseSchema.parse(exampleResponse);
    acknowledgementSchema.parse(exampleAcknowledgement);
    for (const kind of Object.keys(problemKinds)) {
      problemSchema.parse(exampleProblem(kind as keyof typeof problemKinds));
    }
  });
});

describe('a kind of problem', () => {
  it('is told at the address that is its type', async () => {
    for (const [kind, { status, title }] of Object.entries(problemKinds)) {
      const told = await getJson(`/problems/${kind}`);
      assert.equal(told['type'], `/feedback/v1/problems/${kind}`);
      assert.equal(told['status'], status);
      assert.equal(told['title'], title);
    }
  });

  it('leads from a real problem to what it means', async () => {
    const response = await sendJson(service.url, {});
    const { type, title, status } = problemSchema.parse(await response.json());
    const told = (await (await fetch(new URL(type, service.url))).json()) as Json;
    assert.deepEqual([told['title'], told['status']], [title, status]);
  });

  it('that does not exist is not found', async () => {
    for (const kind of ['nope', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const response = await fetch(`${service.url}/feedback/v1/problems/${kind}`);
      await assertProblem(response, { status: 404, kind: 'not-found' });
    }
  });
});

describe('the information about the API', () => {
  it('says its name, version, state and where its document is', async () => {
    const info = await getJson('/api-info');
    const { version } = at('info');
    assert.equal(info['apiName'], at('info')['title']);
    assert.equal(info['apiVersion'], version);
    assert.match(String(info['apiReleased']), /^\d{4}-\d\d-\d\d$/);
    assert.match(String(info['apiStatus']), /^(alpha|beta|active|deprecated|retired)$/);
    assert.equal(info['apiDocumentation'], `${service.url}/feedback/v1/openapi.json`);
  });
});
