import type { ApiToken, ApiTokens, Scope } from '../api-tokens.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import { auditRow } from './audit-log.ts';

/** Tokens of programs that read. Each change is written together with its audit entry. */
export function createApiTokens({ queries, writeTogether }: Connection): ApiTokens {
  const select = () =>
    queries
      .selectFrom('api_token')
      .select(['id', 'site_id as siteId', 'name', 'scopes', 'created', 'expires']);

  const audited = (
    action: 'token-added' | 'token-revoked',
    { siteId, name }: Pick<ApiToken, 'siteId' | 'name'>,
    by: By,
    detail: Record<string, string> = {},
  ) =>
    queries
      .insertInto('audit')
      .values(auditRow({ ...by, siteId, action, subject: name, detail }))
      .compile();

  return {
    async addApiToken({ siteId, name, tokenHash, scopes, created, expires }, by) {
      await writeTogether([
        queries
          .insertInto('api_token')
          .values({
            token_hash: tokenHash,
            site_id: siteId,
            name,
            scopes: JSON.stringify(scopes),
            created: created.getTime(),
            expires: expires.getTime(),
          })
          .compile(),
        audited('token-added', { siteId, name }, by, {
          scopes: scopes.join(' '),
          expires: expires.toISOString(),
        }),
      ]);
    },
    async findApiToken(tokenHash, now) {
      const row = await select()
        .where('token_hash', '=', tokenHash)
        .where('expires', '>', now.getTime())
        .executeTakeFirst();
      return row ? readToken(row) : null;
    },
    async listApiTokens(siteIds) {
      if (siteIds.length === 0) return [];
      const rows = await select()
        .where('site_id', 'in', siteIds)
        .orderBy('site_id')
        .orderBy('name')
        .execute();
      return rows.map(readToken);
    },
    async revokeApiToken({ siteId, name }, by) {
      const known = await select()
        .where('site_id', '=', siteId)
        .where('name', '=', name)
        .executeTakeFirst();
      if (!known) return false;
      await writeTogether([
        queries.deleteFrom('api_token').where('id', '=', known.id).compile(),
        audited('token-revoked', known, by),
      ]);
      return true;
    },
  };
}

type Row = Omit<ApiToken, 'scopes' | 'created' | 'expires'> & {
  scopes: string;
  created: number;
  expires: number;
};

const readToken = (row: Row): ApiToken => ({
  ...row,
  scopes: JSON.parse(row.scopes) as Scope[],
  created: new Date(row.created),
  expires: new Date(row.expires),
});
