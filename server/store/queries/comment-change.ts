import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { AuditEntry } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import type { CommentStatus } from '../comment-status.ts';
import type { CommentChange, CommentDeed } from '../triage.ts';
import { waitingAround } from './comments-moved.ts';
import { listedRows } from './listed-rows.ts';
import { countsMoved } from './moved-counts.ts';
import { ofSites } from './of-sites.ts';
import { isOneOf } from './one-of.ts';

/** A comment with what is to become of it. */
export interface PlannedChange {
  id: number;
  /** The version it is to be changed from; at another it stays as it is. */
  version: number;
  /** The status it has in that version. */
  status: CommentStatus;
  change: CommentChange;
  /** What its history is to say. */
  deeds: CommentDeed[];
}

export interface PlannedBatch {
  siteId: number;
  batch: string;
  planned: PlannedChange[];
  by: By;
  audit: Pick<AuditEntry, 'action' | 'detail'>;
}

/**
 * The statements that change comments of a site. A comment is first claimed: its work gets
 * the batch's name, if it has the version it was seen with. All else is done to those with
 * that name, so that what two editors do at once is done by one of them.
 * @returns the statements, and which of them tells what was changed, as `response_id`
 */
export function changeStatements(
  connection: Connection,
  { siteId, batch, planned, by, audit }: PlannedBatch,
): { statements: CompiledQuery[]; claims: number } {
  const { queries } = connection;
  const at = by.at.getTime();
  const all = planned.map(({ id }) => id);
  const isOfSite = ofSites(connection, 'site_id', [siteId]);
  const ofSite = (ids: number[]) => sql`${isOfSite} and ${isOneOf(connection, 'response_id', ids)}`;
  const claimed = (ids: number[]) => sql`${ofSite(ids)} and batch = ${batch}`;

  const unhandled = planned.filter(({ version }) => version === 0).map(({ id }) => id);
  const untouched = sql`
    insert into comment_work (site_id, response_id, page_id, received, status, version, batch, changed_at)
    select site_id, response_id, page_id, received, 'new', 0, '', 0 from comment
    where ${ofSite(unhandled)} on conflict do nothing`;

  const wanted = planned.map(({ id, version, change: { status, assigneeId } }) => [
    ...[id, version, status ?? null],
    ...[Number(assigneeId !== undefined), assigneeId ?? null],
  ]);
  const columns = {
    ...({ id: 'bigint', version: 'bigint', status: 'text' } as const),
    ...({ assigned: 'bigint', to: 'bigint' } as const),
  };
  const claims = sql`
    update comment_work set version = comment_work.version + 1, batch = ${batch},
      changed_at = ${at}, status = coalesce(wanted.status, comment_work.status),
      assignee_id = case wanted.assigned when 1 then wanted."to" else assignee_id end
    from ${listedRows(connection, 'wanted', columns, wanted)}
    where ${isOfSite} and response_id = wanted.id and comment_work.version = wanted.version
    returning response_id`;

  const tagged = eachOf(planned, ({ addTags = [] }) => addTags).map(
    ([tag, ids]) => sql`
      insert into comment_tag (site_id, tag_id, response_id, received)
      select site_id, ${sql.lit(tag)}, response_id, received from comment_work
      where ${claimed(ids)} on conflict do nothing`,
  );
  const untagged = eachOf(planned, ({ removeTags = [] }) => removeTags).map(
    ([tag, ids]) => sql`
      delete from comment_tag where ${ofSite(ids)} and +tag_id = ${sql.lit(tag)}
        and response_id in (select response_id from comment_work where ${claimed(ids)})`,
  );

  const scored = eachOf(planned, ({ leftOut }) => (leftOut === undefined ? [] : [leftOut]));
  const counts = scored.flatMap(([leftOut, ids]) => {
    const isClaimed = sql`id in (select response_id from comment_work where ${claimed(ids)})`;
    const moved = sql`update response set left_out = ${Number(leftOut)}
      where ${isOfSite} and ${isClaimed} and left_out = ${Number(!leftOut)}`;
    const moves = { onlyIf: isClaimed, isLocked: true };
    return [...countsMoved(connection, ids, leftOut, moves), moved.compile(queries)];
  });

  const deeds = grouped(
    planned.flatMap(({ id, deeds: each }) => each.map((deed) => ({ id, deed }))),
    ({ deed }) => JSON.stringify(deed),
  );
  const told = deeds.map(({ first }, place) => {
    const { action, ...detail } = first.deed;
    return [place, action, JSON.stringify(detail)];
  });
  const done = deeds.flatMap(({ ids }, place) => ids.map((id) => [place, id]));
  const events = sql`
    insert into comment_event (site_id, response_id, at, actor, action, detail, batch, version)
    select site_id, response_id, ${at}, ${by.actor}, action, detail, batch, version
    from ${listedRows(connection, 'done', { deed: 'bigint', id: 'bigint' }, done)}
    join ${listedRows(connection, 'told', { place: 'bigint', action: 'text', detail: 'text' }, told)}
      on told.place = done.deed
    join comment_work on ${isOfSite} and response_id = done.id and batch = ${batch}
    order by done.deed, done.id`;

  // How many there are in the end is known to the database alone.
  const [head = '', tail = ''] = JSON.stringify({ ...audit.detail, comments: '#' }).split('"#"');
  const audited = sql`
    insert into audit (at, actor, site_id, action, detail)
    select ${at}, ${by.actor}, ${siteId}, ${audit.action},
           cast(${head} as text) || cast(count(*) as text) || cast(${tail} as text)
    from comment_work where ${claimed(all)} having count(*) > 0`;

  // Others wait after the change as they did before it.
  const mayWait = planned.filter(({ status, change }) => [status, change.status].includes('new'));
  const { before, after } = waitingAround(
    connection,
    mayWait.map(({ id }) => id),
    all,
  );
  const compile = (statement: RawBuilder<unknown>) => statement.compile(queries);
  const first = [...before, ...(unhandled.length > 0 ? [compile(untouched)] : [])];
  return {
    statements: [
      ...first,
      ...[claims, ...tagged, ...untagged].map(compile),
      ...counts,
      ...[events, audited].map(compile),
      ...after,
    ],
    claims: first.length,
  };
}

/** Things that are alike, with their numbers. */
function grouped<Thing extends { id: number }>(things: Thing[], name: (thing: Thing) => string) {
  const groups = new Map<string, { first: Thing; ids: number[] }>();
  for (const thing of things) {
    const group = groups.get(name(thing));
    if (group) group.ids.push(thing.id);
    else groups.set(name(thing), { first: thing, ids: [thing.id] });
  }
  return [...groups.values()];
}

/** The comments whose change has a value, by that value. */
function eachOf<Value>(
  planned: PlannedChange[],
  valuesOf: (change: CommentChange) => Value[],
): [Value, number[]][] {
  const found = new Map<Value, number[]>();
  for (const { id, change } of planned) {
    for (const value of valuesOf(change)) found.set(value, [...(found.get(value) ?? []), id]);
  }
  return [...found];
}
