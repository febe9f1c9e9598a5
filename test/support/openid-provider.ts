import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Provider, type Configuration } from 'oidc-provider';

/** Somebody who has an account at the provider. */
export interface ProviderPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
  groups?: string[];
}

/** What a test changes in an ID token before it is signed; `null` leaves it unsigned. */
export type Forgery = (claims: Record<string, unknown>) => {
  claims: Record<string, unknown>;
  key?: KeyObject | null;
};

/** A real OpenID provider on this machine, where whoever is at the keyboard is signed in. */
export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Registers the service, of which the provider knows nothing before. */
  register: (reviewAddress: string) => void;
  /** Who answers the provider's questions from now on; `null` refuses. */
  atKeyboard: (person: ProviderPerson | null) => void;
  /** Changes every ID token; undefined stops that. */
  forge: (forgery: Forgery | undefined) => void;
  /** While it is down, each request is answered with 503. */
  setDown: (down: boolean) => void;
  /** How often the provider was asked what it is. */
  discoveries: () => number;
  otherKey: KeyObject;
  stop: () => Promise<void>;
}

const clientId = 'gensvar';
const clientSecret = 'the secret of the test client, of no value';

export async function startTestProvider(): Promise<TestProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const people = new Map<string, ProviderPerson>();
  let person: ProviderPerson | null = null;
  let forgery: Forgery | undefined;
  let down = false;
  let discoveries = 0;
  let provider: Provider | undefined;

  const server = createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      console.error(fault);
      response.writeHead(500).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path.startsWith('/.well-known/')) discoveries += 1;
    if (down || !provider) {
      response.writeHead(503).end();
    } else if (path.startsWith('/interaction/')) {
      const result = person
        ? { login: { accountId: person.sub } }
        : { error: 'access_denied', error_description: 'The person refused.' };
      await provider.interactionFinished(request, response, result);
    } else if (forgery && path === '/token' && request.headers['x-honest'] === undefined) {
      await answerForged(request, response, forgery);
    } else {
      await provider.callback()(request, response);
    }
  }

  /** Lets the provider make its tokens and puts another ID token among them. */
  async function answerForged(request: IncomingMessage, response: ServerResponse, forge: Forgery) {
    const honest = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
        'x-honest': 'yes',
      },
      body: await text(request),
    });
    const tokens = (await honest.json()) as Record<string, string>;
    const [head = '', body = ''] = (tokens['id_token'] ?? '').split('.');
    const { claims, key = privateKey } = forge(
      JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>,
    );
    tokens['id_token'] = sign(key ? head : encode({ alg: 'none' }), claims, key);
    response.writeHead(honest.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(tokens));
  }

  return {
    issuer,
    clientId,
    clientSecret,
    otherKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
    register(reviewAddress) {
      provider = new Provider(issuer, configure(privateKey, people, reviewAddress));
    },
    atKeyboard(next) {
      person = next;
      if (next) people.set(next.sub, next);
    },
    forge(next) {
      forgery = next;
    },
    setDown(next) {
      down = next;
    },
    discoveries: () => discoveries,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(head: string, claims: Record<string, unknown>, key: KeyObject | null): string {
  const text = `${head}.${encode(claims)}`;
  return `${text}.${key ? createSign('RSA-SHA256').update(text).sign(key, 'base64url') : ''}`;
}

function configure(
  key: KeyObject,
  people: Map<string, ProviderPerson>,
  reviewAddress: string,
): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${reviewAddress}/sign-in/provider/done`],
        post_logout_redirect_uris: [`${reviewAddress}/signed-out`],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'test', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['only for tests'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['preferred_username', 'groups'],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => {
      const found = people.get(id);
      return found && { accountId: id, claims: () => ({ ...found }) };
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 60,
      IdToken: 60,
      Interaction: 60,
      Session: 60,
    },
  };
}
