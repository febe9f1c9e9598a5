import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DailyCounts } from '../../server/contract/counts-schema.ts';
import type { PageResource, SiteResource } from '../../server/contract/resource-schema.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { manyOf, startApiReader, type ApiReader } from '../support/api-reader.ts';

interface Pages {
  from: string;
  to: string;
  total: number;
  limit: number;
  page: number;
  items: PageResource[];
}

let api: ApiReader;
before(async () => {
  api = await startApiReader();
});
after(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
});

const pathOf = ({ address }: { address: string }) => new URL(address).pathname;
const paths = ({ items }: Pages) => items.map(pathOf);

describe('the sites', () => {
  it('are those of the token', async () => {
    const { items, total } = await api.read<{ items: SiteResource[]; total: number }>('/sites');
    assert.equal(total, 1);
    assert.deepEqual(items, [
      { key: 'example', name: 'Exempel', origins: ['https://www.example.se'], openData: true },
    ]);
  });
});

describe('the pages of a period', () => {
  before(async () => {
    await api.play('/a', { answer: 'yes', at: '2026-10-01T10:00:00Z' });
    await api.play('/a/b', { answer: 'no', at: '2026-10-02T10:00:00Z', comment: 'Var?' });
    await api.play('/ab', { answer: 'partly', at: '2026-10-03T10:00:00Z' });
    await api.play('/a', { answer: 'no', at: '2026-10-04T10:00:00Z', suspicion: 'decoy' });
  });

  it('are those with answers in it, both ends included', async () => {
    const read = async (query: string) => paths(await api.read<Pages>(`/pages?${query}`));
    assert.deepEqual(await read('from=2026-10-01&to=2026-10-03'), ['/a', '/a/b', '/ab']);
    assert.deepEqual(await read('from=2026-10-02&to=2026-10-02'), ['/a/b']);
    assert.deepEqual(await read('from=2026-10-05&to=2026-10-09'), []);
  });

  it('have their answers in the period counted', async () => {
    const { items } = await api.read<Pages>('/pages?from=2026-10-01&to=2026-10-04');
    const [a, b] = items;
    const none = { yes: 0, no: 0, partly: 0, comments: 0, leftOut: 0, share: null };
    assert.deepEqual(a?.counts, { ...none, answers: 1, yes: 1, leftOut: 1 });
    assert.deepEqual(b?.counts, { ...none, answers: 1, no: 1, comments: 1 });
    assert.equal(a.lastReceived, '2026-10-04T10:00:00.000Z');
  });

  it('are those of a section: the page and what lies below it', async () => {
    const read = async (section: string) =>
      paths(await api.read<Pages>(`/pages?from=2026-10-01&to=2026-10-04&section=${section}`));
    assert.deepEqual(await read('/a'), ['/a', '/a/b']);
    assert.deepEqual(await read('/a/'), ['/a', '/a/b']);
    assert.deepEqual(await read('/'), ['/a', '/a/b', '/ab']);
    for (const section of ['/A', '/a/b/c', '/%25', '/_']) assert.deepEqual(await read(section), []);
  });

  it('end today and begin 29 days before when nothing else is asked for', async () => {
    const { from, to, items } = await api.read<Pages>('/pages');
    assert.deepEqual([from, to, items], ['2026-10-24', '2026-11-22', []]);
  });

  it('have days by the midnight of the time zone, also for a moment that is asked for', async () => {
    // 23:30 in Greenwich is half past midnight, the next day, in Stockholm.
    await api.play('/night', { answer: 'yes', at: '2026-09-10T22:30:00Z' });
    const read = async (from: string, to: string) => {
      const query = new URLSearchParams({ from, to });
      return paths(await api.read<Pages>(`/pages?${String(query)}`));
    };
    assert.deepEqual(await read('2026-09-11', '2026-09-11'), ['/night']);
    assert.deepEqual(await read('2026-09-10', '2026-09-10'), []);
    assert.deepEqual(await read('2026-09-10T22:00:00Z', '2026-09-10T22:00:00Z'), ['/night']);
    assert.deepEqual(await read('2026-09-11T00:00:00+09:00', '2026-09-10'), []);
  });

  for (const [query, field] of [
    ['from=2026-11-23', 'from'],
    ['from=2026-11-02&to=2026-11-01', 'from'],
    ['from=2025-11-20&to=2026-11-22', 'from'],
    ['from=2026-02-30', 'from'],
    ['to=yesterday', 'to'],
    ['to=2026-11-22T10:00:00 01:00', 'to'],
    ['section=a', 'section'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['page=0', 'page'],
    ['page=', 'page'],
    ['site=Nope', 'site'],
    ['limit=2&limit=3', 'limit'],
    ['form=2026-11-01', 'form'],
    ['__proto__=1', 'parameter'],
  ] as const) {
    it(`are not told of ${query}`, async () => {
      const response = await api.request(`/pages?${query}`);
      await assertProblem(response, { status: 400, kind: 'invalid-parameters', field });
    });
  }
});

describe('a list that is longer than an answer', () => {
  before(async () => {
    for (let number = 1; number <= 45; number += 1) {
      await api.play(`/many/${number}`, { answer: 'yes', at: '2026-08-01T10:00:00Z' });
    }
  });
  const august = 'from=2026-08-01&to=2026-08-31';

  it('is told in parts that hold each entry once, led to by links', async () => {
    const found: string[] = [];
    let next: string | undefined = `/pages?${august}`;
    const sizes: number[] = [];
    while (next !== undefined) {
      const response = await api.request(next);
      const body = (await response.json()) as Pages;
      assert.equal(body.total, 45);
      assert.equal(body.limit, 20);
      found.push(...paths(body));
      sizes.push(body.items.length);
      const link = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      next = link?.replace(`${api.service.url}/feedback/v1`, '');
    }
    assert.deepEqual(sizes, [20, 20, 5]);
    assert.deepEqual(
      found,
      Array.from({ length: 45 }, (_, index) => `/many/${index + 1}`),
    );
  });

  it('leads back too, also from beyond its end', async () => {
    const linkOf = async (page: number) =>
      (await api.request(`/pages?${august}&limit=100&page=${page}`)).headers.get('link');
    assert.equal(await linkOf(1), null);
    assert.match((await linkOf(9)) ?? '', /page=1>; rel="prev"$/);
    const second = (await api.request(`/pages?${august}&page=2`)).headers.get('link') ?? '';
    assert.match(second, /page=1>; rel="prev", <[^>]*page=3>; rel="next"$/);
  });

  it('does not move its entries when new answers come', async () => {
    const before = paths(await api.read<Pages>(`/pages?${august}&page=2`));
    await api.play('/many/44', { answer: 'no', at: '2026-08-02T10:00:00Z' });
    assert.deepEqual(paths(await api.read<Pages>(`/pages?${august}&page=2`)), before);
  });
});

describe('a page', () => {
  const july = 'from=2026-07-01&to=2026-07-31';
  let id: string;
  before(async () => {
    const at = '2026-07-01T10:00:00Z';
    await api.play('/e-faktura', ...manyOf(6, { answer: 'yes', at }));
    await api.play('/e-faktura', ...manyOf(3, { answer: 'no', at }));
    id = (await api.read<Pages>(`/pages?${july}`)).items[0]?.id ?? '';
  });

  it('has a share from ten answers on, with its interval', async () => {
    const read = async () => (await api.read<PageResource>(`/pages/${id}?${july}`)).counts.share;
    assert.equal(await read(), null);
    await api.play('/e-faktura', { answer: 'yes', at: '2026-07-02T10:00:00Z' });
    // The interval of 7 in 10 by Wilson's formula.
    assert.deepEqual(await read(), { yes: 0.7, lower: 0.3968, upper: 0.8922 });
  });

  it('has daily counts that sum up to its counts', async () => {
    const { items, from, to } = await api.read<DailyCounts>(`/pages/${id}/daily-counts?${july}`);
    assert.deepEqual([from, to], ['2026-07-01', '2026-07-31']);
    assert.deepEqual(
      items.map(({ day, counts }) => [day, counts.answers, counts.yes, counts.no]),
      [
        ['2026-07-01', 9, 6, 3],
        ['2026-07-02', 1, 1, 0],
      ],
    );
    const ofSite = await api.read<DailyCounts>(`/sites/example/daily-counts?${july}`);
    assert.deepEqual(ofSite.items, items);
  });

  it('can be asked for where it had no answers', async () => {
    const page = await api.read<PageResource>(`/pages/${id}`);
    assert.equal(page.counts.answers, 0);
    const { items } = await api.read<DailyCounts>(`/pages/${id}/daily-counts`);
    assert.deepEqual(items, []);
  });

  it('is not found by what names no page', async () => {
    const changed = id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    for (const other of ['1', changed, '0'.repeat(32), id.toUpperCase(), '%00', '..%2f..']) {
      for (const path of [`/pages/${other}`, `/pages/${other}/daily-counts`]) {
        await assertProblem(await api.request(path), { status: 404, kind: 'not-found' });
      }
    }
  });
});

describe('another site', () => {
  it('is to a token as if it were not there', async () => {
    const { service } = api;
    const other = await service.addSite({ key: 'other', origins: ['https://www.other.example'] });
    await api.play('https://www.other.example/x', { answer: 'yes', site: other, comment: 'Hej' });
    const token = await api.createToken({ siteId: other.id });
    const own = { authorization: `Bearer ${token}` };
    const { items } = (await (await api.request('/pages', own)).json()) as Pages;
    const id = items[0]?.id ?? '';
    assert.equal((await api.request(`/pages/${id}`, own)).status, 200);

    const problems = [];
    for (const path of [
      `/pages/${id}`,
      `/pages/${id}/daily-counts`,
      '/pages?site=other',
      '/sites/other/daily-counts',
      '/comments?site=other',
      '/pages?site=nope',
      '/sites/nope/daily-counts',
      '/comments?site=nope',
    ]) {
      const problem = await assertProblem(await api.request(path), {
        status: 404,
        kind: 'not-found',
      });
      problems.push(`${path.replace(/other|nope/, 'site')} ${problem.detail}`);
    }
    assert.equal(new Set(problems.slice(2)).size, 3, 'a foreign site and none are told alike');
    const comments = await api.read<{ items: unknown[] }>(`/comments?pageId=${id}`);
    assert.deepEqual(comments.items, []);
  });
});
