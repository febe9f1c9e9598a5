import { sql } from 'kysely';
import { dayLength, spanLength } from '../comment-changes.ts';
import type { CommentChoice } from '../comment-search.ts';
import type { Connection } from '../connection.ts';

/** Comments of a site, or of one of its pages, in a period; open ends are absent. */
export interface StoredPeriod {
  siteId: number;
  pageId?: number | undefined;
  from?: Date | undefined;
  before?: Date | undefined;
}

/** A stretch of time with the number of comments received in it. */
interface Stretch {
  /** It ends before this moment, in milliseconds since 1970. */
  end: number;
  stored: number;
}

/**
 * The stretches of a period, newest first. Whole days of a site, and whole spans of a page,
 * are counted already; only what is left at the ends is counted in the index of comments.
 */
async function readStretches(
  { queries }: Connection,
  { siteId, pageId, from, before }: StoredPeriod,
): Promise<Stretch[]> {
  const ofPage = pageId === undefined ? sql`` : sql`and page_id = ${pageId}`;
  const count = async (start: number, end: number): Promise<Stretch[]> => {
    if (start >= end) return [];
    const { rows } = await sql<{ stored: number }>`
      select count(*) as stored from comment where site_id = ${siteId} ${ofPage}
        and received >= ${start} and received < ${end}`.execute(queries);
    return [{ end, stored: rows[0]?.stored ?? 0 }];
  };
  const length = pageId === undefined ? dayLength : spanLength;
  const [table, stretch] =
    pageId === undefined ? ['site_day_comments', 'utc_day'] : ['page_span_comments', 'span'];
  const first = from && Math.ceil(from.getTime() / length);
  const end = before && Math.floor(before.getTime() / length);
  if (from && before && (first ?? 0) >= (end ?? 0)) return count(from.getTime(), before.getTime());
  const { rows } = await sql<{ number: number; stored: number }>`
    select ${sql.ref(stretch)} as number, sum(stored) as stored from ${sql.table(table)}
    where site_id = ${siteId} ${ofPage}
      ${first === undefined ? sql`` : sql`and ${sql.ref(stretch)} >= ${first}`}
      ${end === undefined ? sql`` : sql`and ${sql.ref(stretch)} < ${end}`}
    group by 1 order by 1 desc`.execute(queries);
  return [
    ...(before && end !== undefined ? await count(end * length, before.getTime()) : []),
    ...rows.map(({ number, stored }) => ({ end: (number + 1) * length, stored })),
    ...(from && first !== undefined ? await count(from.getTime(), first * length) : []),
  ];
}

/** How many comments a period has, and from where on the part of a list after `offset` is read. */
export interface StoredPlace {
  total: number;
  /** Read those received before this moment; absent from the period's own end. */
  before: Date | undefined;
  /** So many of those are passed over. */
  offset: number;
}

/** Passes over whole stretches of time, so that a far part of a list costs what the first does. */
export async function findPlace(
  connection: Connection,
  period: StoredPeriod,
  offset: number,
): Promise<StoredPlace> {
  const stretches = await readStretches(connection, period);
  const total = stretches.reduce((sum, { stored }) => sum + stored, 0);
  let left = offset;
  for (const { end, stored } of stretches) {
    if (left < stored) {
      return { total, offset: left, before: new Date(end) };
    }
    left -= stored;
  }
  return { total, offset, before: period.before };
}

/** How many comments of a page are stored. */
export async function countOfPage({ queries }: Connection, pageId: number): Promise<number> {
  const { rows } = await sql<{ stored: number }>`
    select coalesce(sum(stored), 0) as stored from page_comments
    where page_id = ${pageId}
      and site_id = (select page.site_id from page where page.id = ${pageId})`.execute(queries);
  return rows[0]?.stored ?? 0;
}

/** How many comments fit, where that is counted already; null where it is not. */
export async function countStored(
  connection: Connection,
  choice: CommentChoice,
): Promise<number | null> {
  const { siteIds, pageId, from, before, ...others } = choice;
  if (Object.values(others).some((wanted) => wanted !== undefined)) return null;
  let count = 0;
  for (const siteId of siteIds) {
    count += (await findPlace(connection, { siteId, pageId, from, before }, 0)).total;
  }
  return count;
}
