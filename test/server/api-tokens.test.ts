import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { readConfig } from '../../server/config.ts';
import { addToken } from '../../server/commands/add-token.ts';
import { addSite } from '../../server/commands/add-site.ts';
import { openStore } from '../../server/store/open-store.ts';
import { scopes } from '../../server/store/api-tokens.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { startApiReader, type ApiReader } from '../support/api-reader.ts';
import { runGensvar, startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { aDay } from '../support/moving-clock.ts';
import { readRows } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { createTestDatabase, onlyOn, type TestDatabase } from '../support/test-database.ts';

describe('a request', () => {
  let api: ApiReader;
  before(async () => {
    api = await startApiReader();
  });
  after(async () => {
    await api.stop();
    assert.deepEqual(api.service.faults, []);
  });
  const protectedPaths = ['/sites', '/pages', '/comments', '/sites/example/daily-counts'];

  it('without a token is told to send one', async () => {
    for (const path of protectedPaths) {
      const response = await api.request(path, {});
      assert.equal(response.headers.get('www-authenticate'), 'Bearer realm="gensvar"');
      await assertProblem(response, { status: 401, kind: 'not-authenticated' });
    }
  });

  it('with an unknown, an expired or a revoked token is answered alike', async () => {
    const { store } = api.service;
    const expired = await api.createToken({ expires: api.clock() });
    const revoked = await api.createToken({ name: 'bort' });
    assert.equal((await api.request('/sites', { authorization: `Bearer ${revoked}` })).status, 200);
    const by = { at: api.clock(), actor: 'test' };
    assert.equal(await store.revokeApiToken({ siteId: api.site.id, name: 'bort' }, by), true);
    assert.equal(await store.revokeApiToken({ siteId: api.site.id, name: 'bort' }, by), false);

    const answers = new Set<string>();
    for (const token of [expired, revoked, 'unknown7', `${expired}x`, 'a'.repeat(5000)]) {
      for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
        const response = await api.request('/sites', { authorization: `${scheme} ${token}` });
        const challenge = response.headers.get('www-authenticate') ?? '';
        const problem = await assertProblem(response, {
          status: 401,
          kind: 'not-authenticated',
          secret: token,
        });
        answers.add(`${challenge} ${problem.detail}`);
      }
    }
    assert.equal(answers.size, 1);
    assert.match([...answers].join(), /error="invalid_token"/);
  });

  it('with the token in another way is refused', async () => {
    const token = await api.createToken();
    for (const authorization of [
      `Basic ${btoa(`token:${token}`)}`,
      `Digest ${token}`,
      token,
      `Bearer${token}`,
      `Bearer ${token} x`,
      'Bearer',
    ]) {
      const response = await api.request('/sites', { authorization });
      await assertProblem(response, { status: 401, kind: 'not-authenticated', secret: token });
    }
    const cookie = await api.request('/sites', { cookie: `token=${token}` });
    assert.equal(cookie.status, 401);
  });

  it('with a token in its address is refused, wherever it is sent', async () => {
    const token = await api.createToken();
    for (const name of ['access_token', 'token', 'api_key', 'apiKey', 'API-KEY', 'Authorization']) {
      for (const path of ['/sites', '/open-data/example/pages', '/api-info', '/openapi.json']) {
        const response = await api.request(`${path}?${name}=${token}`);
        const problem = await assertProblem(response, {
          status: 400,
          kind: 'token-in-address',
          secret: token,
        });
        assert.match(problem.detail, /Authorization: Bearer/);
      }
    }
  });

  it('is answered until the moment its token expires', async () => {
    const token = await api.createToken({ expires: new Date(api.clock().getTime() + aDay) });
    const status = async () =>
      (await api.request('/sites', { authorization: `Bearer ${token}` })).status;
    api.forward(aDay - 1);
    assert.equal(await status(), 200);
    api.forward(1);
    assert.equal(await status(), 401);
  });

  it('keeps no token, only its hash', async () => {
    const token = await api.createToken();
    const [known] = await api.service.store.listApiTokens([api.site.id]);
    assert.deepEqual(Object.keys(known ?? {}).sort(), [
      ...['created', 'expires', 'id', 'name', 'scopes', 'siteId'],
    ]);
    const rows = readRows(api.service.database, 'select * from api_token');
    assert.ok(rows.length > 0);
    assert.ok(!JSON.stringify(rows).includes(token));
  });

  it('leaves no token in the files of its database', { skip: onlyOn('sqlite') }, async () => {
    const token = await api.createToken();
    for (const file of [api.service.database, `${api.service.database}-wal`]) {
      assert.ok(!(await readFile(file)).includes(token), file);
    }
  });
});

