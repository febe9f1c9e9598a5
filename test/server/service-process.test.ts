import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { textOf } from '../support/read-markup.ts';
import {
  runGensvar,
  startGensvar,
  type Ended,
  type GensvarProcess,
} from '../support/gensvar-process.ts';
import { sendForm, sendJson } from '../support/send-response.ts';
import { readDays, readResponses } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { createTestDatabase, engine, onlyOn, type TestDatabase } from '../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = 120_000;

let folder: TemporaryFolder;
let prepared: TestDatabase;
let database: string;
let started: GensvarProcess[];

beforeEach(async () => {
  folder = await createTemporaryFolder();
  prepared = await createTestDatabase();
  // The embedded one is made by the service, with the folder in which it lies.
  const file = join(folder.path, 'new', 'gensvar.db');
  database = engine === 'sqlite' ? file : prepared.database;
  started = [];
});
afterEach(async () => {
  for (const child of started) child.kill();
  await Promise.all(started.map((child) => child.ended()));
  await prepared.remove();
  await folder.remove();
});

const settings = (more: Record<string, string> = {}) => ({
  folder: folder.path,
  environment: { PORT: '0', GENSVAR_DATABASE: database, ...more },
});

const start = (words = ['serve', '--demo'], more: Record<string, string> = {}) => {
  const child = startGensvar(words, settings(more));
  started.push(child);
  return child;
};

const baseOf = (addresses: Record<string, string>) => new URL(addresses['API'] ?? '').origin;

function assertEndedWell({ code, errors }: Ended) {
  assert.equal(errors, '');
  assert.equal(code, 0);
}

const answer = (base: string) => ({
  id: crypto.randomUUID(),
  page: `${base}/demo/`,
  answer: 'yes',
});

describe('the service, started with the demo', () => {
  it(
    'prints three lines, and nothing else, with addresses that work',
    { timeout: slow },
    async () => {
      const child = start();
      const addresses = await child.ready();
      assert.match(child.output(), /^Demo: http\S+\nReview: http\S+\nAPI: http\S+\n$/);
      assert.equal(child.errors(), '');

      const demo = await fetch(addresses['Demo'] ?? '');
      assert.equal(demo.status, 200);
      assert.match(await demo.text(), /<page-feedback/);

      const api = await fetch(addresses['API'] ?? '');
      assert.equal(((await api.json()) as { openapi: string }).openapi, '3.1.0');

      const signIn = await fetch(addresses['Review'] ?? '', { redirect: 'manual' });
      assert.equal(signIn.status, 303);
      const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
      const place = new URL(signIn.headers.get('location') ?? '', addresses['Review']);
      const review = await fetch(place, { headers: { cookie, 'accept-language': 'sv' } });
      assert.equal(review.status, 200);
      assert.match(textOf(await review.text()), /Inloggad som.*Inställningar.*Personer/);
    },
  );

  it(
    'takes in answers about the demo pages, and the review shows them',
    { timeout: slow },
    async () => {
      const addresses = await start().ready();
      const base = baseOf(addresses);
      assert.equal((await sendForm(base, answer(base), { origin: base })).status, 201);
      const signIn = await fetch(addresses['Review'] ?? '', { redirect: 'manual' });
      const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
      const review = await fetch(`${base}/review/`, {
        headers: { cookie, 'accept-language': 'sv' },
      });
      assert.match(textOf(await review.text()), /1 av 1 svarade ja/);
    },
  );
});

describe('the service, started without the demo', () => {
  it('prints two lines and has no demo', { timeout: slow }, async () => {
    const child = start(['serve']);
    const addresses = await child.ready();
    assert.match(child.output(), /^Review: http\S+\/review\/\nAPI: http\S+\n$/);
    assert.equal((await fetch(`${baseOf(addresses)}/demo/`)).status, 404);
    assert.equal((await fetch(addresses['Review'] ?? '')).status, 401);
  });

  it('tells its public address when it has one', { timeout: slow }, async () => {
    const child = start(['serve'], { PUBLIC_URL: 'https://www.example.se/gensvar/' });
    assert.deepEqual(await child.ready(), {
      Review: 'https://www.example.se/gensvar/review/',
      API: 'https://www.example.se/gensvar/feedback/v1/openapi.json',
    });
  });
});

