import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import type { SuspectedAnswersReview } from '../suspected-answers.ts';
import { auditRow } from './audit-log.ts';
import { countsMoved } from './moved-counts.ts';

/** What the index of these answers holds: written as it is there, so that it is used. */
const isSuspected = sql<boolean>`suspicion is not null and commented = 0`;

/** Suspected answers without a comment: an index of their own leads to them. */
export function createSuspectedAnswers(connection: Connection): SuspectedAnswersReview {
  const { engine, queries, writeTogether } = connection;
  return {
    async listSuspectedAnswers({ id, siteId }, from, to) {
      const rows = await queries
        .selectFrom('response')
        // The index alone tells; in that of the embedded database there is no site.
        .$if(engine === 'postgres', (query) => query.where('site_id', '=', siteId))
        .where('page_id', '=', id)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .where(isSuspected)
        .select(['day', 'suspicion'])
        .select(({ fn }) => fn.sum<number>('left_out').as('leftOut'))
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .groupBy(['day', 'suspicion'])
        .orderBy('day', 'desc')
        .orderBy('suspicion')
        .execute();
      return rows.map(({ day, suspicion, leftOut, all }) => ({
        day,
        suspicion: suspicion ?? '',
        leftOut,
        counted: all - leftOut,
      }));
    },

    async changeSuspectedAnswers({ siteId, pageId, day, suspicion }, leftOut, most, by) {
      const page = await queries
        .selectFrom('page')
        .select('address')
        .where('id', '=', pageId)
        .where('site_id', '=', siteId)
        .executeTakeFirst();
      const rows = await queries
        .selectFrom('response')
        .select('id')
        .where('site_id', '=', siteId)
        .where('page_id', '=', pageId)
        .where('day', '=', day)
        .where('suspicion', '=', suspicion)
        .where('left_out', '=', Number(!leftOut))
        .where(isSuspected)
        .limit(most)
        .execute();
      if (!page || rows.length === 0) return 0;
      const ids = rows.map(({ id }) => id);
      const detail = { day, suspicion, leftOut, answers: ids.length };
      await writeTogether([
        ...countsMoved(connection, ids, leftOut),
        queries
          .updateTable('response')
          .set({ left_out: Number(leftOut) })
          .where('site_id', '=', siteId)
          .where('id', 'in', ids)
          .where('left_out', '=', Number(!leftOut))
          .compile(),
        queries
          .insertInto('audit')
          .values(
            auditRow({ ...by, siteId, action: 'score-changed', subject: page.address, detail }),
          )
          .compile(),
      ]);
      return ids.length;
    },
  };
}
