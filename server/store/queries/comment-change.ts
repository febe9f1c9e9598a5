import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { AuditEntry } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import type { CommentChange, CommentDeed } from '../triage.ts';
import { waitingAround } from './comments-moved.ts';
import { countsMoved } from './moved-counts.ts';
import { ofSites } from './of-sites.ts';
import { isOneOf } from './one-of.ts';

/** A comment with what is to become of it. */
export interface PlannedChange {
  id: number;
  /** The version it is to be changed from; at another it stays as it is. */
  version: number;
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
 * The last one tells which were changed, as `response_id`.
 */
export function changeStatements(
  connection: Connection,
  { siteId, batch, planned, by, audit }: PlannedBatch,
): CompiledQuery[] {
  const { queries } = connection;
  const at = by.at.getTime();
  const all = planned.map(({ id }) => id);
  const isOfSite = ofSites(connection, 'site_id', [siteId]);
  const ofSite = (ids: number[]) => sql`${isOfSite} and ${isOneOf(connection, 'response_id', ids)}`;
  const claimed = (ids: number[]) => sql`${ofSite(ids)} and batch = ${batch}`;

  const untouched = sql`
    insert into comment_work (site_id, response_id, page_id, received, status, version, batch, changed_at)
    select site_id, response_id, page_id, received, 'new', 0, '', 0 from comment
    where ${ofSite(all)} on conflict do nothing`;

  const claims = grouped(planned, ({ version, change: { status, assigneeId } }) =>
    JSON.stringify([version, status, assigneeId]),
  ).map(({ first, ids }) => {
    const { status, assigneeId } = first.change;
    return sql`
      update comment_work set version = version + 1, batch = ${batch}, changed_at = ${at}
        ${status === undefined ? sql`` : sql`, status = ${status}`}
        ${assigneeId === undefined ? sql`` : sql`, assignee_id = ${assigneeId}`}
      where ${ofSite(ids)} and version = ${first.version}`;
  });

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
    return [...countsMoved(connection, ids, leftOut, isClaimed), moved.compile(queries)];
  });

  const deeds = planned.flatMap(({ id, deeds: each }) => each.map((deed) => ({ id, deed })));
  const events = grouped(deeds, ({ deed }) => JSON.stringify(deed)).map(({ first, ids }) => {
    const { action, ...detail } = first.deed;
    return sql`
      insert into comment_event (site_id, response_id, at, actor, action, detail, batch, version)
      select site_id, response_id, ${at}, ${by.actor}, ${action}, ${JSON.stringify(detail)},
             batch, version
      from comment_work where ${claimed(ids)}`;
  });

  // How many there are in the end is known to the database alone.
  const [head = '', tail = ''] = JSON.stringify({ ...audit.detail, comments: '#' }).split('"#"');
  const audited = sql`
    insert into audit (at, actor, site_id, action, detail)
    select ${at}, ${by.actor}, ${siteId}, ${audit.action},
           cast(${head} as text) || cast(count(*) as text) || cast(${tail} as text)
    from comment_work where ${claimed(all)} having count(*) > 0`;

  const { before, after } = waitingAround(connection, all);
  const compile = (statement: RawBuilder<unknown>) => statement.compile(queries);
  return [
    ...before,
    ...[untouched, ...claims, ...tagged, ...untagged].map(compile),
    ...counts,
    ...[...events, audited].map(compile),
    ...after,
    compile(sql`select response_id from comment_work where ${claimed(all)}`),
  ];
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
