import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { runGensvar } from '../support/gensvar-process.ts';
import { sendForm } from '../support/send-response.ts';
import { readDays } from '../support/stored-rows.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { onlyOn } from '../support/test-database.ts';
import { startTestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const slow = 120_000;
const isRoot = process.getuid?.() === 0;

const answer = () => ({ id: crypto.randomUUID(), page: `${origin}/e-faktura`, answer: 'yes' });

describe(
  'a database file that is moved away while the service runs',
  { skip: onlyOn('sqlite') },
  () => {
    it('takes no answers, and takes them again when it is back', async (context) => {
      const service = await startTestService({ pageOrigin: origin });
      context.after(() => service.stop());
      const { database } = service;
      assert.equal((await sendForm(service.url, answer())).status, 201);

      await rename(database, `${database}.away`);
      const fields = answer();
      const refused = await sendForm(service.url, fields);
      assert.match(refused.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
      await assertProblem(refused, { status: 503, kind: 'unavailable' });

      await rename(`${database}.away`, database);
      assert.equal((await sendForm(service.url, fields)).status, 201);
      assert.equal(readDays(database)[0]?.yes, 2);
    });
  },
);

describe('another file that takes the place of the database', { skip: onlyOn('sqlite') }, () => {
  it('is not written to, and no answer is acknowledged that nobody would find', async (context) => {
    const service = await startTestService({ pageOrigin: origin });
    context.after(() => service.stop());
    const { database } = service;
    await rename(database, `${database}.away`);
    await copyFile(`${database}.away`, database);
    await assertProblem(await sendForm(service.url, answer()), {
      status: 503,
      kind: 'unavailable',
    });
    const [fault] = service.faults;
    assert.match(String(fault), /moved or replaced/);
    // So that the service can close the file that it opened.
    await rename(`${database}.away`, database);
  });
});

describe('a file system that can only be read', { skip: onlyOn('sqlite') }, () => {
  /** Makes a folder readable only; root is stopped by nothing but a mount. */
  async function protect(path: string): Promise<() => Promise<void>> {
    if (!isRoot) {
      for (const name of await readdir(path)) await chmod(join(path, name), 0o444);
      await chmod(path, 0o555);
      return () => chmod(path, 0o755);
    }
    execFileSync('mount', ['--bind', path, path]);
    execFileSync('mount', ['-o', 'remount,bind,ro', path]);
    return () => {
      execFileSync('umount', [path]);
      return Promise.resolve();
    };
  }

  for (const exists of [false, true]) {
    const which = exists ? 'with a database' : 'without a database';
    it(
      `${which} is told of in one line, and nothing starts`,
      { timeout: slow },
      async (context) => {
        const folder = await createTemporaryFolder();
        context.after(() => folder.remove());
        const path = join(folder.path, 'data');
        const file = join(path, 'gensvar.db');
        await mkdir(path);
        if (exists) await (await openSqliteStore({ file, amendmentWindow: 1 })).close();
        const unprotect = await protect(path);
        try {
          const environment = { PORT: '0', GENSVAR_DATABASE: file };
          const ended = await runGensvar(['serve'], { folder: folder.path, environment });
          assert.equal(ended.code, 1);
          assert.equal(ended.output, '');
          assert.match(ended.errors, /^[^\n]*(readonly|unable to open|read-only)[^\n]*\n$/i);
          assert.deepEqual(await readdir(path), exists ? ['gensvar.db'] : []);
        } finally {
          await unprotect();
        }
      },
    );
  }
});
