import assert from 'node:assert/strict';
import { createCookieBrowser, type CookieBrowser } from './cookie-browser.ts';
import { startTestProvider, type ProviderPerson, type TestProvider } from './openid-provider.ts';
import type { Editor } from '../../server/store/store.ts';
import { textOf, unescapeText } from './read-markup.ts';
import { startTestService, type TestService } from './test-service.ts';

const groups = { web: 'test:editor', heads: ['test:administrator'], elsewhere: 'none:reader' };

type Shown = Awaited<ReturnType<CookieBrowser['open']>>;

/** A service whose editors sign in at a real OpenID provider, and a browser before both. */
export interface ProviderDesk {
  provider: TestProvider;
  service: TestService;
  /** The address of the review. */
  review: string;
  browser: () => CookieBrowser;
  /** Goes on in another browser, which knows nothing. */
  changeBrowser: () => void;
  /** A new person, with an e-mail address that the provider vouches for. */
  person: (more?: Partial<ProviderPerson>) => ProviderPerson & { email: string };
  invite: (person: { email: string }, role?: 'reader' | 'editor') => Promise<Editor>;
  /** Follows the link on the page that somebody meets who is not signed in. */
  signIn: (who: ProviderPerson | null, path?: string) => Promise<Shown>;
  /** Signs in up to the moment when the browser would bring the provider's answer. */
  bringAnswer: () => Promise<string>;
  /** That nobody is signed in, for a reason that is told in words and in the audit log. */
  assertRefused: (shown: Shown, reason: string, words: RegExp) => Promise<void>;
  /** Puts the provider right and takes a fresh browser. */
  reset: () => void;
  stop: () => Promise<void>;
}

/** Opens both; the provider knows nothing of the service until it is registered there. */
export async function openProviderDesk(): Promise<ProviderDesk> {
  const provider = await startTestProvider();
  const service = await startTestService({
    environment: {
      GENSVAR_OIDC_ISSUER: provider.issuer,
      GENSVAR_OIDC_CLIENT_ID: provider.clientId,
      GENSVAR_OIDC_CLIENT_SECRET: provider.clientSecret,
      GENSVAR_OIDC_GROUPS: JSON.stringify(groups),
    },
  });
  const review = `${service.url}/review`;
  let browser = createCookieBrowser();
  let count = 0;
  const isDone = ({ pathname }: URL) => pathname === '/review/sign-in/provider/done';

  return {
    provider,
    service,
    review,
    browser: () => browser,
    changeBrowser() {
      browser = createCookieBrowser();
    },
    person(more = {}) {
      count += 1;
      const email = `person${count}@example.se`;
      return { sub: `subject-${count}`, email, email_verified: true, ...more };
    },
    invite: ({ email }, role = 'editor') =>
      service.store.addEditor({ name: email, siteIds: [service.site.id], role }),
    async signIn(who, path = '/review/') {
      provider.atKeyboard(who);
      const met = await browser.open(service.url + path);
      assert.equal(met.status, 401);
      const href = /href="([^"]*\/sign-in\/provider[^"]*)"/.exec(met.markup)?.[1] ?? '';
      return browser.open(service.url + unescapeText(href));
    },
    bringAnswer: () => browser.openUntil(`${review}/sign-in/provider`, isDone),
    async assertRefused(shown, reason, words) {
      assert.equal(shown.status, reason === 'provider-down' ? 503 : 403);
      assert.match(textOf(shown.markup), words);
      assert.equal((await browser.open(`${review}/`)).status, 401, 'nobody is signed in');
      const newest = { limit: 1, offset: 0 };
      const [entry] = await service.store.listAudit([], newest, 'sign-in-failed');
      assert.deepEqual([entry?.detail['reason'], entry?.actor, entry?.subject], [reason, '', null]);
    },
    reset() {
      browser = createCookieBrowser();
      provider.forge(undefined);
      provider.setDown(false);
    },
    async stop() {
      await service.stop();
      await provider.stop();
      assert.deepEqual(service.faults, []);
    },
  };
}
