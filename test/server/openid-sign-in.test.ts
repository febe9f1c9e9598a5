import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createCookieBrowser, type CookieBrowser } from '../support/cookie-browser.ts';
import {
  startTestProvider,
  type Forgery,
  type ProviderPerson,
  type TestProvider,
} from '../support/openid-provider.ts';
import { textOf, unescapeText } from '../support/read-markup.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const groups = { web: 'test:editor', heads: ['test:administrator'], elsewhere: 'none:reader' };

let provider: TestProvider;
let service: TestService;
let browser: CookieBrowser;
let count = 0;

before(async () => {
  provider = await startTestProvider();
  service = await startTestService({
    environment: {
      GENSVAR_OIDC_ISSUER: provider.issuer,
      GENSVAR_OIDC_CLIENT_ID: provider.clientId,
      GENSVAR_OIDC_CLIENT_SECRET: provider.clientSecret,
      GENSVAR_OIDC_GROUPS: JSON.stringify(groups),
    },
  });
});
after(async () => {
  await service.stop();
  await provider.stop();
  assert.deepEqual(service.faults, []);
});
beforeEach(() => {
  browser = createCookieBrowser();
});
afterEach(() => {
  provider.forge(undefined);
  provider.setDown(false);
});

const review = () => `${service.url}/review`;
const isDone = ({ pathname }: URL) => pathname === '/review/sign-in/provider/done';

/** A new person, with an e-mail address that the provider vouches for. */
function person(more: Partial<ProviderPerson> = {}): ProviderPerson & { email: string } {
  count += 1;
  const email = `person${count}@example.se`;
  return { sub: `subject-${count}`, email, email_verified: true, ...more };
}

const invite = ({ email }: { email: string }, role: 'reader' | 'editor' = 'editor') =>
  service.store.addEditor({ name: email, siteIds: [service.site.id], role });

/** Follows the link on the page that somebody meets who is not signed in. */
async function signIn(who: ProviderPerson | null, path = '/review/') {
  provider.atKeyboard(who);
  const met = await browser.open(service.url + path);
  assert.equal(met.status, 401);
  const href = /href="([^"]*\/sign-in\/provider[^"]*)"/.exec(met.markup)?.[1] ?? '';
  return browser.open(service.url + unescapeText(href));
}

const newestFailure = async () => {
  const [entry] = await service.store.listAudit([], { limit: 1, offset: 0 }, 'sign-in-failed');
  return entry;
};

async function assertRefused(
  shown: Awaited<ReturnType<typeof signIn>>,
  reason: string,
  words: RegExp,
) {
  assert.equal(shown.status, reason === 'provider-down' ? 503 : 403);
  assert.match(textOf(shown.markup), words);
  assert.equal((await browser.open(`${review()}/`)).status, 401, 'nobody is signed in');
  const entry = await newestFailure();
  assert.deepEqual([entry?.detail['reason'], entry?.actor, entry?.subject], [reason, '', null]);
}

describe('while the provider is down', () => {
  it('the service runs, says so, and asks again the next time', async () => {
    assert.equal(provider.discoveries(), 0, 'it was asked before anybody wanted to sign in');
    const shown = await signIn(person());
    await assertRefused(shown, 'provider-down', /Inloggningstjänsten svarar inte just nu/);
    assert.equal(shown.headers.get('retry-after'), '30');
    provider.register(review());
    const known = person();
    await invite(known);
    assert.equal((await signIn(known)).status, 200);
  });

  it('it says so too when the provider falls silent in the middle', async () => {
    provider.atKeyboard(person());
    const answer = await browser.openUntil(`${review()}/sign-in/provider`, isDone);
    provider.setDown(true);
    await assertRefused(await browser.open(answer), 'provider-down', /svarar inte just nu/);
  });
});

