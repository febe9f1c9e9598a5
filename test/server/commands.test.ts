import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import { addSite, type SiteArguments } from '../../server/commands/add-site.ts';
import { inviteEditor } from '../../server/commands/invite-editor.ts';
import { readConfig } from '../../server/config.ts';
import { runGensvar, startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { readForms, textOf } from '../support/read-markup.ts';
import { sendForm } from '../support/send-response.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = 120_000;

let folder: TemporaryFolder;
let database: TestDatabase;
let service: GensvarProcess | undefined;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  database = await createTestDatabase();
});
afterEach(async () => {
  service?.kill();
  await service?.ended();
  service = undefined;
  await database.remove();
  await folder.remove();
});

const settings = (more: Record<string, string> = {}) => ({
  folder: folder.path,
  environment: { PORT: '0', GENSVAR_DATABASE: database.database, ...more },
});

const gensvar = (...words: string[]) => runGensvar(words, settings());

const config = (more: Record<string, string> = {}) => readConfig(settings(more).environment);

const site: SiteArguments = {
  key: 'example',
  name: 'Exempel',
  origins: ['https://www.example.se'],
  foldWww: false,
  queryParameters: [],
  allowedNumbers: [],
};

const siteAdd = (...more: string[]) =>
  gensvar('site', 'add', 'example', '--origin', 'https://www.example.se', ...more);

/** Takes up the lines that a command called by the test prints. */
function printed({ mock }: TestContext): () => string[] {
  const log = mock.method(console, 'log', () => {});
  return () => log.mock.calls.map((call) => String(call.arguments[0]));
}

async function succeeds(run: ReturnType<typeof runGensvar>): Promise<string> {
  const { code, output, errors } = await run;
  assert.equal(errors, '');
  assert.equal(code, 0);
  return output;
}

async function startService(): Promise<string> {
  service = startGensvar(['serve'], settings());
  return new URL((await service.ready())['API'] ?? '').origin;
}

const answer = (page: string) => ({ id: crypto.randomUUID(), page, answer: 'no' });

describe('adding a site', () => {
  it(
    'lets a running service take in answers about it from then on',
    { timeout: slow },
    async () => {
      const base = await startService();
      const fields = answer('https://example.se/e-faktura/?id=7&utm_source=x');
      assert.equal((await sendForm(base, fields)).status, 422);
      const options = ['--name', 'Exempel', '--fold-www', '--query-parameter', 'id'];
      assert.match(await succeeds(siteAdd(...options)), /example.*https:\/\/www\.example\.se/);
      // The service looks for new sites once a second at most.
      let status = 422;
      for (let look = 0; status === 422 && look < 30; look += 1) {
        ({ status } = await sendForm(base, fields, { origin: 'https://example.se' }));
        if (status === 422) await setTimeout(100);
      }
      assert.equal(status, 201);
      const invited = await succeeds(gensvar('editor', 'invite', 'Kim', '--site', 'example'));
      const review = await openReview(base, invited);
      assert.match(review, /https:\/\/www\.example\.se\/e-faktura\?id=7/);
    },
  );

  it('is found by a service that has met no answer before', { timeout: slow }, async () => {
    const base = await startService();
    await succeeds(siteAdd());
    assert.equal((await sendForm(base, answer('https://www.example.se/'))).status, 201);
  });

  it('takes the origins out of addresses', { timeout: slow }, async (context) => {
    const lines = printed(context);
    const origins = ['HTTPS://Www.Example.Se:443/start?a#b', 'http://localhost:8080/'];
    await addSite(config(), { ...site, origins });
    assert.match(lines().join(), /https:\/\/www\.example\.se, http:\/\/localhost:8080/);
  });

  it('says what is wrong with its arguments', { timeout: slow }, async () => {
    const wrong = (change: Partial<SiteArguments>, words: RegExp) =>
      assert.rejects(addSite(config(), { ...site, ...change }), { message: words });
    await wrong({ origins: [] }, /--origin/);
    for (const origin of ['', 'www.example.se', 'ftp://www.example.se', 'null']) {
      await wrong({ origins: [origin] }, /https:\/\/www\.example\.se/);
    }
    for (const key of ['', 'Example', '1', 'a b', 'a'.repeat(41)]) await wrong({ key }, /key/);
  });

  it('says which key or origin is taken', { timeout: slow }, async (context) => {
    printed(context);
    await addSite(config(), site);
    const another = addSite(config(), { ...site, origins: ['https://www.other.example'] });
    await assert.rejects(another, { message: /^(?!.*UNIQUE).*\bexample\b/i });
    const twin = addSite(config(), { ...site, key: 'other' });
    await assert.rejects(twin, { message: /^(?!.*UNIQUE).*https:\/\/www\.example\.se/i });
  });
});

