import type { AuditAction, AuditEntry, AuditLog } from '../audit-log.ts';
import type { Connection } from '../connection.ts';

/** The audit log: entries are added and read, never changed. */
export function createAuditLog({ queries }: Connection): AuditLog {
  const select = (siteIds: number[], action: AuditAction | undefined) => {
    const ofSites = queries
      .selectFrom('audit')
      .where((where) => where.or([where('site_id', 'in', siteIds), where('site_id', 'is', null)]));
    return action === undefined ? ofSites : ofSites.where('action', '=', action);
  };
  return {
    async recordAudit(entry) {
      await queries.insertInto('audit').values(auditRow(entry)).execute();
    },
    async listAudit(siteIds, { limit, offset }, action) {
      const rows = await select(siteIds, action)
        .selectAll()
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
    async countAudit(siteIds, action) {
      const { count } = await select(siteIds, action)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

/** An entry as its row, for those who write it together with what it tells of. */
export const auditRow = ({ at, siteId, detail, ...entry }: AuditEntry) => ({
  ...entry,
  at: at.getTime(),
  site_id: siteId,
  detail: JSON.stringify(detail),
});
