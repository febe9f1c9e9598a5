import type { By } from './moderation.ts';

/** What a program may do with its token. */
export const scopes = ['counts:read', 'comments:read'] as const;

export type Scope = (typeof scopes)[number];

/** A program's right to read from one site. The token itself is nowhere: only its hash is kept. */
export interface ApiToken {
  id: number;
  siteId: number;
  /** What the operator calls it; it is told in the audit log. Unique within its site. */
  name: string;
  scopes: Scope[];
  created: Date;
  expires: Date;
}

export interface ApiTokens {
  /** @throws when the site has a token by that name */
  addApiToken(token: Omit<ApiToken, 'id'> & { tokenHash: string }, by: By): Promise<void>;
  /** Null when there is none, it was revoked or has expired. */
  findApiToken(tokenHash: string, now: Date): Promise<ApiToken | null>;
  /** The tokens of some sites, those that have expired among them, by name. */
  listApiTokens(siteIds: number[]): Promise<ApiToken[]>;
  /** @returns whether there was such a token */
  revokeApiToken(token: { siteId: number; name: string }, by: By): Promise<boolean>;
}
