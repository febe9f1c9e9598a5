import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type ProviderPerson, type TestProvider } from '../support/openid-provider.ts';
import { openProviderDesk, type ProviderDesk } from '../support/provider-desk.ts';
import { textOf } from '../support/read-markup.ts';
import { type TestService } from '../support/test-service.ts';

let desk: ProviderDesk;
let provider: TestProvider;
let service: TestService;
let review: string;

before(async () => {
  desk = await openProviderDesk();
  ({ provider, service, review } = desk);
});
beforeEach(() => {
  desk.reset();
});
after(() => desk.stop());

describe('while the provider is down', () => {
  it('the service runs, says so, and asks again the next time', async () => {
    assert.equal(provider.discoveries(), 0, 'it was asked before anybody wanted to sign in');
    const shown = await desk.signIn(desk.person());
    await desk.assertRefused(shown, 'provider-down', /Inloggningstjänsten svarar inte just nu/);
    assert.equal(shown.headers.get('retry-after'), '30');
    provider.register(review);
    const known = desk.person();
    await desk.invite(known);
    assert.equal((await desk.signIn(known)).status, 200);
  });

  it('it says so too when the provider falls silent in the middle', async () => {
    provider.atKeyboard(desk.person());
    const answer = await desk.bringAnswer();
    provider.setDown(true);
    await desk.assertRefused(
      await desk.browser().open(answer),
      'provider-down',
      /svarar inte just nu/,
    );
  });
});

describe('somebody signs in at the provider who', () => {
  it('was invited by e-mail address, and comes to the page that was asked for', async () => {
    const known = desk.person();
    await desk.invite(known);
    const path = '/review/sessions?from=a%26b';
    const shown = await desk.signIn(known, path);
    assert.equal(shown.status, 200);
    assert.equal(shown.address, service.url + path);
    assert.match(textOf(shown.markup), new RegExp(`Inloggad som ${known.email}`));
  });

  it('is known by the subject from then on, under another e-mail address', async () => {
    const known = desk.person();
    const editor = await desk.invite(known);
    await desk.signIn(known);
    desk.changeBrowser();
    const shown = await desk.signIn({ ...known, email: 'new.name@example.se' });
    assert.match(textOf(shown.markup), new RegExp(`Inloggad som ${known.email}`));
    const found = await service.store.findEditorBySubject(`${provider.issuer} ${known.sub}`);
    assert.equal(found?.id, editor.id);
  });

  it('asks with PKCE, state, nonce and the answer in the query', async () => {
    provider.atKeyboard(desk.person());
    const isProvider = ({ origin }: URL) => origin === provider.issuer;
    const asked = new URL(await desk.browser().openUntil(`${review}/sign-in/provider`, isProvider));
    const { searchParams: query } = asked;
    assert.equal(query.get('code_challenge_method'), 'S256');
    assert.equal(query.get('response_type'), 'code');
    assert.equal(query.get('response_mode'), 'query');
    assert.equal(query.get('redirect_uri'), `${review}/sign-in/provider/done`);
    for (const name of ['code_challenge', 'state', 'nonce']) {
      assert.match(query.get(name) ?? '', /^[\w-]{43}$/, name);
    }
    const cookie = desk.browser().cookies(service.url).get('gensvar-sign-in') ?? '';
    const readable = Buffer.from(cookie, 'base64url').toString('latin1');
    assert.ok(!readable.includes(query.get('state') ?? ''), 'the cookie can be read');
  });

  it('is nobody here', async () => {
    const stranger = desk.person();
    await desk.assertRefused(await desk.signIn(stranger), 'unknown', /Du har inte tillgång/);
    assert.equal(await service.store.findEditorByName(stranger.email), null);
  });

  it('has an e-mail address that the provider does not vouch for', async () => {
    for (const verified of [{ email_verified: false }, { email_verified: undefined }]) {
      const impostor = { ...desk.person(), ...verified } as ProviderPerson & { email: string };
      await desk.invite(impostor);
      desk.changeBrowser();
      await desk.assertRefused(
        await desk.signIn(impostor),
        'unverified',
        /inte bekräftat din mejladress/,
      );
    }
  });

  it('has the e-mail address of somebody who is tied to another account', async () => {
    const known = desk.person();
    await desk.invite(known);
    await desk.signIn(known);
    desk.changeBrowser();
    const twin = { ...known, sub: 'subject-of-a-twin' };
    await desk.assertRefused(await desk.signIn(twin), 'taken', /hör redan till en annan person/);
  });

  it('refuses at the provider', async () => {
    await desk.assertRefused(await desk.signIn(null), 'cancelled', /Inloggningen avbröts/);
  });
});

