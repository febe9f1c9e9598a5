import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { partSize } from '../../server/export/read-parts.ts';
import type { IncomingResponse } from '../../server/store/store.ts';
import { sendForm } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';

let service: TestService;
let cookie: string;

beforeEach(async () => {
  service = await startTestService({ pageOrigin: origin });
  const signedIn = await fetch(await service.signInLink(), { redirect: 'manual' });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterEach(() => service.stop());

/** Stores many responses with long comments: more than a connection holds on its way. */
async function fill(count: number, pages = 3): Promise<void> {
  const received = new Date();
  const responses = Array.from({ length: count }, (_, index): IncomingResponse => ({
    key: crypto.randomUUID(),
    siteId: service.site.id,
    address: `${origin}/sida-${index % pages}`,
    received,
    day: received.toISOString().slice(0, 10),
    revisionNo: 1,
    content: { answer: 'no', survey: 'page', comment: `${index} ${'å'.repeat(900)}` },
  }));
  for (let start = 0; start < count; start += 1000) {
    await service.store.appendResponses(responses.slice(start, start + 1000));
  }
}

const body = (format: string) => new URLSearchParams({ format, scope: 'site', period: 'all' });

const ask = (format: string, signal?: AbortSignal) =>
  fetch(`${service.url}/review/export/file`, {
    method: 'POST',
    headers: { cookie, origin: service.url },
    body: body(format),
    ...(signal && { signal }),
  });

const audited = async () => {
  const one = { limit: 1, offset: 0 };
  const [entry] = await service.store.listAudit([service.site.id], one, 'export');
  return entry?.detail;
};

/** What the audit log says of the export's end, once it says it. */
async function awaitAudit() {
  for (;;) {
    const detail = await audited();
    if (detail && detail['outcome'] !== 'begun') return detail;
    await setTimeout(10);
  }
}

/** Makes the store fail after some parts, as a disk that goes away does. */
function failAfter(parts: number): void {
  const { store } = service;
  const list = store.listForExport.bind(store);
  let left = parts;
  store.listForExport = (...asked) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('The disk is gone.')) : list(...asked);
  };
}

describe('a large export', () => {
  it('has every response, and answers that come in meanwhile are stored', async () => {
    await fill(3000);
    const response = await ask('json');
    const chunks: Uint8Array[] = [];
    let isSent = false;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      if (isSent) continue;
      isSent = true;
      const stored = await sendForm(service.url, {
        ...{ id: crypto.randomUUID(), page: `${origin}/annan`, answer: 'yes' },
      });
      assert.equal(stored.status, 201);
    }
    const rows = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { comment: string }[];
    const numbers = rows.flatMap(({ comment }) => (comment ? [Number.parseInt(comment, 10)] : []));
    assert.equal(new Set(numbers).size, 3000);
    assert.equal((await audited())?.['outcome'], 'complete');
  });

  for (const format of ['csv', 'xlsx', 'json']) {
    it(`as ${format} breaks the connection off when the service fails in the middle`, async () => {
      await fill(2000, 1);
      failAfter(12);
      const response = await ask(format);
      assert.equal(response.status, 200);
      await assert.rejects(response.arrayBuffer(), /terminated|aborted/);
      const detail = await awaitAudit();
      assert.equal(detail['outcome'], 'broken off');
      assert.equal(detail['rows'], 12 * partSize);
      assert.match(String(service.faults[0]), /The disk is gone/);
    });
  }

  it('is answered with a fault when it fails before it begins', async () => {
    await fill(10);
    failAfter(0);
    const response = await ask('csv');
    assert.equal(response.status, 500);
    assert.equal((await awaitAudit())['outcome'], 'broken off');
  });

  it('is not handed out when it cannot be written down that it is', async () => {
    await fill(10);
    const { store } = service;
    store.recordAudit = () => Promise.reject(new Error('The log is full.'));
    const list = store.listForExport.bind(store);
    let queries = 0;
    store.listForExport = (...asked) => {
      queries += 1;
      return list(...asked);
    };
    const response = await ask('csv');
    assert.equal(response.status, 500);
    assert.equal(queries, 0);
    assert.match(String(service.faults[0]), /The log is full/);
  });

  it('stops when whoever asked goes away', async () => {
    await fill(6000, 1);
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const form = body('json').toString();
    socket.write(
      [
        'POST /review/export/file HTTP/1.1',
        `Host: ${new URL(service.url).host}`,
        `Origin: ${service.url}`,
        `Cookie: ${cookie}`,
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${form.length}`,
        '',
        form,
      ].join('\r\n'),
    );
    await once(socket, 'data');
    socket.destroy();
    const detail = await awaitAudit();
    assert.equal(detail['outcome'], 'broken off');
    assert.ok(Number(detail['rows']) < 6000, String(detail['rows']));
    assert.deepEqual(service.faults, []);
  });
});
