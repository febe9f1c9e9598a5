import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { sendJson } from '../support/send-response.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const page = 'https://www.example.se/e-faktura';
const secret = 'hemligt7ord';
const jsonType = 'application/json';

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: 'https://www.example.se' });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const answer = () => ({ id: crypto.randomUUID(), page, answer: 'yes' });

describe('where responses are posted,', () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    it(`${method} is refused, and told what is allowed`, async () => {
      const rows = countRows(service.database);
      const response = await fetch(`${service.url}/feedback/v1/responses?${secret}`, { method });
      assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
      await assertProblem(response, { status: 405, kind: 'method-not-allowed', secret });
      assert.deepEqual(countRows(service.database), rows);
    });
  }

  it('HEAD is refused too', async () => {
    const response = await fetch(`${service.url}/feedback/v1/responses`, { method: 'HEAD' });
    assert.equal(response.status, 405);
  });
});

describe('where there is nothing,', () => {
  for (const path of [
    '/feedback/v1/response',
    '/feedback/v1/',
    '/feedback/v2/responses',
    '/nope',
  ]) {
    it(`${path} is not found`, async () => {
      for (const method of ['GET', 'POST']) {
        const response = await fetch(`${service.url}${path}?${secret}`, { method });
        await assertProblem(response, { status: 404, kind: 'not-found', secret });
      }
    });
  }

  it('an address that cannot be decoded is not found either', async () => {
    const response = await fetch(`${service.url}/feedback/v1/%E0%A4%A`);
    await assertProblem(response, { status: 404, kind: 'not-found' });
  });
});

/** Connects as a browser does, and says what it is about to send. */
async function announce(length: string): Promise<Socket> {
  const { port, hostname } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  const head = ['POST /feedback/v1/responses HTTP/1.1', `host: ${hostname}`, length];
  head.push(`content-type: ${jsonType}`, 'expect: 100-continue', '', '');
  socket.write(head.join('\r\n'));
  // The service says "continue" when it is about to read.
  const [said] = (await once(socket, 'data')) as [Buffer];
  assert.match(said.toString(), /^HTTP\/1\.1 100 /);
  return socket;
}

describe('a body that never ends', () => {
  it('is refused while it still comes', async (context) => {
    const socket = await announce('transfer-encoding: chunked');
    context.after(() => socket.destroy());
    const chunk = `400\r\n${' '.repeat(1024)}\r\n`;
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    const readBefore = socket.bytesRead;
    const aLot = 20_000;
    for (let sent = 0; sent < aLot && socket.bytesRead === readBefore; sent += 1) {
      socket.write(chunk);
      await new Promise(setImmediate);
    }
    assert.notEqual(socket.bytesRead, readBefore, 'There was no answer.');
    const [said] = await answered;
    assert.match(said.toString(), /^HTTP\/1\.1 413 /);
    assert.equal((await sendJson(service.url, answer())).status, 201);
  });
});

describe('a visitor who leaves while the answer is on its way', () => {
  const lengths = {
    'of known length': 'content-length: 100',
    chunked: 'transfer-encoding: chunked',
  };
  for (const [name, length] of Object.entries(lengths)) {
    it(`is no fault of the service (${name})`, async () => {
      const rows = countRows(service.database);
      const faults = [...service.faults];
      const socket = await announce(length);
      socket.write('5\r\n{"a":\r\n');
      socket.destroy();
      await once(socket, 'close');
      for (let visitor = 0; visitor < 3; visitor += 1) {
        assert.equal((await sendJson(service.url, answer())).status, 201);
      }
      assert.equal(countRows(service.database)['response'], (rows['response'] ?? 0) + 3);
      assert.deepEqual(service.faults, faults);
    });
  }
});
