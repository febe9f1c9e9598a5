import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { toCsv } from '../../server/export/csv.ts';
import type { OpenDailyCounts, OpenPages } from '../../server/contract/resource-schema.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { manyOf, startApiReader, type ApiReader } from '../support/api-reader.ts';

let api: ApiReader;
before(async () => {
  api = await startApiReader();
  await api.play('/a', ...manyOf(8, { answer: 'yes', comment: 'Hemliga ord', title: '=A' }));
  await api.play('/a', ...manyOf(2, { answer: 'no' }));
  await api.play('/b,c', { answer: 'partly', suspicion: 'decoy' }, { answer: 'yes' });
  await api.play('/robot', { answer: 'yes', suspicion: 'decoy', at: '2026-11-21T10:00:00Z' });
});
after(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  api.request(`/open-data/example${path}`, headers);

const csvOfPages = [
  'address,answers,yes,no,partly,comments,shareYes,shareLower,shareUpper',
  'https://www.example.se/a,10,8,2,0,8,0.8,0.4902,0.9433',
  '"https://www.example.se/b,c",1,1,0,0,0,,,',
  '',
].join('\r\n');

describe('open data', () => {
  it('are counts that anyone may read, with their licence', async () => {
    const response = await get('/pages');
    const body = (await response.json()) as OpenPages;
    assert.equal(body.license, 'https://creativecommons.org/publicdomain/zero/1.0/');
    assert.match(response.headers.get('link') ?? '', /<[^>]*zero\/1\.0\/>; rel="license"/);
    assert.deepEqual(
      body.items.map(({ address, counts }) => [address, counts.answers, counts.share?.yes ?? null]),
      [
        ['https://www.example.se/a', 10, 0.8],
        ['https://www.example.se/b,c', 1, null],
      ],
    );
    const days = (await (await get('/daily-counts')).json()) as OpenDailyCounts;
    assert.deepEqual(
      days.items.map(({ day, counts }) => [day, counts.answers]),
      [['2026-11-22', 11]],
    );
  });

  it('hold no words of visitors and nothing of suspected robots', async () => {
    for (const path of ['/pages', '/pages.csv', '/daily-counts', '/daily-counts.csv']) {
      const text = await (await get(path)).text();
      assert.doesNotMatch(text, /Hemliga|title|=A|leftOut|robot|lastReceived/);
    }
  });

  it('are given as a table to whoever likes that better', async () => {
    for (const [path, accept] of [
      ['/pages.csv', '*/*'],
      ['/pages', 'text/csv'],
      ['/pages', 'application/json;q=0.1, text/*'],
    ] as const) {
      const response = await get(path, { accept });
      assert.match(response.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
      assert.equal(await response.text(), csvOfPages);
    }
    const days = await (await get('/daily-counts.csv')).text();
    assert.match(days, /^day,answers,.*\r\n2026-11-22,11,9,2,0,8,0\.8182,0\.523,0\.9486\r\n$/);
  });

  it('come whole as a table, and in parts when parts are asked for', async () => {
    for (let number = 0; number < 25; number += 1) {
      await api.play(`/lista/${number}`, { answer: 'yes', at: '2026-06-01T10:00:00Z' });
    }
    const lines = async (query: string) =>
      (await (await get(`/pages.csv?from=2026-06-01&to=2026-06-30${query}`)).text()).split('\r\n')
        .length - 2;
    assert.equal(await lines(''), 25);
    assert.equal(await lines('&limit=10'), 10);
    assert.equal(await lines('&limit=10&page=3'), 5);
  });

  it('may be kept by caches and are told again only when they have changed', async () => {
    const first = await get('/pages');
    assert.equal(first.headers.get('cache-control'), 'public, max-age=300');
    assert.equal(first.headers.get('vary'), 'Accept');
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^"[\w-]+"$/);
    for (const known of [tag, `"x", W/${tag}`]) {
      const again = await get('/pages', { 'if-none-match': known });
      assert.deepEqual([again.status, await again.text()], [304, '']);
      assert.equal(again.headers.get('etag'), tag);
    }
    const table = await get('/pages.csv', { 'if-none-match': tag });
    assert.equal(table.status, 200);
    await api.play('/a', { answer: 'no', at: '2026-11-20T10:00:00Z' });
    assert.equal((await get('/pages', { 'if-none-match': tag })).status, 200);
  });

  it('may be read by pages of any site, their problems too', async () => {
    const headers = { origin: 'https://map.example' };
    for (const path of ['/pages', '/pages?limit=0', '/daily-counts.csv']) {
      const response = await get(path, headers);
      assert.equal(response.headers.get('access-control-allow-origin'), '*', path);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
      await response.text();
    }
    const preflight = await fetch(`${api.service.url}/feedback/v1/open-data/example/pages`, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'GET' },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
  });

  it('are not there for a site that has not said so', async () => {
    const { store, site } = api.service;
    assert.equal(site.settings.openData, false);
    await store.listSites();
    const details = new Set<string>();
    for (const key of [site.key, 'nope', 'EXAMPLE']) {
      for (const path of ['pages', 'pages.csv', 'daily-counts', 'daily-counts.csv']) {
        const response = await api.request(`/open-data/${key}/${path}`, {});
        const problem = await assertProblem(response, { status: 404, kind: 'not-found' });
        details.add(problem.detail);
      }
    }
    assert.equal(details.size, 1);
  });
});

describe('a table', () => {
  it('quotes what would break it, and defuses what a spreadsheet would run', () => {
    const cells = ['a,b', 'say "hi"', 'two\nlines', '=1+1', '+46', '-1', '@x', '\tx', 'å', ''];
    assert.equal(
      toCsv(['n', 'm'], [[...cells, 7, -7, null]]),
      `n,m\r\n"a,b","say ""hi""","two\nlines",'=1+1,'+46,'-1,'@x,"'\tx",å,,7,-7,\r\n`,
    );
  });
});
