import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import type { IncomingResponse, Site, Store } from '../../server/store/store.ts';
import { startGensvar } from '../support/gensvar-process.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

/** Starting processes takes its time on a busy machine. */
const slow = { timeout: 120_000 };

const origin = 'https://www.example.se';
const words = 'Jag hittar inte blanketten. ';

let folder: TemporaryFolder;
let temporary: TemporaryStore;
let store: Store;
let site: Site;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  temporary = await openTemporaryStore();
  store = temporary.store;
  site = await temporary.addSite({ key: 'test', origins: [origin] });
  // More than can be on its way to somebody who reads nothing.
  const responses = Array.from({ length: 6000 }, (_, index): IncomingResponse => ({
    ...{ key: crypto.randomUUID(), siteId: site.id, address: `${origin}/sida-${index % 3}` },
    ...{ received: new Date(), day: '2026-11-20', revisionNo: 1 },
    content: { answer: 'no', survey: 'page', comment: words.repeat(35) },
  }));
  for (let start = 0; start < responses.length; start += 1000) {
    await store.appendResponses(responses.slice(start, start + 1000));
  }
});
afterEach(async () => {
  await temporary.remove();
  await folder.remove();
});

const environment = () => ({ PORT: '0', GENSVAR_DATABASE: temporary.database });

/** What the log has of exports: that one began, and nothing of how it went. */
async function assertBegun(actor: string, subject: string | null, format: string): Promise<void> {
  const entries = await store.listAudit([site.id], { limit: 9, offset: 0 }, 'export');
  const days = subject === null ? '0000-01-01--9999-12-31' : '2026-11-01--2026-11-20';
  assert.deepEqual(
    entries.map(({ at: _, ...entry }) => entry),
    [
      {
        ...{ actor, siteId: site.id, action: 'export', subject },
        detail: { content: 'responses', format, days, outcome: 'begun' },
      },
    ],
  );
  assert.ok(!JSON.stringify(entries).includes('blanketten'));
}

describe('an export that is killed in the middle is in the audit log', () => {
  it('when an editor takes it out', slow, async (context) => {
    const editor = await store.addEditor({ name: 'Kim', siteIds: [site.id] });
    const token = await createSignInLink(store, editor.id, () => new Date());
    const service = startGensvar(['serve'], { folder: folder.path, environment: environment() });
    context.after(() => {
      service.kill();
    });
    const url = new URL((await service.ready())['API'] ?? '').origin;
    const signedIn = await fetch(`${url}/review/sign-in`, {
      method: 'POST',
      headers: { origin: url },
      body: new URLSearchParams({ token }),
      redirect: 'manual',
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const form = new URLSearchParams({ format: 'json', scope: 'site', period: 'all' }).toString();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      [
        'POST /review/export/file HTTP/1.1',
        ...[`Host: ${new URL(url).host}`, `Origin: ${url}`, `Cookie: ${cookie}`],
        'Content-Type: application/x-www-form-urlencoded',
        ...[`Content-Length: ${form.length}`, '', form],
      ].join('\r\n'),
    );
    const [head] = (await once(socket, 'data')) as [Buffer];
    assert.match(head.toString('latin1'), /^HTTP\/1\.1 200 /);
    // Nobody reads on: the service waits in the middle of the file.
    socket.pause();
    await service.stop('SIGKILL');
    socket.destroy();
    await assertBegun('Kim', null, 'json');
  });

  it('when a command writes it out', slow, async (context) => {
    const main = resolve(import.meta.dirname, '../../dist/server/main.js');
    const days = ['--from', '2026-11-01', '--to', '2026-11-20'];
    const args = ['export', '--site', 'test', '--section', '/', '--format', 'csv', ...days];
    const child = spawn(process.execPath, [main, ...args], {
      ...{ cwd: folder.path, env: environment(), stdio: ['ignore', 'pipe', 'inherit'] },
    });
    context.after(() => child.kill('SIGKILL'));
    const ended = once(child, 'exit');
    // It is read no further than to the first bytes: then the command waits.
    await once(child.stdout, 'readable');
    child.kill('SIGKILL');
    assert.deepEqual(await ended, [null, 'SIGKILL']);
    await assertBegun('gensvar export', '/', 'csv');
  });
});
