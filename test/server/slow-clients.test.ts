import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import {
  formHead,
  openPlainConnection,
  type PlainConnection,
} from '../support/plain-connection.ts';
import { sendForm } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const page = `${origin}/e-faktura`;

let service: TestService;
let connections: PlainConnection[];
before(async () => {
  const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
  service = await startTestService({ pageOrigin: origin, patience });
  connections = [];
});
afterEach(() => {
  for (const connection of connections.splice(0)) connection.breakOff();
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const open = async () => {
  const connection = await openPlainConnection(service.url);
  connections.push(connection);
  return connection;
};
const body = () => `id=${crypto.randomUUID()}&page=${encodeURIComponent(page)}&answer=yes`;
const answerIsTaken = async () =>
  (await sendForm(service.url, { id: crypto.randomUUID(), page, answer: 'no' })).status === 201;
const countYes = async () => {
  const pages = await service.store.listPages([service.site.id], { limit: 100, offset: 0 });
  return pages.reduce((sum, { yes }) => sum + yes, 0);
};

describe('clients that take their time', () => {
  const kinds: Record<string, (connection: PlainConnection) => void> = {
    'with the headers': ({ send }) => send('POST /feedback/v1/responses HTTP/1.1\r\nHost: x\r\n'),
    'with the body': ({ send }) => send(formHead(200) + body().slice(0, 50)),
    'with the body, though they say nothing of its length': ({ send }) =>
      send(`${formHead('', 'Transfer-Encoding: chunked')}5\r\nid=12\r\n`),
  };
  for (const [name, begin] of Object.entries(kinds)) {
    it(`${name} hinder nobody, and are let go`, async () => {
      const slow = await Promise.all(Array.from({ length: 50 }, open));
      for (const connection of slow) begin(connection);
      assert.ok(await answerIsTaken());
      for (const connection of slow) assert.match(await connection.closed(), /^HTTP\/1.1 408 /);
      assert.equal(await countYes(), 0);
    });
  }

  it('and then say the rest in time are answered', async () => {
    const connection = await open();
    const form = body();
    connection.send(formHead(form.length) + form.slice(0, 20));
    assert.ok(await answerIsTaken());
    connection.send(form.slice(20));
    const before = await countYes();
    assert.match(await connection.said(/\r\n\r\n/), /^HTTP\/1.1 201 /);
    assert.equal(await countYes(), before === 1 ? 1 : before + 1);
  });

  it('by the hundred, and say nothing at all, hinder nobody', async () => {
    await Promise.all(Array.from({ length: 400 }, open));
    for (let sent = 0; sent < 5; sent += 1) assert.ok(await answerIsTaken());
  });
});

describe('a client that goes away', () => {
  it('in the middle of its answer has said nothing', async () => {
    const before = await countYes();
    for (const goAway of ['breakOff', 'endSending'] as const) {
      const connection = await open();
      connection.send(formHead(500) + body());
      connection[goAway]();
      await connection.closed();
    }
    assert.ok(await answerIsTaken());
    assert.equal(await countYes(), before);
  });

  it('and had asked for another protocol, with a body that breaks off, is let go', async () => {
    const connection = await open();
    const upgrade = ['Upgrade: h2c', 'Connection: upgrade', 'Transfer-Encoding: chunked'];
    connection.send(`${formHead('', ...upgrade)}-1\r\n`);
    connection.endSending();
    // Not 408, which would mean that it was waited for.
    assert.equal(await connection.closed(), '');
    assert.ok(await answerIsTaken());
  });

  it('when it has said all, but listens, is answered', async () => {
    const connection = await open();
    const form = body();
    connection.send(formHead(form.length, 'Connection: close') + form);
    connection.endSending();
    assert.match(await connection.closed(), /^HTTP\/1.1 201 /);
  });
});

describe('a length that cannot be', () => {
  const form = body();
  const lengths: Record<string, string> = {
    'is negative': formHead('-1') + form,
    'is no number': formHead('many') + form,
    'is told twice, and differs': formHead(form.length, 'Content-Length: 3') + form,
    'contradicts the encoding':
      formHead(form.length, 'Transfer-Encoding: chunked') + `0\r\n\r\n${form}`,
  };
  for (const [name, bytes] of Object.entries(lengths)) {
    it(`${name} is refused, and the connection closed`, async () => {
      const before = await countYes();
      const connection = await open();
      connection.send(bytes);
      assert.match(await connection.closed(), /^HTTP\/1.1 400 /);
      assert.equal(await countYes(), before);
    });
  }

  it('is too short ends the form there; the rest is no request', async () => {
    const before = await countYes();
    const connection = await open();
    connection.send(formHead(form.length - 'answer=yes'.length) + form);
    assert.match(await connection.closed(), /^HTTP\/1.1 4(00|22) /);
    assert.equal(await countYes(), before);
  });

  it('is too long for an answer is refused before any of it is read', async () => {
    const connection = await open();
    connection.send(formHead(10_000_000_000));
    assert.match(await connection.said(/\r\n\r\n/), /^HTTP\/1.1 413 /);
  });
});