describe('a command that fails', () => {
  it('says why in one line, and ends with 1', { timeout: slow }, async () => {
    const { code, output, errors } = await gensvar('site', 'add', 'example');
    assert.equal(code, 1);
    assert.equal(output, '');
    assert.match(errors, /^[^\n]*--origin[^\n]*\n$/);
  });
});

describe('inviting an editor', () => {
  it('prints a link that signs in once', { timeout: slow }, async () => {
    await succeeds(siteAdd());
    const base = await startService();
    const invited = await succeeds(gensvar('editor', 'invite', 'Kim', '--site', 'example'));
    assert.match(await openReview(base, invited), /Inloggad som Kim/);
    const again = await fetch(`${base}${pathOf(invited)}`, { redirect: 'manual' });
    assert.equal(again.status, 403);
  });

  it('prints another link for an editor who is known', { timeout: slow }, async (context) => {
    const lines = printed(context);
    await addSite(config(), site);
    await inviteEditor(config(), 'Kim', ['example']);
    await inviteEditor(config(), 'Kim', []);
    const [, first = '', second = ''] = lines();
    assert.notEqual(second, first);
    const base = await startService();
    assert.match(await openReview(base, second), /Inloggad som Kim/);
    assert.match(await openReview(base, first), /Inloggad som Kim/);
  });

  it('says what is wrong with its arguments', { timeout: slow }, async () => {
    await assert.rejects(inviteEditor(config(), 'Kim', []), { message: /--site/ });
    await assert.rejects(inviteEditor(config(), 'Kim', ['nope']), { message: /no site nope/ });
  });

  const places: [environment: Record<string, string>, base: string][] = [
    [{ PORT: '3000' }, 'http://127.0.0.1:3000'],
    [{ PORT: '3000', HOST: '::1' }, 'http://[::1]:3000'],
    [{ PORT: '3000', HOST: '0.0.0.0' }, 'http://localhost:3000'],
    [{ PORT: '3000', HOST: '::' }, 'http://localhost:3000'],
    [{ PUBLIC_URL: 'https://www.example.se/gensvar/' }, 'https://www.example.se/gensvar'],
  ];
  for (const [environment, base] of places) {
    it(`prints an address that a browser can open: ${base}`, { timeout: slow }, async (context) => {
      const lines = printed(context);
      await addSite(config(), site);
      await inviteEditor(config(environment), 'Kim', ['example']);
      const link = lines().at(-1) ?? '';
      assert.ok(link.startsWith(`${base}/review/sign-in?token=`), link);
      assert.ok(URL.canParse(link), link);
    });
  }
});

const pathOf = (link: string) => {
  const { pathname, search } = new URL(link.trim());
  return pathname + search;
};

/** The first page of the review as the editor of a link reads it. */
async function openReview(base: string, link: string): Promise<string> {
  const address = `${base}${pathOf(link)}`;
  const page = await (await fetch(address)).text();
  const [form] = readForms(page, address);
  const signIn = await fetch(form?.action ?? '', {
    method: 'POST',
    headers: { origin: base },
    body: new URLSearchParams(form?.fields),
    redirect: 'manual',
  });
  assert.equal(signIn.status, 303);
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, 'accept-language': 'sv' };
  return textOf(await (await fetch(`${base}/review/`, { headers })).text());
}
