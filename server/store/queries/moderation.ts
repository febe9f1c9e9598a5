import type { AuditEntry } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { Moderation } from '../moderation.ts';
import { auditRow } from './audit-log.ts';
import { maskStatements, windowClosed } from './comment-mask.ts';
import { commentsAround, waitingAround } from './comments-moved.ts';
import { countsMoved } from './moved-counts.ts';
import { findPlace } from './stored-comments.ts';

/** What editors and the retention do to stored responses. */
export function createModeration(connection: Connection): Moderation {
  const { queries, writeTogether } = connection;

  // Another process may have deleted some before this one started.
  let mayHoldDeletedWords = true;

  const audit = (entry: AuditEntry) =>
    queries.insertInto('audit').values(auditRow(entry)).compile();

  async function readText(id: number, siteId: number): Promise<string | undefined> {
    const found = await queries
      .selectFrom('comment')
      .select('text')
      .where('response_id', '=', id)
      .where('site_id', '=', siteId)
      .executeTakeFirst();
    return found?.text;
  }

  return {
    async setLeftOut({ id, siteId, leftOut }, by) {
      const response = await queries
        .selectFrom('response')
        .innerJoin('page', 'page.id', 'response.page_id')
        .select('page.address')
        .where('response.id', '=', id)
        .where('response.site_id', '=', siteId)
        .where('response.left_out', '=', Number(!leftOut))
        .executeTakeFirst();
      if (!response) return false;
      const subject = response.address;
      const { before, after } = waitingAround(connection, [id]);
      await writeTogether([
        ...before,
        ...countsMoved(connection, id, leftOut),
        queries
          .updateTable('response')
          .set({ left_out: Number(leftOut) })
          .where('id', '=', id)
          .where('left_out', '=', Number(!leftOut))
          .compile(),
        ...after,
        audit({
          ...by,
          siteId,
          subject,
          action: 'score-changed',
          detail: { response: id, leftOut },
        }),
      ]);
      return true;
    },

    async maskComment({ id, siteId, text, was }, by) {
      const stored = await readText(id, siteId);
      if (stored === undefined || (was !== undefined && stored !== was)) return false;
      const results = await writeTogether(
        maskStatements(connection, { id, siteId, text, was }, by),
      );
      mayHoldDeletedWords = true;
      if (results[0]?.length === 1) return true;
      // The visitor has changed it at this very moment: its own words are to be found.
      const changed = await readText(id, siteId);
      if (changed !== undefined) {
        await writeTogether([connection.indexComment({ responseId: id, siteId, text: changed })]);
      }
      return false;
    },

    async deleteComment({ id, siteId }, by) {
      if ((await readText(id, siteId)) === undefined) return false;
      const { before, after } = commentsAround(connection, [id]);
      await writeTogether([
        ...before,
        queries.deleteFrom('comment').where('response_id', '=', id).compile(),
        ...after,
        windowClosed(connection, id, by),
        audit({ ...by, ...ofComment(id, siteId), action: 'comment-deleted' }),
      ]);
      mayHoldDeletedWords = true;
      return true;
    },

    countCommentsBefore: async (siteId, before) =>
      (await findPlace(connection, { siteId, before }, 0)).total,

    async deleteCommentsBefore(siteId, before, most, by) {
      const expired = await queries
        .selectFrom('comment')
        .select('response_id')
        .where('site_id', '=', siteId)
        .where('received', '<', before.getTime())
        .orderBy('received')
        .limit(most)
        .execute();
      if (expired.length === 0) return 0;
      const ids = expired.map((row) => row.response_id);
      const detail = { deleted: ids.length, olderThan: before.toISOString() };
      const around = commentsAround(connection, ids);
      await writeTogether([
        ...around.before,
        queries.deleteFrom('comment').where('response_id', 'in', ids).compile(),
        ...around.after,
        audit({ ...by, siteId, action: 'retention', subject: null, detail }),
      ]);
      mayHoldDeletedWords = true;
      return ids.length;
    },

    async forgetDeletedWords() {
      if (!mayHoldDeletedWords) return;
      mayHoldDeletedWords = false;
      await connection.forgetDeletedWords();
    },
  };
}

const ofComment = (
  id: number,
  siteId: number,
): Pick<AuditEntry, 'siteId' | 'subject' | 'detail'> => ({
  siteId,
  subject: null,
  detail: { response: id },
});
