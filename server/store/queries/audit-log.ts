import type { AuditAction, AuditEntry, AuditLog } from '../audit-log.ts';
import type { Connection } from '../connection.ts';

/** The audit log: entries are added and read, never changed. */
export function createAuditLog({ queries }: Connection): AuditLog {
  return {
    async recordAudit({ at, actor, siteId, action, subject, detail }) {
      await queries
        .insertInto('audit')
        .values({
          at: at.getTime(),
          actor,
          site_id: siteId,
          action,
          subject,
          detail: JSON.stringify(detail),
        })
        .execute();
    },
    async listAudit(siteIds, { limit, offset }) {
      const rows = await queries
        .selectFrom('audit')
        .selectAll()
        .where((where) => where.or([where('site_id', 'in', siteIds), where('site_id', 'is', null)]))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map((row) => ({
        at: new Date(row.at),
        actor: row.actor,
        siteId: row.site_id,
        action: row.action as AuditAction,
        subject: row.subject,
        detail: JSON.parse(row.detail) as AuditEntry['detail'],
      }));
    },
  };
}
