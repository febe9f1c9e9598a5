import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Forgery, type TestProvider } from '../support/openid-provider.ts';
import { openProviderDesk, type ProviderDesk } from '../support/provider-desk.ts';
import { type TestService } from '../support/test-service.ts';

let desk: ProviderDesk;
let provider: TestProvider;
let service: TestService;

before(async () => {
  desk = await openProviderDesk();
  ({ provider, service } = desk);
  provider.register(desk.review);
});
beforeEach(() => {
  desk.reset();
});
after(() => desk.stop());

describe('an answer of the provider is refused', () => {
  /** Signs in up to the moment when the browser would bring the answer. */
  async function answered() {
    const known = desk.person();
    await desk.invite(known);
    provider.atKeyboard(known);
    return new URL(await desk.bringAnswer());
  }
  const badState = /tog för lång tid, eller började i ett annat fönster/;

  it('with another state', async () => {
    const answer = await answered();
    answer.searchParams.set('state', 'a'.repeat(43));
    await desk.assertRefused(await desk.browser().open(answer.href), 'state', badState);
  });

  it('without state', async () => {
    const answer = await answered();
    answer.searchParams.delete('state');
    await desk.assertRefused(await desk.browser().open(answer.href), 'state', badState);
  });

  it('in another browser than the one that began', async () => {
    const answer = await answered();
    desk.changeBrowser();
    await desk.assertRefused(await desk.browser().open(answer.href), 'state', badState);
  });

  it('whose cookie was altered', async () => {
    const answer = await answered();
    const jar = desk.browser().cookies(service.url);
    const sealed = jar.get('gensvar-sign-in') ?? '';
    jar.set('gensvar-sign-in', (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1));
    await desk.assertRefused(await desk.browser().open(answer.href), 'state', badState);
  });

  it('a second time', async () => {
    const answer = await answered();
    const sealed = desk.browser().cookies(service.url).get('gensvar-sign-in') ?? '';
    assert.equal((await desk.browser().open(answer.href)).status, 200);
    desk.changeBrowser();
    await desk.assertRefused(await desk.browser().open(answer.href), 'state', badState);
    // A thief who has the cookie too: then the provider knows that the code was used.
    desk.browser().cookies(service.url).set('gensvar-sign-in', sealed);
    await desk.assertRefused(
      await desk.browser().open(answer.href),
      'code',
      /godtog inte inloggningen/,
    );
  });

  it('with a code of its own making', async () => {
    const answer = await answered();
    answer.searchParams.set('code', 'x'.repeat(43));
    await desk.assertRefused(
      await desk.browser().open(answer.href),
      'code',
      /godtog inte inloggningen/,
    );
  });

  it('from another issuer', async () => {
    const answer = await answered();
    answer.searchParams.set('iss', 'https://evil.example');
    await desk.assertRefused(
      await desk.browser().open(answer.href),
      'token',
      /gick inte att lita på/,
    );
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
      await desk.assertRefused(
        await desk.browser().open(answer.href),
        'token',
        /gick inte att lita på/,
      );
    });
  }

  it('and one that nobody changed is not', async () => {
    const answer = await answered();
    provider.forge((claims) => ({ claims }));
    assert.equal((await desk.browser().open(answer.href)).status, 200);
  });
});
