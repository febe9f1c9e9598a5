import { sql, type CompiledQuery } from 'kysely';
import type { AuditAction } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import type { Revisions, SeenRevision } from '../revisions.ts';

/** Revisions that editors enter, and those that pages have told. */
export function createRevisions({ engine, queries, writeTogether }: Connection): Revisions {
  const select = () =>
    queries
      .selectFrom('revision')
      .select(['id', 'site_id as siteId', 'page_id as pageId', 'day', 'source', 'note', 'actor'])
      .select('version');

  /** An entry of the audit log for the revision that is found; none when there is none. */
  const auditOf = (where: ReturnType<typeof sql>, action: AuditAction, { at, actor }: By) =>
    sql`
      insert into audit (at, actor, site_id, action, subject, detail)
      select cast(${at.getTime()} as bigint), cast(${actor} as text), revision.site_id,
        cast(${action} as text), page.address,
        ${engine === 'sqlite' ? sql`json_object('day', day)` : sql`json_build_object('day', day)::text`}
      from revision
      join page on page.site_id = revision.site_id and page.id = revision.page_id
      where ${where}`.compile(queries);

  const isSeen = ({ id, siteId, version }: SeenRevision) =>
    sql`revision.site_id = ${siteId} and revision.id = ${id} and revision.version = ${version}`;

  /** Runs a change of what was seen, with its entry in the audit log. */
  async function changeSeen(
    seen: SeenRevision,
    action: AuditAction,
    by: By,
    change: CompiledQuery,
  ): Promise<boolean> {
    // Where several processes write, none may change it between the entry and the change.
    const lock = sql`select id from revision where ${isSeen(seen)} for update`.compile(queries);
    const statements = [auditOf(isSeen(seen), action, by), change];
    const rows = await writeTogether(engine === 'postgres' ? [lock, ...statements] : statements);
    return (rows.at(-1) ?? []).length > 0;
  }

  return {
    listRevisions: (pageId, limit) =>
      select()
        .where('site_id', '=', (site) =>
          site.selectFrom('page').where('page.id', '=', pageId).select('page.site_id'),
        )
        .where('page_id', '=', pageId)
        .orderBy('day', 'desc')
        .orderBy('source', 'desc')
        .limit(limit)
        .execute(),

    async findRevision({ id, siteId }) {
      const found = await select()
        .where('site_id', '=', siteId)
        .where('id', '=', id)
        .executeTakeFirst();
      return found ?? null;
    },

    async findLastRevisionDays(pageIds, today) {
      if (pageIds.length === 0) return new Map();
      const rows = await queries
        .selectFrom('page')
        .where('page.id', 'in', pageIds)
        .select((page) => [
          'page.id',
          page
            .selectFrom('revision')
            .whereRef('revision.site_id', '=', 'page.site_id')
            .whereRef('revision.page_id', '=', 'page.id')
            .where('revision.day', '<=', today)
            .select(({ fn }) => fn.max('revision.day').as('day'))
            .as('day'),
        ])
        .execute();
      return new Map(rows.flatMap(({ id, day }) => (day === null ? [] : [[id, day]])));
    },

    async addRevision({ siteId, pageId, day, note }, by) {
      const added = queries
        .insertInto('revision')
        .values({
          ...{ site_id: siteId, page_id: pageId, day, note },
          ...{ source: 'editor', actor: by.actor, version: 1 },
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .compile();
      const isNone = sql`not exists (
        select 1 from revision where site_id = ${siteId} and page_id = ${pageId}
          and day = ${day} and source = 'editor')`;
      const detail = JSON.stringify({ day });
      const audit = sql`
        insert into audit (at, actor, site_id, action, subject, detail)
        select cast(${by.at.getTime()} as bigint), cast(${by.actor} as text), page.site_id,
          'revision-added', page.address, cast(${detail} as text)
        from page where page.site_id = ${siteId} and page.id = ${pageId} and ${isNone}`;
      const rows = await writeTogether([audit.compile(queries), added]);
      return (rows.at(-1) ?? []).length > 0;
    },

    changeRevisionNote: (seen, note, by) =>
      changeSeen(
        seen,
        'revision-changed',
        by,
        sql`update revision set note = ${note}, version = version + 1
          where ${isSeen(seen)} returning id`.compile(queries),
      ),

    deleteRevision: (seen, by) =>
      changeSeen(
        seen,
        'revision-deleted',
        by,
        sql`delete from revision where ${isSeen(seen)} returning id`.compile(queries),
      ),
  };
}
