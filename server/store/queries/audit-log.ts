import type { AuditAction, AuditEntry, AuditLog } from '../audit-log.ts';
import type { Connection } from '../connection.ts';

/** The audit log: entries are added and read, never changed. */
export function createAuditLog({ queries }: Connection): AuditLog {
  const select = (siteIds: number[], action: AuditAction | undefined) => {
    const ofSites = queries.selectFrom('audit').where((where) =>
      where.or([
        // A list of nothing is no SQL.
        ...(siteIds.length > 0 ? [where('site_id', 'in', siteIds)] : []),
        where('site_id', 'is', null),
      ]),
    );
    return action === undefined ? ofSites : ofSites.where('action', '=', action);
  };
  return {
    async recordAudit(entry) {
      await queries.insertInto('audit').values(auditRow(entry)).execute();
    },
    async listAudit(siteIds, { limit, offset }, action) {
      const newestOf = (site: number | null) => {
        const newest = queries
          .selectFrom('audit')
          .where('site_id', site === null ? 'is' : '=', site)
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit + offset)
          .select(['id', 'at']);
        const found = action === undefined ? newest : newest.where('action', '=', action);
        return queries.selectFrom(found.as('newest')).select(['id', 'at']);
      };
      // Each site's newest are at the end of its part of the index.
      const chosen = siteIds
        .reduce((all, siteId) => all.unionAll(newestOf(siteId)), newestOf(null))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .as('chosen');
      const rows = await queries
        .selectFrom(chosen)
        .innerJoin('audit', 'audit.id', 'chosen.id')
        .selectAll('audit')
        .orderBy('audit.at', 'desc')
        .orderBy('audit.id', 'desc')
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
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
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
