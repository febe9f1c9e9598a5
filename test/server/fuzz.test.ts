import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fuzzRaw } from '../fuzz/fuzz-raw.ts';
import { fuzzWire } from '../fuzz/fuzz-wire.ts';
import { startFuzzedService, type FuzzedService } from '../fuzz/fuzzed-service.ts';
import { judgeAnswer, type FuzzedAnswer } from '../fuzz/judge-answer.ts';
import { mark } from '../fuzz/wire-bodies.ts';

/** The same bodies in each run: a test that fails shall fail again. `npm run test:fuzz` has more. */
const seed = 20261122;

/** Starting a process takes its time on a busy machine. */
const slow = { timeout: 120_000 };

describe('the service, sent what nobody should send,', () => {
  let service: FuzzedService;
  before(async () => {
    service = await startFuzzedService();
  }, slow);
  after(() => service.stop(), slow);

  it('answers 2000 bodies as documented, and gives nothing back', slow, async () => {
    const { passed, failures, statuses } = await fuzzWire(service, { count: 2000, seed });
    assert.deepEqual(failures, []);
    assert.equal(passed, 2000);
    for (const status of [201, 400, 413, 415, 422]) {
      assert.ok(statuses.has(status), `No body was answered with ${status}.`);
    }
    await service.assertWell();
  });

  it('lives through 300 connections that may speak anything but HTTP', slow, async () => {
    const { passed, failures } = await fuzzRaw(service, { count: 300, seed });
    assert.deepEqual(failures, []);
    assert.equal(passed, 300);
    await service.assertWell();
    assert.equal(service.errors(), '');
  });

  it('finds no fault with itself when a form ends in the middle', slow, async () => {
    const { hostname, port } = new URL(service.url);
    const form = 'host: a\r\nsec-fetch-site: same-origin\r\n';
    const type = 'content-type: application/x-www-form-urlencoded\r\n';
    for (const path of ['/review/sign-in', '/feedback/v1/responses']) {
      for (const body of [
        'transfer-encoding: chunked\r\n\r\n5\r\nab',
        'content-length: 9\r\n\r\na',
      ]) {
        const socket = connect(Number(port), hostname);
        socket.end(`POST ${path} HTTP/1.1\r\n${form}${type}${body}`);
        await once(socket.resume(), 'close');
      }
    }
    await service.assertWell();
    assert.equal(service.errors(), '');
  });
});

describe('an answer is found at fault that', () => {
  const request = { headers: { accept: 'application/json' }, body: new Uint8Array() };
  const documented = new Set([201, 422]);
  const problem = {
    ...{ type: '/problems/invalid-fields', title: 'Wrong', status: 422, detail: 'answer is wrong' },
    ...{ instance: 'urn:uuid:1', errors: [{ field: 'answer', detail: 'is wrong' }] },
  };
  const answer = (more: Partial<FuzzedAnswer> = {}, change: object = {}): FuzzedAnswer => ({
    ...{ status: 422, type: 'application/problem+json; charset=utf-8', location: '' },
    text: JSON.stringify({ ...problem, ...change }),
    ...more,
  });
  const faulty: Record<string, FuzzedAnswer> = {
    'is a fault of the service': answer({ status: 500 }),
    'has a status that is not documented': answer({ status: 418 }),
    'gives back a value': answer({}, { detail: `answer must not be ${mark}1` }),
    'is no problem': answer({ text: '{}' }),
    'is no JSON': answer({ text: 'Wrong' }),
    'has another status within': answer({}, { status: 400 }),
    'has more than is documented': answer({}, { stack: 'at line 1' }),
    'has another type': answer({ type: 'application/json' }),
    'is a page that nobody asked for': answer({ type: 'text/html', text: '<p>' }),
    'leads to what was sent': answer({ location: `/?a=${mark}` }),
  };
  for (const [name, wrong] of Object.entries(faulty)) {
    it(name, () => assert.ok(judgeAnswer(request, wrong, documented)));
  }

  it('and none that is as it should be', () => {
    assert.equal(judgeAnswer(request, answer(), documented), undefined);
    const html = { ...request, headers: { accept: 'text/html' } };
    const page = { type: 'text/html', text: `<textarea>${mark}&lt;script></textarea>` };
    assert.equal(judgeAnswer(html, answer(page), documented), undefined);
    const raw = { type: 'text/html', text: `<p>${mark}<b>` };
    assert.ok(judgeAnswer(html, answer(raw), documented));
  });
});
