import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AuditEntry } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import type { Triage } from '../triage.ts';
import { auditRow } from './audit-log.ts';

/**
 * Editors' notes on comments. A note overwrites nothing: it leaves the version of the
 * comment's work as it is. The audit log tells that there was one, not what it said.
 */
export function createCommentNotes({
  queries,
  writeTogether,
}: Connection): Pick<Triage, 'addNote' | 'removeNote'> {
  const audit = (siteId: number, by: By, detail: AuditEntry['detail']) =>
    queries
      .insertInto('audit')
      .values(auditRow({ ...by, siteId, subject: null, action: 'comment-noted', detail }))
      .compile();

  return {
    async addNote({ id, siteId }, note, by) {
      const comment = await queries
        .selectFrom('comment')
        .select('response_id')
        .where('response_id', '=', id)
        .where('site_id', '=', siteId)
        .executeTakeFirst();
      if (!comment) return null;
      const batch = randomUUID();
      await writeTogether([
        // The comment may have been deleted meanwhile: its notes go with it.
        sql`insert into comment_event (site_id, response_id, at, actor, action, detail, batch, version)
            select comment.site_id, comment.response_id, ${by.at.getTime()}, ${by.actor}, 'noted',
                   ${JSON.stringify({ note })}, ${batch}, coalesce(comment_work.version, 0)
            from comment left join comment_work on comment_work.site_id = comment.site_id
              and comment_work.response_id = comment.response_id
            where comment.site_id = ${siteId} and comment.response_id = ${id}`.compile(queries),
        audit(siteId, by, { response: id }),
      ]);
      return batch;
    },

    async removeNote(siteId, batch, by) {
      const mine = queries
        .selectFrom('comment_event')
        .where('site_id', '=', siteId)
        .where('batch', '=', batch)
        .where('action', '=', 'noted')
        .where('actor', '=', by.actor);
      const note = await mine.select(['id', 'response_id']).executeTakeFirst();
      if (!note) return false;
      await writeTogether([
        queries
          .deleteFrom('comment_event')
          .where('site_id', '=', siteId)
          .where('id', '=', note.id)
          .compile(),
        audit(siteId, by, { response: note.response_id, removed: true }),
      ]);
      return true;
    },
  };
}
