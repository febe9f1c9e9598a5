import { randomUUID } from 'node:crypto';
import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';

/**
 * Cuts the tie between a comment and its visitor's key. Words that an editor took away
 * would come back with the next retry or amendment.
 */
export const windowClosed = ({ queries }: Connection, id: number, { at }: By): CompiledQuery =>
  queries
    .updateTable('response_key')
    .set({ response_id: null })
    .where('amendable_until', '>', at.getTime())
    .where('response_id', '=', id)
    .compile();

interface MaskedComment {
  id: number;
  siteId: number;
  /** The text after it. */
  text: string;
  /** The text that was masked; when it is no longer that, nothing is done. */
  was: string | undefined;
}

/**
 * The statements that put a masked text in a comment's place, and tell of it in its history
 * and the audit log. The first tells, as `response_id`, whether it was done.
 */
export function maskStatements(
  connection: Connection,
  { id, siteId, text, was }: MaskedComment,
  by: By,
): CompiledQuery[] {
  const at = by.at.getTime();
  const batch = randomUUID();
  const isIt = sql`site_id = ${siteId} and response_id = ${id}`;
  const isMasked = sql`${isIt} and text = ${text}`;
  const statements: RawBuilder<unknown>[] = [
    sql`update comment set text = ${text} where ${isIt}
        ${was === undefined ? sql`` : sql`and text = ${was}`} returning response_id`,
    sql`insert into comment_work (site_id, response_id, page_id, received, status, version, batch, changed_at)
        select site_id, response_id, page_id, received, 'new', 0, '', 0 from comment
        where ${isMasked} on conflict do nothing`,
    sql`update comment_work set version = version + 1, batch = ${batch}, changed_at = ${at}
        where ${isIt} and exists (select 1 from comment where ${isMasked})`,
    sql`insert into comment_event (site_id, response_id, at, actor, action, detail, batch, version)
        select site_id, response_id, ${at}, ${by.actor}, 'masked', '{}', batch, version
        from comment_work where ${isIt} and batch = ${batch}`,
    sql`insert into audit (at, actor, site_id, action, detail)
        select ${at}, ${by.actor}, site_id, 'comment-masked', ${JSON.stringify({ response: id })}
        from comment where ${isMasked}`,
  ];
  return [
    ...statements.map((statement) => statement.compile(connection.queries)),
    windowClosed(connection, id, by),
    connection.indexComment({ responseId: id, siteId, text }),
  ];
}
