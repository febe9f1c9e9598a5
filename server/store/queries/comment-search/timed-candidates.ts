import { sql, type RawBuilder } from 'kysely';
import type { CommentChoice, CommentOrder } from '../../comment-search.ts';
import type { Connection } from '../../connection.ts';
import type { Candidate, Candidates, Wanted } from './candidates.ts';

/** A part of an index that has comments of one site in the order in which they were received. */
export interface TimedIndex {
  table: 'comment' | 'comment_work' | 'comment_tag';
  /** What is the same for all of them. */
  where: RawBuilder<unknown>;
  /** The part of a choice by which they are found. */
  by?: keyof CommentChoice;
}

/** The indices that have only comments that may fit: the narrower, the better. */
export function narrowIndices(choice: CommentChoice): ((siteId: number) => TimedIndex)[] {
  const { pageId, tagId, status, assigneeId } = choice;
  const all: ((siteId: number) => TimedIndex)[] = [];
  const add = (
    by: keyof CommentChoice,
    table: TimedIndex['table'],
    conditionOf: (siteId: number) => RawBuilder<unknown>,
  ) => {
    all.push((siteId) => ({
      ...{ by, table },
      where: sql`site_id = ${siteId} and ${conditionOf(siteId)}`,
    }));
  };
  if (pageId !== undefined) add('pageId', 'comment', () => sql`page_id = ${pageId}`);
  if (tagId !== undefined) {
    // A tag belongs to one site: of the others its comments are not even looked through.
    const isOf = (siteId: number) => sql`exists (
      select 1 from tag where tag.site_id = ${siteId} and tag.id = ${tagId})`;
    add('tagId', 'comment_tag', (siteId) => sql`tag_id = ${tagId} and ${isOf(siteId)}`);
  }
  if (typeof assigneeId === 'number') {
    add('assigneeId', 'comment_work', () => sql`assignee_id = ${assigneeId}`);
  }
  // What is new has no row of work, unless somebody has begun with it.
  if (status !== undefined && status !== 'new') {
    add('status', 'comment_work', () => sql`status = ${status}`);
  }
  return all;
}

export const ofSite = (siteId: number): TimedIndex => ({
  table: 'comment',
  where: sql`site_id = ${siteId}`,
});

/** Comments of several sites in the order in which they were received. */
export function timedCandidates(
  { queries }: Connection,
  choice: CommentChoice,
  order: CommentOrder,
  indexOf: (siteId: number) => TimedIndex,
): Candidates {
  const direction = sql.raw(order === 'newest' ? 'desc' : 'asc');
  const further = sql.raw(order === 'newest' ? '<' : '>');
  const sorted = sql`received ${direction}, response_id ${direction}`;

  // The comments themselves are read only where something is asked about their pages.
  const [{ by, table: first } = ofSite(0)] = choice.siteIds.map(indexOf);
  const asks = choice.sections ?? choice.language ?? choice.sinceEdit;
  const asksPage = asks !== undefined && first !== 'comment_tag';
  const pageId = asksPage ? sql`, page_id` : sql``;

  const partOf = (siteId: number, { after, limit }: Wanted) => {
    const { table, where } = indexOf(siteId);
    const beyond = after
      ? sql`and (received, response_id) ${further} (${after.received}, ${after.id})`
      : sql``;
    return sql`select * from (
      select response_id, received ${pageId} from ${sql.table(table)}
      where ${where} ${inPeriod(choice)} ${beyond}
      order by ${sorted} limit ${limit}) as of_site`;
  };

  return {
    fitted: new Set(['from', 'before', ...(by ? [by] : [])]),
    async next(wanted) {
      const parts = sql.join(
        choice.siteIds.map((siteId) => partOf(siteId, wanted)),
        sql` union all `,
      );
      const { rows } = await sql<Candidate>`
        select response_id as id, received ${asksPage ? sql`, page_id as "pageId"` : sql``}
        from (${parts}) as parts
        order by ${sorted} limit ${wanted.limit}`.execute(queries);
      return rows;
    },
  };
}

const inPeriod = ({ from, before }: CommentChoice) => sql`
  ${from ? sql`and received >= ${from.getTime()}` : sql``}
  ${before ? sql`and received < ${before.getTime()}` : sql``}`;

/** How many comments an index has, up to `most`. */
export async function countCandidates(
  { queries }: Connection,
  choice: CommentChoice,
  indexOf: (siteId: number) => TimedIndex,
  most: number,
): Promise<number> {
  let count = 0;
  for (const siteId of choice.siteIds) {
    const { table, where } = indexOf(siteId);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (
        select 1 from ${sql.table(table)} where ${where} ${inPeriod(choice)} limit ${most - count}
      ) as first_ones`.execute(queries);
    count += rows[0]?.count ?? 0;
    if (count >= most) return most;
  }
  return count;
}
