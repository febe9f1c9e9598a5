import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { runGensvar, startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { formBody } from '../support/send-response.ts';
import { readResponses } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/** An address of the loopback that nothing else uses. Only Linux has the whole range. */
const visitorAddress = process.platform === 'linux' ? '127.0.0.77' : undefined;
const forwardedAddress = '203.0.113.77';

/** Each stands in something the browser tells about its visitor, or keeps to itself. */
const planted = {
  'user-agent': 'agentord',
  'x-forwarded-for': forwardedAddress,
  forwarded: `for=${forwardedAddress}`,
  'x-real-ip': forwardedAddress,
  cookie: 'kaka=kakord',
  'accept-language': 'sv-x-sprakord',
  authorization: 'Bearer bevisord',
  from: 'avsandarord',
  'x-request-id': 'anropsord',
};

const words = [
  ...['agentord', 'kakord', 'sprakord', 'bevisord', 'avsandarord', 'anropsord', forwardedAddress],
  ...['frageord', 'refererord', 'ankarord', 'inloggningsord', 'losenord', 'felord'],
];

/** Starting a process takes its time on a busy machine. */
const slow = 120_000;

let folder: TemporaryFolder;
let service: GensvarProcess;
let base: string;
/** The visitors' ids: kept for a time, but never told. */
const ids: string[] = [];

interface Answer {
  status: number | undefined;
  location: string | undefined;
}

/** Sends as a browser at the visitor's own address does. */
const send = (path: string, fields?: Record<string, string>, headers = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sending = request(
      new URL(path, base),
      {
        method: fields ? 'POST' : 'GET',
        localAddress: visitorAddress,
        headers: {
          ...planted,
          referer: `${base}/demo/refererord?q=frageord`,
          ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      },
      (response) => {
        response.resume().on('end', () => {
          resolve({ status: response.statusCode, location: response.headers.location });
        });
      },
    );
    sending.on('error', reject);
    sending.end(fields && formBody(fields).toString());
  });

const answer = (more: Record<string, string> = {}) => {
  const id = crypto.randomUUID();
  ids.push(id);
  const host = base.replace('http://', '');
  const page = `http://inloggningsord:losenord@${host}/demo/?utm=frageord#ankarord`;
  return { id, page, answer: 'no', ...more };
};

const respond = (fields: Record<string, string>, headers = {}) =>
  send('/feedback/v1/responses', fields, headers);

async function databaseFiles(): Promise<Buffer> {
  const names = (await readdir(folder.path)).filter((name) => name.startsWith('gensvar.db'));
  assert.ok(names.length > 0);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder.path, name)))));
}

function assertNothingIn(bytes: Buffer, unwanted: string[]) {
  // Text may lie in the database in either encoding, whatever its case.
  const texts = [bytes.toString('latin1'), bytes.toString('utf16le')];
  for (const word of unwanted) {
    for (const text of texts) assert.ok(!text.toLowerCase().includes(word.toLowerCase()), word);
  }
}

before(
  async () => {
    folder = await createTemporaryFolder();
    const database = join(folder.path, 'gensvar.db');
    service = startGensvar(['serve', '--demo'], {
      folder: folder.path,
      environment: { PORT: '0', GENSVAR_DATABASE: database, GENSVAR_LOG_LEVEL: 'debug' },
    });
    base = new URL((await service.ready())['API'] ?? '').origin;

    const first = answer({ comment: 'Mitt kommentarsord.' });
    const statuses = [
      await send('/demo/'),
      await send('/widget/page-feedback.js'),
      await respond(first, { accept: 'application/json' }),
      await respond({ ...first, answer: 'yes' }),
      await respond(answer(), { accept: 'text/html' }),
      await respond(answer({ rating: 'felord' })),
      await respond(answer({ comment: 'felord@example.se' })),
      await respond(answer({ page: 'https://felord.example/' })),
      await respond(answer(), { origin: 'https://felord.example' }),
      await respond(answer(), { 'content-type': 'text/felord' }),
      await send('/feedback/v1/felord?frageord'),
    ].map(({ status }) => status);
    assert.deepEqual(statuses, [200, 200, 201, 303, 303, 422, 422, 422, 403, 415, 404]);
    const { location = '' } = await respond(answer());
    assert.equal((await send(location)).status, 200);

    // A fault of the service's own, which it tells its operator of.
    const other = new Database(database);
    other.exec('begin exclusive');
    assert.equal((await respond(answer({ comment: 'Mitt kommentarsord.' }))).status, 503);
    other.exec('rollback');
    other.close();
    assert.equal(readResponses(database).length, 3);
  },
  { timeout: slow },
);
after(async () => {
  service.kill();
  await service.ended();
  await folder.remove();
});

describe('of its visitors the service keeps no', () => {
  it('word in the files of its database, while it runs', async () => {
    assertNothingIn(await databaseFiles(), words);
  });

  it('network address in the files of its database', async (context) => {
    if (visitorAddress === undefined) {
      context.skip('The visitor has no address of their own on this system.');
      return;
    }
    const bytes = await databaseFiles();
    assertNothingIn(bytes, [visitorAddress]);
    const numbers = visitorAddress.split('.').map(Number);
    assert.ok(!bytes.includes(Buffer.from(numbers)));
    assert.ok(!bytes.includes(Buffer.from(numbers.toReversed())));
  });

  it('word in its metrics, nor their comments or ids', async () => {
    const metrics = await (await fetch(`${base}/metrics`)).text();
    assert.match(metrics, /gensvar_responses_acknowledged_total/);
    const unwanted = [...words, 'kommentarsord', ...ids];
    assertNothingIn(Buffer.from(metrics), unwanted.concat(visitorAddress ?? []));
  });

  it('word in a backup', async () => {
    const target = join(folder.path, 'backup.db');
    const environment = { GENSVAR_DATABASE: join(folder.path, 'gensvar.db') };
    const { code } = await runGensvar(['backup', target], { folder: folder.path, environment });
    assert.equal(code, 0);
    assertNothingIn(await readFile(target), words);
  });

  it('word in what it prints and logs, nor their comments or ids', async () => {
    const { output, errors } = await service.stop();
    assert.equal(output.trim().split('\n').length, 3);
    const lines = errors.trim().split('\n');
    assert.ok(lines.length > 10, 'it logs each request');
    assert.equal(lines.filter((line) => line.includes('SQLITE_BUSY')).length, 1, errors);
    const unwanted = [...words, 'kommentarsord', ...ids];
    assertNothingIn(Buffer.from(output + errors), unwanted.concat(visitorAddress ?? []));
  });

  it('word in the files of its database when it has stopped', async () => {
    assertNothingIn(await databaseFiles(), words);
  });
});