describe('the service, asked to stop,', () => {
  it('has kept every answer when it is started again', { timeout: slow }, async () => {
    const first = start();
    const base = baseOf(await first.ready());
    const fields = answer(base);
    assert.equal((await sendForm(base, fields)).status, 201);
    assertEndedWell(await first.stop('SIGTERM'));
    if (engine === 'sqlite') assert.deepEqual(await readdir(dirname(database)), ['gensvar.db']);

    // The same port, so that the demo pages have the same addresses.
    const second = start(['serve', '--demo'], { PORT: new URL(base).port });
    assert.equal(baseOf(await second.ready()), base);
    assert.equal((await sendForm(base, fields)).status, 200);
    assert.deepEqual(
      readDays(database).map((row) => [row.address, row.yes]),
      [[`${base}/demo`, 1]],
    );
    assertEndedWell(await second.stop('SIGINT'));
  });

  it(
    'answers what is under way, and has stored all that it acknowledged',
    { timeout: slow },
    async () => {
      const child = start();
      const base = baseOf(await child.ready());
      let acknowledged = 0;
      const first = Promise.withResolvers<undefined>();
      const sends = Array.from({ length: 150 }, async () => {
        // Those that come too late find nobody to answer them.
        const response = await sendJson(base, answer(base)).catch(() => undefined);
        if (response?.status !== 201) return;
        acknowledged += 1;
        first.resolve(undefined);
      });
      await first.promise;
      assertEndedWell(await child.stop());
      await Promise.all(sends);
      const stored = readResponses(database).length;
      assert.ok(acknowledged > 0 && acknowledged <= stored, `${acknowledged} of ${stored}`);
      const [day] = readDays(database);
      assert.equal((day?.yes ?? 0) + (day?.leftOut ?? 0), stored);
    },
  );

  it(
    'is not held up by a browser that has connected and asks nothing',
    { timeout: slow },
    async () => {
      const child = start();
      const { hostname, port } = new URL(baseOf(await child.ready()));
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      await once(socket, 'connect');
      const ended = await Promise.race([
        child.stop(),
        setTimeout(8_000, undefined, { ref: false }),
      ]);
      socket.destroy();
      assert.ok(ended, 'It still ran after 8 seconds.');
      assertEndedWell(ended);
    },
  );
});

describe('the service that cannot start', () => {
  it('tells all faults of its configuration at once, and no value', { timeout: slow }, async () => {
    const ended = await runGensvar(
      ['serve', '--demo'],
      settings({
        PORT: 'hemligt1',
        PUBLIC_URL: 'hemligt2',
        GENSVAR_TIME_ZONE: 'hemligt3',
        GENSVAR_AMENDMENT_HOURS: 'hemligt4',
      }),
    );
    assert.equal(ended.code, 1);
    assert.equal(ended.output, '');
    const names = ['PORT', 'PUBLIC_URL', 'GENSVAR_TIME_ZONE', 'GENSVAR_AMENDMENT_HOURS'];
    for (const name of names) assert.match(ended.errors, new RegExp(`^ *${name} must `, 'm'));
    assert.equal(ended.errors.trim().split('\n').length, 1 + names.length);
    assert.doesNotMatch(ended.errors, /hemligt/);
  });

  it('says that its port is taken', { timeout: slow }, async (context) => {
    const other = createServer().listen(0, '127.0.0.1');
    context.after(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = await runGensvar(['serve'], settings({ PORT: String(port) }));
    assert.equal(ended.code, 1);
    assert.match(ended.errors, new RegExp(`^[^\\n]*address already in use[^\\n]*\\b${port}\\n$`));
  });

  const places: Record<string, string> = {
    'a folder that cannot be made': 'file/new/gensvar.db',
    'a file that is no database': 'file',
    'a folder itself': '',
  };
  for (const [name, place] of Object.entries(places)) {
    const options = { timeout: slow, skip: onlyOn('sqlite') };
    it(`says in one line that its database is ${name}`, options, async () => {
      await writeFile(join(folder.path, 'file'), 'not a database, only text\n'.repeat(100));
      const ended = await runGensvar(
        ['serve'],
        settings({ GENSVAR_DATABASE: join(folder.path, place) }),
      );
      assert.equal(ended.code, 1);
      assert.equal(ended.output, '');
      assert.match(ended.errors, /^[^\n]+\n$/);
      assert.match(ended.errors, /ENOTDIR|not a database|unable to open database file/);
    });
  }

  it('says how it is used when it does not understand', { timeout: slow }, async () => {
    for (const words of [[], ['site']]) {
      const ended = await runGensvar(words, settings());
      assert.equal(ended.code, 1);
      assert.match(ended.errors, /serve \[--demo\]/);
    }
    const ended = await runGensvar(['serve', '--nope'], settings());
    assert.equal(ended.code, 1);
    assert.match(ended.errors, /^Unknown option '--nope'[^\n]*\n$/);
  });
});
