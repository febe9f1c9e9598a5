import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as sendRequest, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { chooseFormat } from '../../server/api/choose-format.ts';
import { problemSchema } from '../../server/contract/problem-schema.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { startApiReader, type ApiReader } from '../support/api-reader.ts';
import { onlyOn } from '../support/test-database.ts';

let api: ApiReader;
before(async () => {
  api = await startApiReader();
});
after(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
});

const id = '0'.repeat(32);
const resources = [
  ...['/api-info', '/problems/internal', '/sites', '/pages', `/pages/${id}`, '/comments'],
  ...[`/pages/${id}/daily-counts`, '/sites/example/daily-counts'],
  ...[
    '/open-data/example/pages',
    '/open-data/example/pages.csv',
    '/open-data/example/daily-counts',
  ],
];

describe('every resource', () => {
  for (const path of resources) {
    it(`${path} refuses other methods, and tells what is allowed`, async () => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const response = await fetch(`${api.service.url}/feedback/v1${path}`, { method });
        assert.equal(response.headers.get('allow'), 'GET, HEAD, OPTIONS');
        await assertProblem(response, { status: 405, kind: 'method-not-allowed' });
      }
      const options = await fetch(`${api.service.url}/feedback/v1${path}`, { method: 'OPTIONS' });
      assert.equal(options.status, 204);
      assert.equal(options.headers.get('allow'), 'GET, HEAD, OPTIONS');
    });

    it(`${path} refuses formats it does not have`, async () => {
      // Where there is one format only, and people come by a link, there is nothing to refuse.
      if (path.endsWith('.csv') || path.startsWith('/problems/')) return;
      for (const accept of ['application/xml', 'text/html', 'application/json;q=0']) {
        const authorization = `Bearer ${await api.createToken()}`;
        const response = await api.request(path, { accept, authorization });
        const problem = await assertProblem(response, { status: 406, kind: 'not-acceptable' });
        assert.match(problem.detail, /application\/json/);
      }
    });
  }

  it('answers HEAD as it answers GET, without the body', async () => {
    for (const path of ['/api-info', '/open-data/example/pages']) {
      const url = `${api.service.url}/feedback/v1${path}`;
      const [get, head] = [await fetch(url), await fetch(url, { method: 'HEAD' })];
      assert.equal(head.status, 200);
      assert.equal(head.headers.get('etag'), get.headers.get('etag'));
      assert.equal(await head.text(), '');
      await get.text();
    }
  });

  it('refuses a body with a request that reads', async () => {
    const { port, hostname } = new URL(api.service.url);
    for (const headers of [{ 'content-length': '2' }, { 'transfer-encoding': 'chunked' }]) {
      const path = '/feedback/v1/api-info';
      const sent = sendRequest({ port, hostname, path, method: 'GET', headers, agent: false });
      sent.end('{}');
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      answer.setEncoding('utf8');
      let body = '';
      for await (const chunk of answer) body += String(chunk);
      assert.equal(answer.statusCode, 400);
      assert.match(problemSchema.parse(JSON.parse(body)).type, /malformed-body$/);
    }
  });

  const sqliteOnly = { skip: onlyOn('sqlite') };

  it('tells of a database that cannot be read just now', sqliteOnly, async () => {
    const other = new Database(api.service.database);
    try {
      // Reading goes on; what must be written down first cannot be.
      other.exec('begin exclusive');
      const response = await api.request('/comments');
      assert.ok(Number(response.headers.get('retry-after')) > 0);
      await assertProblem(response, { status: 503, kind: 'unavailable' });
    } finally {
      other.exec('rollback');
      other.close();
      api.service.faults.length = 0;
    }
    assert.equal((await api.request('/comments')).status, 200);
  });
});

describe('an address that leads nowhere', () => {
  for (const path of [
    '/page',
    '/pages/',
    '/pages/1',
    '/pages//daily-counts',
    '/pages/%E0%A4%A',
    '/pages/%00/daily-counts',
    '/sites/example',
    '/sites/../sites',
    '/open-data/example',
    '/open-data/example/comments',
    '/open-data/example/pages.xml',
    '/problems/',
    '/problems/a%2fb',
    '/API-INFO',
  ]) {
    it(`${path} is a problem, not a fault`, async () => {
      const url = new URL(`${api.service.url}/feedback/v1${path}`);
      const response = await api.request(url.pathname.replace('/feedback/v1', ''));
      // What the address library itself makes right is right.
      if (url.pathname === '/feedback/v1/sites') assert.equal(response.status, 200);
      else await assertProblem(response, { status: 404, kind: 'not-found' });
    });
  }
});

describe('what a client likes best', () => {
  const offers = ['application/json', 'text/csv'] as const;
  for (const [accept, format] of [
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV', 'text/csv'],
    ['text/*, application/json;q=0.9', 'text/csv'],
    ['*/*;q=0.1, text/csv', 'text/csv'],
    ['text/csv;q=0, */*', 'application/json'],
    ['application/json;q=0.5, text/csv;q=0.5', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
  ] as const) {
    it(`is ${format} for ${accept ?? 'nothing said'}`, () => {
      assert.equal(chooseFormat(accept, offers), format);
    });
  }
});