describe('somebody signs in at the provider who', () => {
  it('was invited by e-mail address, and comes to the page that was asked for', async () => {
    const known = person();
    await invite(known);
    const path = '/review/sessions?from=a%26b';
    const shown = await signIn(known, path);
    assert.equal(shown.status, 200);
    assert.equal(shown.address, service.url + path);
    assert.match(textOf(shown.markup), new RegExp(`Inloggad som ${known.email}`));
  });

  it('is known by the subject from then on, under another e-mail address', async () => {
    const known = person();
    const editor = await invite(known);
    await signIn(known);
    browser = createCookieBrowser();
    const shown = await signIn({ ...known, email: 'new.name@example.se' });
    assert.match(textOf(shown.markup), new RegExp(`Inloggad som ${known.email}`));
    const found = await service.store.findEditorBySubject(`${provider.issuer} ${known.sub}`);
    assert.equal(found?.id, editor.id);
  });

  it('asks with PKCE, state, nonce and the answer in the query', async () => {
    provider.atKeyboard(person());
    const isProvider = ({ origin }: URL) => origin === provider.issuer;
    const asked = new URL(await browser.openUntil(`${review()}/sign-in/provider`, isProvider));
    const { searchParams: query } = asked;
    assert.equal(query.get('code_challenge_method'), 'S256');
    assert.equal(query.get('response_type'), 'code');
    assert.equal(query.get('response_mode'), 'query');
    assert.equal(query.get('redirect_uri'), `${review()}/sign-in/provider/done`);
    for (const name of ['code_challenge', 'state', 'nonce']) {
      assert.match(query.get(name) ?? '', /^[\w-]{43}$/, name);
    }
    const cookie = browser.cookies(service.url).get('gensvar-sign-in') ?? '';
    const readable = Buffer.from(cookie, 'base64url').toString('latin1');
    assert.ok(!readable.includes(query.get('state') ?? ''), 'the cookie can be read');
  });

  it('is nobody here', async () => {
    const stranger = person();
    await assertRefused(await signIn(stranger), 'unknown', /Du har inte tillgång/);
    assert.equal(await service.store.findEditorByName(stranger.email), null);
  });

  it('has an e-mail address that the provider does not vouch for', async () => {
    for (const verified of [{ email_verified: false }, { email_verified: undefined }]) {
      const impostor = { ...person(), ...verified } as ProviderPerson & { email: string };
      await invite(impostor);
      browser = createCookieBrowser();
      await assertRefused(await signIn(impostor), 'unverified', /inte bekräftat din e-postadress/);
    }
  });

  it('has the e-mail address of somebody who is tied to another account', async () => {
    const known = person();
    await invite(known);
    await signIn(known);
    browser = createCookieBrowser();
    const twin = { ...known, sub: 'subject-of-a-twin' };
    await assertRefused(await signIn(twin), 'taken', /hör redan till en annan person/);
  });

  it('refuses at the provider', async () => {
    await assertRefused(await signIn(null), 'cancelled', /Inloggningen avbröts/);
  });
});

describe('a group at the provider', () => {
  const roleOf = async (email: string) =>
    (await service.store.findEditorByName(email))?.roles.get(service.site.id);

  it('lets somebody in who was not invited, with its role', async () => {
    const member = person({ groups: ['staff', 'web'] });
    assert.equal((await signIn(member)).status, 200);
    assert.equal(await roleOf(member.email), 'editor');
  });

  it('gives the highest of several roles, and takes it away again', async () => {
    const member = person({ groups: ['web', 'heads'] });
    assert.match((await signIn(member)).markup, /href="\/review\/people"/);
    assert.equal(await roleOf(member.email), 'administrator');
    browser = createCookieBrowser();
    await signIn({ ...member, groups: ['web'] });
    assert.equal(await roleOf(member.email), 'editor');
    browser = createCookieBrowser();
    await assertRefused(await signIn({ ...member, groups: [] }), 'unknown', /inte tillgång/);
    assert.equal(await roleOf(member.email), undefined);
    const log = await service.store.listAudit([service.site.id], { limit: 50, offset: 0 });
    const told = log.filter(({ subject }) => subject === member.email).map(({ action }) => action);
    assert.deepEqual(told.slice(0, 3), ['role-changed', 'role-changed', 'editor-added']);
  });

  it('leaves a role alone that an administrator gave', async () => {
    const member = person({ groups: ['heads'] });
    await invite(member, 'reader');
    await signIn(member);
    assert.equal(await roleOf(member.email), 'reader');
  });

  it('that nothing is known of lets nobody in', async () => {
    for (const strange of [['elsewhere'], ['WEB'], ['web,heads'], []]) {
      browser = createCookieBrowser();
      await assertRefused(await signIn(person({ groups: strange })), 'unknown', /inte tillgång/);
    }
  });
});

