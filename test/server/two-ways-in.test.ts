import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const page = `${origin}/e-faktura`;
const form = 'application/x-www-form-urlencoded';

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

/** What differs between two requests that say the same: moments, keys and numbers of occurrences. */
const withoutOwn = (text: string) =>
  text.replace(/[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z|(?<=state=)[^"&]+/g, '…');

/** What a connection adds. */
const ownHeaders = ['date', 'content-length', 'transfer-encoding'];

async function post(path: string, body: string, headers: Record<string, string>) {
  const url = `${service.url}/feedback/v1/${path}`;
  const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
  const told = [...response.headers].filter(([name]) => !ownHeaders.includes(name));
  const { status } = response;
  return withoutOwn(JSON.stringify({ status, told, text: await response.text() }));
}

const answer = () => `id=${crypto.randomUUID()}&page=${encodeURIComponent(page)}&answer=yes`;

describe('an answer whose address is spelled so that only the general way knows it', () => {
  const cases: Record<
    string,
    [body: () => string, headers: Record<string, string>, status: number]
  > = {
    'from the prompt': [answer, { 'content-type': form, accept: 'application/json', origin }, 201],
    'from a form without script': [answer, { 'content-type': form, accept: 'text/html' }, 303],
    'with a fault': [() => 'answer=maybe', { 'content-type': form, origin }, 422],
    'with a fault, from a form without script': [
      () => `${answer()}&comment=${'a'.repeat(1001)}`,
      { 'content-type': form, accept: 'text/html' },
      422,
    ],
    'that is too large': [() => 'a'.repeat(40_000), { 'content-type': form }, 413],
    'of another type': [answer, { 'content-type': 'text/plain' }, 415],
    'from another website': [answer, { 'content-type': form, origin: 'https://other.se' }, 403],
  };
  for (const [name, [body, headers, status]] of Object.entries(cases)) {
    it(`${name} is answered as any other`, async () => {
      const usual = await post('responses', body(), headers);
      assert.match(usual, new RegExp(`^{"status":${status},`));
      assert.equal(await post('%72esponses', body(), headers), usual);
    });
  }
});
