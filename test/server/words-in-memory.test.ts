import assert from 'node:assert/strict';
import { readdir, readFile, watch } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { sendBody } from '../support/send-response.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let folder: TemporaryFolder;
let gensvar: GensvarProcess;

before(async () => {
  folder = await createTemporaryFolder();
  gensvar = startGensvar(['serve', '--demo'], {
    folder: folder.path,
    environment: { PORT: '0', GENSVAR_DATABASE: join(folder.path, 'gensvar.db') },
    nodeFlags: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder.path}`],
  });
});
after(async () => {
  gensvar.kill();
  await gensvar.ended();
  await folder.remove();
});

it('what visitors wrote does not stay in the memory of the service', async () => {
  const { API: api = '' } = await gensvar.ready();
  const { origin } = new URL(api);
  const words = ['hyacint', 'silverpoppel', 'trollsmultron', 'vattenmynta'];
  // The last comments may still be at hand somewhere; those before must be gone.
  for (const [place, comment] of [...words, 'tack', 'tack så mycket'].entries()) {
    // An address that is not encoded needs no decoding: it is taken from the body as it is.
    const page = `${origin}/demo/${place}`;
    const body = `id=${crypto.randomUUID()}&page=${page}&answer=no&comment=om+${comment}+här`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...asksForJson };
    const { status } = await sendBody(origin, body, headers);
    assert.equal(status, 201);
  }
  const memory = await memoryOf(gensvar, origin);
  assert.match(memory, /feedback\/v1\/responses/);
  assert.deepEqual(
    words.filter((word) => memory.includes(word)),
    [],
  );
});

const asksForJson = { accept: 'application/json' };

/** All that the process remembers, as JSON. */
async function memoryOf({ pid }: GensvarProcess, origin: string): Promise<string> {
  const isSnapshot = (name: string | null) => name?.endsWith('.heapsnapshot') ?? false;
  const changes = watch(folder.path);
  process.kill(pid ?? NaN, 'SIGUSR2');
  for await (const { filename } of changes) if (isSnapshot(filename)) break;
  // It is written in one go: who is answered after it began is answered when it is whole.
  await fetch(`${origin}/health`);
  const name = (await readdir(folder.path)).find(isSnapshot) ?? '';
  return readFile(join(folder.path, name), 'utf8');
}
