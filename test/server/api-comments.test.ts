import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Comments } from '../../server/contract/resource-schema.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { startApiReader, type ApiReader } from '../support/api-reader.ts';

let api: ApiReader;
beforeEach(async () => {
  api = await startApiReader();
});
afterEach(async () => {
  await api.stop();
  assert.deepEqual(api.service.faults, []);
});

const texts = ({ items }: Comments) => items.map(({ text }) => text);

describe('the comments', () => {
  it('are told with their answers, newest first', async () => {
    await api.play('/a', { answer: 'no', comment: 'Äldst', at: '2026-11-20T10:00:00Z' });
    await api.play('/b', { answer: 'yes', at: '2026-11-21T10:00:00Z' });
    await api.play('/b', {
      answer: 'yes',
      comment: 'Nyast',
      at: '2026-11-22T10:00:00Z',
      suspicion: 'decoy',
    });
    const comments = await api.read<Comments>('/comments');
    assert.equal(comments.total, 2);
    assert.deepEqual(texts(comments), ['Nyast', 'Äldst']);
    const [newest, oldest] = comments.items;
    assert.equal(newest?.pageAddress, 'https://www.example.se/b');
    assert.deepEqual([newest.answer, newest.leftOut, newest.rating], ['yes', true, null]);
    assert.deepEqual([oldest?.answer, oldest?.leftOut], ['no', false]);
    assert.equal(oldest?.received, '2026-11-20T10:00:00.000Z');
    assert.notEqual(newest.id, oldest.id);
  });

  it('are those of a page', async () => {
    await api.play('/a', { answer: 'no', comment: 'Om a' });
    await api.play('/b', { answer: 'no', comment: 'Om b' });
    const { items } = await api.read<Comments>('/comments');
    const id = items.find(({ text }) => text === 'Om a')?.pageId ?? '';
    const ofPage = await api.read<Comments>(`/comments?pageId=${id}`);
    assert.deepEqual([texts(ofPage), ofPage.total], [['Om a'], 1]);
    const commentId = items[0]?.id ?? '';
    const response = await api.request(`/comments?pageId=${commentId}`);
    await assertProblem(response, { status: 404, kind: 'not-found' });
  });

  it('are those of days in Stockholm, also when clocks are changed', async () => {
    // The 25th of October 2026 has 25 hours: 22:00 to 23:00, Greenwich time.
    for (const [at, comment] of [
      ['2026-10-24T21:59:59.999Z', 'dagen innan'],
      ['2026-10-24T22:00:00Z', 'först'],
      ['2026-10-25T22:59:59.999Z', 'sist'],
      ['2026-10-25T23:00:00Z', 'dagen efter'],
    ] as const) {
      await api.play('/a', { answer: 'no', comment, at });
    }
    const comments = await api.read<Comments>('/comments?from=2026-10-25&to=2026-10-25');
    assert.deepEqual(texts(comments), ['sist', 'först']);
    assert.equal(comments.from, '2026-10-24T22:00:00.000Z');
    assert.equal(comments.before, '2026-10-25T23:00:00.000Z');
  });

  it('are those between moments, so that a program can go on where it stopped', async () => {
    await api.play('/a', { answer: 'no', comment: 'ett', at: '2026-11-22T08:00:00Z' });
    await api.play('/a', { answer: 'no', comment: 'två', at: '2026-11-22T09:00:00Z' });
    await api.play('/a', { answer: 'no', comment: 'tre', at: '2026-11-22T10:00:00Z' });
    const between = async (from: string, to: string) =>
      texts(await api.read<Comments>(`/comments?${String(new URLSearchParams({ from, to }))}`));
    const nine = '2026-11-22T10:00:00+01:00';
    assert.deepEqual(await between('2026-11-22T08:00:00Z', nine), ['ett']);
    assert.deepEqual(await between(nine, '2026-11-22'), ['tre', 'två']);
    assert.deepEqual(await between(nine, nine), []);
    for (const query of [
      'from=2026-11-22T10:00:00Z&to=2026-11-22T09:00:00Z',
      'from=2025-11-01T00:00:00Z&to=2026-11-22',
    ]) {
      const response = await api.request(`/comments?${query}`);
      await assertProblem(response, { status: 400, kind: 'invalid-parameters', field: 'from' });
    }
  });

  it('are written into the audit log each time, before they are told', async () => {
    await api.play('/a', { answer: 'no', comment: 'Ett ord' });
    await api.read('/comments');
    await api.read('/comments?page=2');
    const entries = await api.service.store.listAudit(
      [api.site.id],
      { limit: 10, offset: 0 },
      'export',
    );
    assert.deepEqual(
      entries.map(({ actor, detail }) => [actor, detail['by'], detail['comments']]),
      [
        ['token statistik', 'api', 0],
        ['token statistik', 'api', 1],
      ],
    );
    assert.doesNotMatch(JSON.stringify(entries), /Ett ord/);
  });

  it('are not told to a token for counts', async () => {
    const token = await api.createToken({ scopes: ['counts:read'] });
    const headers = { authorization: `Bearer ${token}` };
    assert.equal((await api.request('/pages', headers)).status, 200);
    const response = await api.request('/comments', headers);
    assert.equal(
      response.headers.get('www-authenticate'),
      'Bearer realm="gensvar", error="insufficient_scope", scope="comments:read"',
    );
    await assertProblem(response, { status: 403, kind: 'scope-missing' });
  });

  it('are kept by no cache', async () => {
    const response = await api.request('/comments');
    assert.equal(response.headers.get('cache-control'), 'private, no-store');
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });
});
