import { sql } from 'kysely';
import type { CommentChoice, CommentOrder } from '../../comment-search.ts';
import type { SearchQuery } from '../../comment-search/search-query.ts';
import type { Connection } from '../../connection.ts';
import { findInPostgres } from '../../postgres/find-words.ts';
import { findInSqlite } from '../../sqlite/find-words.ts';
import type { Candidates } from './candidates.ts';

/** What an engine is asked: numbers of comments that have words, in their order. */
export interface AskedWords {
  siteIds: number[];
  words: SearchQuery;
  /** 0 for whole words as written, 1 for those that are similar but not in 0. */
  tier: 0 | 1;
  order: CommentOrder;
  /** Only numbers greater than this one. */
  above: number;
  /** Only numbers smaller than this one. */
  below: number;
  limit: number;
}

/** Comments that have words, in the order of the numbers of their answers. */
export function wordCandidates(
  connection: Connection,
  choice: CommentChoice,
  words: SearchQuery,
  order: CommentOrder,
): Candidates {
  const find = connection.engine === 'sqlite' ? findInSqlite : findInPostgres;
  let bounds: Promise<{ above: number; below: number }> | undefined;

  return {
    fitted: new Set(['words']),
    async next({ tier, after, limit }) {
      bounds ??= readBounds(connection, choice);
      const { above, below } = await bounds;
      const ids = await find(connection.queries, {
        ...{ siteIds: choice.siteIds, words, tier, order, limit },
        above: order === 'oldest' ? Math.max(above, after?.id ?? above) : above,
        below: order === 'newest' ? Math.min(below, after?.id ?? below) : below,
      });
      return ids.map((id) => ({ id, received: 0 }));
    },
  };
}

/** No number is greater: those of the databases are far smaller. */
const greatest = Number.MAX_SAFE_INTEGER;

/**
 * How long after its answer a comment may come, and more: amendment windows end in a week. A
 * comment has the number of its answer, so that numbers tell the time that well.
 */
const latestComment = 8 * 24 * 60 * 60 * 1000;

const lookedAfter = 50;

/** Clocks are put right, and those of several instances differ: numbers tell no time so near. */
const clockFault = 60 * 60 * 1000;

/** Between which numbers all comments of a period are. */
async function readBounds(
  { queries }: Connection,
  { siteIds, from, before }: CommentChoice,
): Promise<{ above: number; below: number }> {
  const above: number[] = [];
  const below: number[] = [];
  for (const siteId of siteIds) {
    if (from) {
      const { rows } = await sql<{ id: number }>`
        select response_id as id from comment
        where site_id = ${siteId} and received < ${from.getTime() - latestComment}
        order by received desc limit 1`.execute(queries);
      above.push(...rows.map(({ id }) => id));
    }
    if (before) {
      const after = before.getTime() + clockFault;
      // The first answers after the period, by those of their comments that came at once.
      const { rows } = await sql<{ id: number }>`
        select response.id from (
          select response_id from comment
          where site_id = ${siteId} and received >= ${after}
          order by received limit ${lookedAfter}
        ) as after_period
        join response on response.site_id = ${siteId} and response.id = after_period.response_id
        where response.received >= ${after}`.execute(queries);
      below.push(...rows.map(({ id }) => id));
    }
  }
  return { above: Math.max(0, ...above), below: Math.min(greatest, ...below) };
}
