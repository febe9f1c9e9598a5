import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { inviteEditor } from '../../server/commands/invite-editor.ts';
import { listEditors } from '../../server/commands/list-editors.ts';
import { removeEditor } from '../../server/commands/remove-editor.ts';
import { readConfig, type Config } from '../../server/config.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { runGensvar } from '../support/gensvar-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
let config: Config;
let store: Store;

beforeEach(async () => {
  database = await createTestDatabase();
  config = readConfig({ GENSVAR_DATABASE: database.database });
  store = await openStore(config);
  for (const key of ['a', 'b']) {
    const origins = [`https://${key}.example`];
    const plain = { foldWww: false, queryParameters: [], allowedNumbers: [] };
    await store.addSite({ key, name: key, origins, ...plain });
  }
  mock.method(console, 'log', () => {});
});
afterEach(async () => {
  mock.restoreAll();
  await store.close();
  await database.remove();
});

const rolesOf = async (name: string) => {
  const editor = await store.findEditorByName(name);
  const sites = await store.listSites();
  return sites.map(({ id }) => editor?.roles.get(id) ?? null);
};

const actions = async () => {
  const ids = (await store.listSites()).map(({ id }) => id);
  const entries = await store.listAudit(ids, { limit: 50, offset: 0 });
  return entries.map(({ action, actor }) => `${actor}: ${action}`);
};

describe('gensvar editor invite', () => {
  it('gives the role on each of the sites, and the log tells of it', async () => {
    await inviteEditor(config, 'Kim', ['a', 'b'], 'administrator');
    assert.deepEqual(await rolesOf('Kim'), ['administrator', 'administrator']);
    const told = await actions();
    for (const action of ['editor-added', 'role-changed', 'link-added']) {
      const entry = `gensvar editor invite: ${action}`;
      assert.equal(told.filter((other) => other === entry).length, 2, action);
    }
  });

  it('makes an editor when no role is told, and leaves a known role alone', async () => {
    await inviteEditor(config, 'Kim', ['a']);
    assert.deepEqual(await rolesOf('Kim'), ['editor', null]);
    await inviteEditor(config, 'Kim', ['a'], 'reader');
    await inviteEditor(config, 'Kim', ['a', 'b']);
    assert.deepEqual(await rolesOf('Kim'), ['reader', 'editor']);
    await inviteEditor(config, 'Kim', []);
    assert.deepEqual(await rolesOf('Kim'), ['reader', 'editor']);
  });

  it('leaves no site without an administrator', async () => {
    await inviteEditor(config, 'Kim', ['a'], 'administrator');
    await assert.rejects(inviteEditor(config, 'Kim', ['a'], 'reader'), /only administrator of a/);
    assert.deepEqual(await rolesOf('Kim'), ['administrator', null]);
  });

  it('says which roles there are', { timeout: 120_000 }, async () => {
    const words = ['editor', 'invite', 'Kim', '--site', 'a', '--role', 'owner'];
    const environment = { GENSVAR_DATABASE: database.database };
    const { code, errors } = await runGensvar(words, { folder: '.', environment });
    assert.equal(code, 1);
    assert.match(errors, /^The --role is one of reader, editor, administrator\.\n$/);
  });
});

describe('gensvar editor list', () => {
  it('tells who has which role where, and who has it by a group', async () => {
    await inviteEditor(config, 'Kim', ['a'], 'administrator');
    const robin = await store.addEditor({ name: 'Robin', siteIds: [] });
    const [, b] = await store.listSites();
    await store.setGroupRoles(robin.id, new Map([[b?.id ?? 0, 'reader']]));
    mock.restoreAll();
    const log = mock.method(console, 'log', () => {});
    await listEditors(config, undefined);
    await listEditors(config, 'b');
    assert.deepEqual(
      log.mock.calls.map(({ arguments: [line] }) => line as string),
      ['a\tadministrator\tKim', 'b\treader\tRobin\tby group', 'b\treader\tRobin\tby group'],
    );
  });
});

describe('gensvar editor remove', () => {
  it('takes the role on one site or on all, and ends sessions', async () => {
    await inviteEditor(config, 'Kim', ['a', 'b']);
    const kim = await store.findEditorByName('Kim');
    const created = new Date();
    const expires = new Date(Date.now() + 1000);
    await store.addSession({ tokenHash: 'x', editorId: kim?.id ?? 0, created, expires });
    await removeEditor(config, 'Kim', ['a']);
    assert.deepEqual(await rolesOf('Kim'), [null, 'editor']);
    const alive = { now: created, usedSince: new Date(0) };
    assert.deepEqual(await store.listSessions(kim?.id ?? 0, alive), []);
    await removeEditor(config, 'Kim', []);
    assert.deepEqual(await rolesOf('Kim'), [null, null]);
  });

  it('says what it cannot do', async () => {
    await assert.rejects(removeEditor(config, 'Kim', []), /There is no editor Kim/);
    await inviteEditor(config, 'Kim', ['a'], 'administrator');
    await assert.rejects(removeEditor(config, 'Kim', ['c']), /no site c/);
    await assert.rejects(removeEditor(config, 'Kim', []), /only administrator of a/);
    assert.deepEqual(await rolesOf('Kim'), ['administrator', null]);
  });
});