describe('the commands for tokens', () => {
  /** Starting processes takes its time on a busy machine. */
  const slow = 120_000;
  let folder: TemporaryFolder;
  let database: TestDatabase;
  let running: GensvarProcess | undefined;
  beforeEach(async () => {
    folder = await createTemporaryFolder();
    database = await createTestDatabase();
    await addSite(config(), {
      key: 'example',
      name: 'Exempel',
      origins: ['https://www.example.se'],
      foldWww: false,
      queryParameters: [],
      allowedNumbers: [],
    });
  });
  afterEach(async () => {
    running?.kill();
    await running?.ended();
    running = undefined;
    await database.remove();
    await folder.remove();
  });
  const settings = () => ({
    folder: folder.path,
    environment: { PORT: '0', GENSVAR_DATABASE: database.database },
  });
  const config = () => readConfig(settings().environment);
  const gensvar = (...words: string[]) => runGensvar(['token', ...words], settings());
  const scope = ['--scope', 'counts:read'];

  it('make, list and revoke one while the service runs', { timeout: slow }, async () => {
    running = startGensvar(['serve'], settings());
    const api = new URL((await running.ready())['API'] ?? '').href.replace('/openapi.json', '');
    const added = await gensvar('add', 'Statistik', '--site', 'example', ...scope, '--days', '30');
    assert.equal(added.code, 0, added.errors);
    assert.match(added.output, /^gensvar_[\w-]{43}\n$/);
    assert.match(added.errors, /not shown again/);
    const authorization = `Bearer ${added.output.trim()}`;
    const status = async () => (await fetch(`${api}/sites`, { headers: { authorization } })).status;
    assert.equal(await status(), 200);

    const listed = await gensvar('list', '--site', 'example');
    assert.match(listed.output, /^example\tStatistik\tcounts:read\texpires \d{4}-[^\t]*Z\n$/);
    const revoked = await gensvar('revoke', 'Statistik', '--site', 'example');
    assert.equal(revoked.code, 0, revoked.errors);
    assert.equal(await status(), 401);
    const again = await gensvar('revoke', 'Statistik', '--site', 'example');
    assert.equal(again.code, 1);
    assert.match(again.errors, /no token Statistik/);

    const store = await openStore(config());
    try {
      const [site] = await store.listSites();
      const entries = await store.listAudit([site?.id ?? 0], { limit: 10, offset: 0 });
      assert.deepEqual(
        entries.map(({ action, actor, subject }) => [action, actor, subject]),
        [
          ['token-revoked', 'gensvar token revoke', 'Statistik'],
          ['token-added', 'gensvar token add', 'Statistik'],
        ],
      );
      assert.doesNotMatch(JSON.stringify(entries), /gensvar_/);
    } finally {
      await store.close();
    }
  });

  it('say what is wrong with their arguments', { timeout: slow }, async (context) => {
    context.mock.method(console, 'log', () => {});
    context.mock.method(console, 'error', () => {});
    const usual = { name: 'Statistik', siteKey: 'example', scopes: [...scopes], days: 1 };
    await addToken(config(), usual);
    const wrong = (change: Partial<typeof usual>, words: RegExp) =>
      assert.rejects(addToken(config(), { ...usual, name: 'ny', ...change }), { message: words });
    await wrong({ name: 'Statistik' }, /has a token Statistik/);
    await wrong({ name: '' }, /name/);
    await wrong({ name: 'a\nb' }, /name/);
    await wrong({ siteKey: 'nope' }, /no site nope/);
    await wrong({ scopes: [] }, /--scope/);
    await wrong({ scopes: ['responses:write'] as never }, /no scope responses:write/);
    for (const days of [0, -1, 1.5, 731, Number.NaN]) await wrong({ days }, /--days/);
  });
});