describe('a group at the provider', () => {
  const roleOf = async (email: string) =>
    (await service.store.findEditorByName(email))?.roles.get(service.site.id);

  it('lets somebody in who was not invited, with its role', async () => {
    const member = desk.person({ groups: ['staff', 'web'] });
    assert.equal((await desk.signIn(member)).status, 200);
    assert.equal(await roleOf(member.email), 'editor');
  });

  it('gives the highest of several roles, and takes it away again', async () => {
    const member = desk.person({ groups: ['web', 'heads'] });
    assert.match((await desk.signIn(member)).markup, /href="\/review\/people"/);
    assert.equal(await roleOf(member.email), 'administrator');
    desk.changeBrowser();
    await desk.signIn({ ...member, groups: ['web'] });
    assert.equal(await roleOf(member.email), 'editor');
    desk.changeBrowser();
    await desk.assertRefused(
      await desk.signIn({ ...member, groups: [] }),
      'unknown',
      /inte tillgång/,
    );
    assert.equal(await roleOf(member.email), undefined);
    const log = await service.store.listAudit([service.site.id], { limit: 50, offset: 0 });
    const told = log.filter(({ subject }) => subject === member.email).map(({ action }) => action);
    assert.deepEqual(told.slice(0, 3), ['role-changed', 'role-changed', 'editor-added']);
  });

  it('leaves a role alone that an administrator gave', async () => {
    const member = desk.person({ groups: ['heads'] });
    await desk.invite(member, 'reader');
    await desk.signIn(member);
    assert.equal(await roleOf(member.email), 'reader');
  });

  it('that nothing is known of lets nobody in', async () => {
    for (const strange of [['elsewhere'], ['WEB'], ['web,heads'], []]) {
      desk.changeBrowser();
      await desk.assertRefused(
        await desk.signIn(desk.person({ groups: strange })),
        'unknown',
        /inte tillgång/,
      );
    }
  });
});

describe('signing out', () => {
  it('offers to sign out at the provider too, which leads back', async () => {
    const known = desk.person();
    await desk.invite(known);
    await desk.signIn(known);
    const out = await desk.browser().press(`${review}/sign-out`);
    assert.match(textOf(out.markup), /Du är utloggad.*fortfarande inloggad hos 127\.0\.0\.1/);
    assert.equal((await desk.browser().open(`${review}/`)).status, 401);

    const asked = await desk
      .browser()
      .openUntil(`${review}/sign-out/provider`, ({ origin }) => origin === provider.issuer);
    const query = new URL(asked).searchParams;
    assert.equal(query.get('post_logout_redirect_uri'), `${review}/signed-out`);
    const page = await desk.browser().open(asked);
    assert.equal(page.status, 200);
    const [, xsrf = ''] = /name="xsrf" value="([^"]*)"/.exec(page.markup) ?? [];
    const confirm = `${provider.issuer}/session/end/confirm`;
    const end = await desk.browser().press(confirm, { xsrf, logout: 'yes' });
    assert.equal(end.address, `${review}/signed-out`);
    assert.match(textOf(end.markup), /Du är utloggad/);
    assert.doesNotMatch(textOf(end.markup), /fortfarande inloggad/);
  });

  it('is nothing to the provider for somebody who came by a link', async () => {
    await desk.browser().open(await service.signInLink());
    const out = await desk.browser().press(`${review}/sign-out`);
    assert.doesNotMatch(textOf(out.markup), /fortfarande inloggad/);
  });
});
