import * as openid from 'openid-client';
import type { Clock } from '../clock.ts';
import { isLoopback, type ProviderSettings } from './provider-settings.ts';
import { SignInFault } from './sign-in-fault.ts';

/** How long the provider may take for an answer, in seconds. */
const patience = 5;

/** How long what the provider says of itself is believed, in milliseconds: an hour. */
const freshness = 60 * 60 * 1000;

/** What must be remembered from the beginning of a sign-in to its end. */
export interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who has signed in at the provider. */
export interface Identity {
  /** Issuer and subject, which together never mean anybody else. */
  subject: string;
  claims: Readonly<Record<string, unknown>>;
  /** Shown to the provider when the person signs out. */
  idToken: string;
}

/** The agency's OpenID provider. All of it throws `SignInFault`. */
export interface Provider {
  /** The name of its host, for the person to recognise. */
  host: string;
  /** The address to send the browser to. */
  begin(redirectUri: string): Promise<{ address: URL; flow: Flow }>;
  /** @param answer the address at which the browser came back, with its query */
  finish(answer: URL, flow: Flow): Promise<Identity>;
  /** Where to sign out at the provider too; null when it offers no such thing. */
  endSession(idToken: string, returnTo: string): Promise<URL | null>;
}

/** Nothing is asked of the provider before somebody wants to sign in. */
export function createProvider(settings: ProviderSettings, clock: Clock): Provider {
  const issuer = new URL(settings.issuer);
  const discover = createDiscovery(issuer, settings, clock);

  return {
    host: issuer.host,
    async begin(redirectUri) {
      const configuration = await discover();
      const flow = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const address = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        response_type: 'code',
        response_mode: 'query',
        scope: settings.scope,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { address, flow };
    },
    async finish(answer, { state, nonce, verifier }) {
      const configuration = await discover();
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        });
        const claims = tokens.claims();
        if (!claims || tokens.id_token === undefined) throw new SignInFault('token');
        // Many providers put e-mail and groups there only.
        const more =
          configuration.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return {
          subject: `${claims.iss} ${claims.sub}`,
          claims: { ...claims, ...more },
          idToken: tokens.id_token,
        };
      } catch (thrown) {
        throw asFault(thrown);
      }
    },
    async endSession(idToken, returnTo) {
      const configuration = await discover();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: returnTo,
      });
    },
  };
}

/** Asks the provider what it is, when first needed and now and then anew. */
function createDiscovery(issuer: URL, settings: ProviderSettings, clock: Clock) {
  const { clientId, clientSecret } = settings;
  const authentication =
    clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret);
  const execute = [openid.enableNonRepudiationChecks];
  if (isLoopback(issuer.hostname)) execute.push(allowHttp);
  let known: { configuration: openid.Configuration; until: number } | undefined;

  const ask = () =>
    openid.discovery(issuer, clientId, undefined, authentication, { execute, timeout: patience });

  return async (): Promise<openid.Configuration> => {
    const now = clock().getTime();
    if (known && now < known.until) return known.configuration;
    try {
      // Once more at once: a connection that broke is common, and the person waits.
      const configuration = await ask().catch(ask);
      known = { configuration, until: now + freshness };
      return configuration;
    } catch (thrown) {
      // What was known an hour ago is better than nothing.
      if (known) return known.configuration;
      throw new SignInFault('provider-down', thrown);
    }
  };
}

/**
 * Only for a provider on this machine, as in development and in tests. The library marks
 * the function as deprecated so that nobody takes it by mistake, hence the name as text.
 */
const allowHttp = Reflect.get(openid, 'allowInsecureRequests');

/** Codes of openid-client for a provider that did not answer, or nothing that can be read. */
const silence = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

function asFault(thrown: unknown): SignInFault {
  if (thrown instanceof SignInFault) return thrown;
  if (thrown instanceof openid.AuthorizationResponseError) {
    return new SignInFault(thrown.error === 'access_denied' ? 'cancelled' : 'code', thrown);
  }
  if (thrown instanceof openid.ResponseBodyError) return new SignInFault('code', thrown);
  if (thrown instanceof openid.ClientError) {
    return new SignInFault(silence.has(thrown.code ?? '') ? 'provider-down' : 'token', thrown);
  }
  // The network's own faults are plain type errors.
  return new SignInFault(thrown instanceof TypeError ? 'provider-down' : 'token', thrown);
}
