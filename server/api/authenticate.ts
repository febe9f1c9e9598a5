import type { Clock } from '../clock.ts';
import { ProblemError } from '../http/problem.ts';
import { hashToken } from '../review/secret-token.ts';
import type { ApiToken, Scope } from '../store/api-tokens.ts';
import type { Store } from '../store/store.ts';

/** RFC 6750, 2.1: the scheme in any case, then the token. */
const bearer = /^bearer +([\w.~+/-]+=*) *$/i;

/**
 * Finds the token of a request. An unknown, an expired and a revoked one are answered alike.
 * @throws ProblemError with what RFC 6750 wants in `WWW-Authenticate`
 */
export async function authenticate(
  store: Store,
  clock: Clock,
  authorization: string | undefined,
  scope: Scope,
): Promise<ApiToken> {
  if (authorization === undefined) {
    throw refused('not-authenticated', 'Send a token in the header Authorization: Bearer.', '');
  }
  const sent = bearer.exec(authorization)?.[1];
  const token = sent === undefined ? null : await store.findApiToken(hashToken(sent), clock());
  if (!token) {
    const detail = 'The token is not valid. It may have expired or been revoked.';
    throw refused('not-authenticated', detail, ', error="invalid_token"');
  }
  if (!token.scopes.includes(scope)) {
    const needed = `, error="insufficient_scope", scope="${scope}"`;
    throw refused('scope-missing', `The token needs the scope ${scope}.`, needed);
  }
  return token;
}

const refused = (kind: 'not-authenticated' | 'scope-missing', detail: string, more: string) =>
  new ProblemError(kind, detail, {
    headers: { 'www-authenticate': `Bearer realm="gensvar"${more}` },
  });
