import { Hono } from 'hono';
import { z } from 'zod';
import { placeInReview } from '../review/language-choice.ts';
import { providerSignOut, signInFailed } from '../review/message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review/review-environment.ts';
import { cookieName } from '../review/sessions.ts';
import type { SignInDependencies } from '../review/sign-in.ts';
import { admit } from './admit.ts';
import type { Provider } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { readPerson } from './read-person.ts';
import { createSealedCookie } from './sealed-cookie.ts';
import { signInFault } from './sign-in-audit.ts';
import { SignInFault } from './sign-in-fault.ts';

/** How long somebody may take at the provider, in seconds. */
const flowValidity = 10 * 60;

/** How long the provider's token is kept for signing out there, in seconds: as a session. */
const hintValidity = 12 * 60 * 60;

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});

interface ProviderRoutesDependencies extends SignInDependencies {
  provider: Provider;
  settings: ProviderSettings;
}

/** Signing in, and out, at the agency's OpenID provider. */
export function createProviderRoutes(deps: ProviderRoutesDependencies) {
  const { store, clock, root, rootAddress, secure, sessions, audit, provider, settings, show } =
    deps;
  const routes = new Hono<ReviewEnvironment>();
  const key = () => store.readSecret('sign-in');
  // What began here is kept by the browser itself: any process can end it, in this browser only.
  const flows = createSealedCookie({
    name: cookieName('gensvar-sign-in', secure),
    secure,
    validity: flowValidity,
    content: flowSchema,
    key,
  });
  // The provider wants its own token back when somebody signs out. It tells who the
  // person is, so the service keeps no copy.
  const hints = createSealedCookie({
    name: cookieName('gensvar-provider', secure),
    secure,
    validity: hintValidity,
    content: z.string(),
    key,
  });
  const doneAddress = (c: ReviewContext) => `${rootAddress(c)}/sign-in/provider/done`;

  async function fail(c: ReviewContext, thrown: unknown): Promise<Response> {
    const { reason } = signInFault(thrown);
    await audit.failed(reason);
    if (reason === 'provider-down') c.header('Retry-After', '30');
    return show(c, signInFailed(c.var.locale, root, reason, provider.host));
  }

  routes.get('/sign-in/provider', async (c) => {
    try {
      const { address, flow } = await provider.begin(doneAddress(c));
      const returnTo = placeInReview(c.req.query('returnTo'), root);
      await flows.set(c, { ...flow, returnTo }, clock());
      return c.redirect(address.href, 303);
    } catch (thrown) {
      return fail(c, thrown);
    }
  });

  routes.get('/sign-in/provider/done', async (c) => {
    try {
      const flow = await flows.get(c, clock());
      flows.remove(c);
      if (!flow || c.req.query('state') !== flow.state) throw new SignInFault('state');
      const answer = new URL(doneAddress(c));
      answer.search = new URL(c.req.url).search;
      const identity = await provider.finish(answer, flow);
      const editor = await admit(store, readPerson(identity, settings), clock);
      await sessions.start(c, editor);
      await hints.set(c, identity.idToken, clock());
      await audit.signedIn(editor, 'provider');
      return c.redirect(flow.returnTo, 303);
    } catch (thrown) {
      return fail(c, thrown);
    }
  });

  // Not a form of its own: a policy that lets forms lead to the provider would have to
  // know all of the provider's hosts.
  routes.get('/signed-out', async (c, next) => {
    const hint = await hints.get(c, clock());
    return hint === undefined
      ? next()
      : show(c, providerSignOut(c.var.locale, root, provider.host));
  });

  routes.get('/sign-out/provider', async (c) => {
    const hint = await hints.get(c, clock());
    hints.remove(c);
    if (hint === undefined || c.var.editor) return c.redirect(`${root}/signed-out`, 303);
    try {
      const address = await provider.endSession(hint, `${rootAddress(c)}/signed-out`);
      return c.redirect(address?.href ?? `${root}/signed-out`, 303);
    } catch (thrown) {
      return fail(c, thrown);
    }
  });

  return routes;
}
