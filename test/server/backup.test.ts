import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runGensvar, startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { sendForm } from '../support/send-response.ts';
import { readResponses } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let folder: TemporaryFolder;
let restored: GensvarProcess | undefined;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  service = await startTestService({ pageOrigin: 'https://www.example.se' });
});
afterEach(async () => {
  restored?.kill();
  await restored?.ended();
  restored = undefined;
  await service.stop();
  await folder.remove();
});

const answer = (id: string = crypto.randomUUID(), base = service.url) =>
  sendForm(base, { id, page: 'https://www.example.se/a', answer: 'yes', comment: 'Bra.' });

const copy = () => join(folder.path, 'copy.db');

const backUp = (database = service.database) =>
  runGensvar(['backup', 'copy.db'], {
    folder: folder.path,
    environment: { GENSVAR_DATABASE: database },
  });

describe('a backup', () => {
  it('taken while answers come in is one whole moment, and can be served from', async () => {
    const known = crypto.randomUUID();
    assert.equal((await answer(known)).status, 201);
    const sending = { goesOn: true };
    const sent = (async () => {
      let count = 1;
      for (; sending.goesOn; count += 1) assert.equal((await answer()).status, 201);
      return count;
    })();
    const { code, errors, output } = await backUp();
    sending.goesOn = false;
    assert.equal(code, 0, errors);
    assert.match(output, /checked copy of the database, \d+ bytes/);
    const kept = readResponses(copy()).length;
    assert.ok(kept >= 1 && kept <= (await sent));

    restored = startGensvar(['serve'], {
      folder: folder.path,
      environment: { PORT: '0', GENSVAR_DATABASE: copy() },
    });
    const base = new URL((await restored.ready())['API'] ?? '').origin;
    assert.equal((await answer(known, base)).status, 200, 'the same answer again is known');
    assert.equal((await answer(crypto.randomUUID(), base)).status, 201);
    await restored.stop();
    assert.equal(readResponses(copy()).length, kept + 1);
    const check = await runGensvar(['check'], {
      folder: folder.path,
      environment: { GENSVAR_DATABASE: copy() },
    });
    assert.equal(check.code, 0, check.errors);
  });

  it('never overwrites a file', async () => {
    await writeFile(copy(), 'something of value');
    const { code, errors } = await backUp();
    assert.equal(code, 1);
    assert.match(errors, /nothing is overwritten/);
  });

  it('goes on after one that was interrupted', async () => {
    await writeFile(`${copy()}.partial`, 'half a copy');
    assert.equal((await backUp()).code, 0);
    assert.deepEqual(readdirSync(folder.path), ['copy.db']);
  });

  it('of a database that is not there makes none', async () => {
    const missing = join(folder.path, 'missing.db');
    assert.equal((await backUp(missing)).code, 1);
    assert.equal(existsSync(copy()), false);
    assert.equal(existsSync(missing), false);
  });

  it('is in the audit log', async () => {
    await backUp();
    const entries = await service.store.listAudit([], { limit: 10, offset: 0 });
    assert.deepEqual(
      entries.map(({ action, actor }) => [action, actor]),
      [['backup', 'gensvar backup']],
    );
  });
});
