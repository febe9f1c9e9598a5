import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { assertProblem } from '../support/assert-problem.ts';
import { startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { sendForm } from '../support/send-response.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';

const answer = () => ({ id: crypto.randomUUID(), page: `${origin}/hemlig-sida`, answer: 'yes' });

describe('the metrics', () => {
  let service: TestService;
  before(async () => {
    service = await startTestService({ pageOrigin: origin });
    const first = answer();
    await sendForm(service.url, first);
    await sendForm(service.url, first);
    await sendForm(service.url, { ...first, answer: 'no', revisionNo: '2' });
    await sendForm(service.url, { ...answer(), answer: 'maybe' });
    await sendForm(service.url, { ...answer(), comment: 'Skriv till a@example.se' });
  });
  after(() => service.stop());

  const read = async () => {
    const response = await fetch(`${service.url}/metrics`);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    return response.text();
  };

  for (const line of [
    'gensvar_responses_acknowledged_total{kind="new"} 1',
    'gensvar_responses_acknowledged_total{kind="duplicate"} 1',
    'gensvar_responses_acknowledged_total{kind="amended"} 1',
    'gensvar_responses_refused_total{problem="invalid-fields"} 1',
    'gensvar_responses_refused_total{problem="personal-data"} 1',
    'gensvar_commit_responses_count 3',
    'gensvar_commit_seconds_count 3',
    'gensvar_queue_responses 0',
  ]) {
    it(`tell ${line}`, async () => {
      assert.ok((await read()).split('\n').includes(line));
    });
  }

  it('tell how the process does', async () => {
    assert.match(await read(), /^process_resident_memory_bytes \d+$/m);
  });
});

describe('metrics with a token', () => {
  const token = 'a-token-of-more-than-twenty';
  let service: TestService;
  before(async () => {
    service = await startTestService({ environment: { GENSVAR_METRICS_TOKEN: token } });
  });
  after(() => service.stop());

  const read = (headers: HeadersInit) => fetch(`${service.url}/metrics`, { headers });

  it('are for those who have it', async () => {
    assert.equal((await read({ authorization: `Bearer ${token}` })).status, 200);
  });

  for (const authorization of ['', `Bearer ${token}x`, 'Bearer', `Basic ${token}`]) {
    it(`are refused to "${authorization}"`, async () => {
      const response = await read(authorization === '' ? {} : { authorization });
      assert.equal(response.headers.get('www-authenticate'), 'Bearer');
      await assertProblem(response, { status: 401, kind: 'not-authenticated' });
    });
  }
});

describe('the log', () => {
  let folder: TemporaryFolder;
  let service: GensvarProcess;
  let base: string;
  let database: string;

  beforeEach(async () => {
    folder = await createTemporaryFolder();
    database = join(folder.path, 'gensvar.db');
  });
  afterEach(async () => {
    service.kill();
    await service.ended();
    await folder.remove();
  });

  async function start(level: string) {
    service = startGensvar(['serve', '--demo'], {
      folder: folder.path,
      environment: { PORT: '0', GENSVAR_DATABASE: database, GENSVAR_LOG_LEVEL: level },
    });
    base = new URL((await service.ready())['API'] ?? '').origin;
  }

  async function logged(): Promise<Record<string, unknown>[]> {
    const { errors } = await service.stop();
    const lines = errors.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('tells of start and stop when it is asked to', async () => {
    await start('info');
    const messages = (await logged()).map(({ level, msg }) => [level, msg]);
    assert.deepEqual(messages, [
      ['info', 'The service listens.'],
      ['info', 'The service stops.'],
      ['info', 'The service has stopped.'],
    ]);
  });

  it('tells of each request by its route, not by its address', async () => {
    await start('debug');
    await fetch(`${base}/review/pages/271828?hemligt=1`);
    await fetch(`${base}/ingenting/hemligt`);
    const requests = (await logged()).filter(({ level }) => level === 'debug');
    assert.deepEqual(
      requests.map(({ method, status }) => [method, status]),
      [
        ['GET', 401],
        ['GET', 404],
      ],
    );
    assert.doesNotMatch(JSON.stringify(requests), /hemlig|271828/);
    for (const { milliseconds } of requests) assert.equal(typeof milliseconds, 'number');
  });

  it('tells of a fault under the name that the client was told', async () => {
    await start('error');
    const other = new Database(database);
    other.exec('begin exclusive');
    const page = `${base}/demo/`;
    const response = await sendForm(base, { id: crypto.randomUUID(), page, answer: 'yes' });
    other.exec('rollback');
    other.close();
    const { instance } = (await response.json()) as { instance: string };
    const faults = await logged();
    assert.deepEqual(
      faults.map(({ requestId, code }) => [requestId, code]),
      [[instance, 'SQLITE_BUSY']],
    );
  });

  it('is silent when all is well', async () => {
    await start('warn');
    await fetch(`${base}/demo/`);
    assert.deepEqual(await logged(), []);
  });
});