describe('an answer of the provider is refused', () => {
  /** Signs in up to the moment when the browser would bring the answer. */
  async function answered() {
    const known = person();
    await invite(known);
    provider.atKeyboard(known);
    return new URL(await browser.openUntil(`${review()}/sign-in/provider`, isDone));
  }
  const badState = /tog för lång tid, eller började i ett annat fönster/;

  it('with another state', async () => {
    const answer = await answered();
    answer.searchParams.set('state', 'a'.repeat(43));
    await assertRefused(await browser.open(answer.href), 'state', badState);
  });

  it('without state', async () => {
    const answer = await answered();
    answer.searchParams.delete('state');
    await assertRefused(await browser.open(answer.href), 'state', badState);
  });

  it('in another browser than the one that began', async () => {
    const answer = await answered();
    browser = createCookieBrowser();
    await assertRefused(await browser.open(answer.href), 'state', badState);
  });

  it('whose cookie was altered', async () => {
    const answer = await answered();
    const jar = browser.cookies(service.url);
    const sealed = jar.get('gensvar-sign-in') ?? '';
    jar.set('gensvar-sign-in', (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1));
    await assertRefused(await browser.open(answer.href), 'state', badState);
  });

  it('a second time', async () => {
    const answer = await answered();
    const sealed = browser.cookies(service.url).get('gensvar-sign-in') ?? '';
    assert.equal((await browser.open(answer.href)).status, 200);
    browser = createCookieBrowser();
    await assertRefused(await browser.open(answer.href), 'state', badState);
    // A thief who has the cookie too: then the provider knows that the code was used.
    browser.cookies(service.url).set('gensvar-sign-in', sealed);
    await assertRefused(await browser.open(answer.href), 'code', /godtog inte inloggningen/);
  });

  it('with a code of its own making', async () => {
    const answer = await answered();
    answer.searchParams.set('code', 'x'.repeat(43));
    await assertRefused(await browser.open(answer.href), 'code', /godtog inte inloggningen/);
  });

  it('from another issuer', async () => {
    const answer = await answered();
    answer.searchParams.set('iss', 'https://evil.example');
    await assertRefused(await browser.open(answer.href), 'token', /gick inte att lita på/);
  });

  const change =
    (more: Record<string, unknown>): Forgery =>
    (claims) => ({
      claims: { ...claims, ...more },
    });
  const past = Math.floor(Date.now() / 1000) - 3600;
  const forgeries: [name: string, forgery: Forgery][] = [
    ['another nonce', change({ nonce: 'a'.repeat(43) })],
    ['no nonce', change({ nonce: undefined })],
    ['another issuer', change({ iss: 'https://evil.example' })],
    ['another audience', change({ aud: 'somebody-else' })],
    ['another subject than the account', change({ sub: 'somebody-else' })],
    ['a time that is over', change({ exp: past, iat: past - 60 })],
    ['a foreign signature', (claims) => ({ claims, key: provider.otherKey })],
    ['no signature', (claims) => ({ claims, key: null })],
  ];
  for (const [name, forgery] of forgeries) {
    it(`whose token has ${name}`, async () => {
      const answer = await answered();
      provider.forge(forgery);
      await assertRefused(await browser.open(answer.href), 'token', /gick inte att lita på/);
    });
  }

  it('and one that nobody changed is not', async () => {
    const answer = await answered();
    provider.forge((claims) => ({ claims }));
    assert.equal((await browser.open(answer.href)).status, 200);
  });
});

describe('signing out', () => {
  it('offers to sign out at the provider too, which leads back', async () => {
    const known = person();
    await invite(known);
    await signIn(known);
    const out = await browser.press(`${review()}/sign-out`);
    assert.match(textOf(out.markup), /Du är utloggad.*fortfarande inloggad hos 127\.0\.0\.1/);
    assert.equal((await browser.open(`${review()}/`)).status, 401);

    const asked = await browser.openUntil(
      `${review()}/sign-out/provider`,
      ({ origin }) => origin === provider.issuer,
    );
    const query = new URL(asked).searchParams;
    assert.equal(query.get('post_logout_redirect_uri'), `${review()}/signed-out`);
    const page = await browser.open(asked);
    assert.equal(page.status, 200);
    const [, xsrf = ''] = /name="xsrf" value="([^"]*)"/.exec(page.markup) ?? [];
    const confirm = `${provider.issuer}/session/end/confirm`;
    const end = await browser.press(confirm, { xsrf, logout: 'yes' });
    assert.equal(end.address, `${review()}/signed-out`);
    assert.match(textOf(end.markup), /Du är utloggad/);
    assert.doesNotMatch(textOf(end.markup), /fortfarande inloggad/);
  });

  it('is nothing to the provider for somebody who came by a link', async () => {
    await browser.open(await service.signInLink());
    const out = await browser.press(`${review()}/sign-out`);
    assert.doesNotMatch(textOf(out.markup), /fortfarande inloggad/);
  });
});
