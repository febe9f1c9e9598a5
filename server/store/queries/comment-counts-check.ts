import { sql, type RawBuilder } from 'kysely';
import { dayLength, spanLength } from '../comment-changes.ts';
import type { Connection } from '../connection.ts';
import type { CommentCounts, CountDifference, SiteDay } from '../counts-check.ts';
import { differingKeys } from './count-differences.ts';
import { isWaiting } from './comments-moved.ts';

/** What the comments themselves come to, by page. */
const commentsOfPages = (where = sql``) => sql`
  select comment.site_id, comment.page_id, count(*) as stored,
         sum(case when ${isWaiting} then 1 else 0 end) as waiting
  from comment
  join response on response.site_id = comment.site_id and response.id = comment.response_id
  left join comment_work on comment_work.site_id = comment.site_id
    and comment_work.response_id = comment.response_id
  ${where} group by comment.site_id, comment.page_id`;

const commentsOfSpans = (where = sql``) => sql`
  select site_id, page_id, received / ${sql.lit(spanLength)} as span, count(*) as stored
  from comment ${where} group by 1, 2, 3`;

const commentsOfDays = (where = sql``) => sql`
  select site_id, received / ${sql.lit(dayLength)} as utc_day, count(*) as stored
  from comment ${where} group by 1, 2`;

/** Compares each table that counts comments with the comments, in one statement per table. */
export async function commentDifferences(
  { queries }: Connection,
  most: number,
): Promise<CountDifference[]> {
  async function differing(
    table: CommentCounts,
    counted: RawBuilder<unknown>,
    key: string[],
    counts: string[],
  ) {
    const [page, stretch] = [key.includes('page_id'), key.find((name) => name in lengths)];
    const told = sql`site_id as "siteId", ${page ? sql`page_id` : sql`null`} as "pageId",
      ${stretch === undefined ? sql`null` : sql.ref(stretch)} as stretch`;
    const { rows } = await sql<{ siteId: number; pageId: number | null; stretch: number | null }>`
      ${differingKeys({ table, key, counts, counted }, told)} limit ${most}`.execute(queries);
    return rows.map(({ stretch: number, ...row }) => {
      const day = number === null ? null : dayOf(number * (lengths[stretch ?? ''] ?? 0));
      return { table, ...row, day };
    });
  }
  return [
    ...(await differing(
      'page_comments',
      commentsOfPages(),
      ['site_id', 'page_id'],
      ['stored', 'waiting'],
    )),
    ...(await differing(
      'page_span_comments',
      commentsOfSpans(),
      ['site_id', 'page_id', 'span'],
      ['stored'],
    )),
    ...(await differing('site_day_comments', commentsOfDays(), ['site_id', 'utc_day'], ['stored'])),
  ];
}

const lengths: Record<string, number> = { span: spanLength, utc_day: dayLength };

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The UTC days on which comments were received that are stored, or are counted. */
export async function daysWithComments({ queries }: Connection): Promise<SiteDay[]> {
  const { rows } = await sql<{ siteId: number; utcDay: number }>`
    select site_id as "siteId", received / ${sql.lit(dayLength)} as "utcDay" from comment
    union select site_id, utc_day from site_day_comments
    order by 1, 2`.execute(queries);
  return rows.map(({ siteId, utcDay }) => ({ siteId, day: dayOf(utcDay * dayLength) }));
}

/** Statements that count the comments of a page anew. */
export function recountPageComments(pageId: number, siteId: number): RawBuilder<unknown>[] {
  const ofPage = sql`where comment.site_id = ${siteId} and comment.page_id = ${pageId}`;
  return [
    sql`delete from page_comments where site_id = ${siteId} and page_id = ${pageId}`,
    sql`insert into page_comments (site_id, page_id, writer, stored, waiting)
        select site_id, page_id, 0, stored, waiting from (${commentsOfPages(ofPage)}) as counted`,
    sql`delete from page_span_comments where site_id = ${siteId} and page_id = ${pageId}`,
    sql`insert into page_span_comments (site_id, page_id, span, writer, stored)
        select site_id, page_id, span, 0, stored from (${commentsOfSpans(ofPage)}) as counted`,
  ];
}

/** Statements that count the comments of a site on one UTC day anew. */
export function recountSiteDay(siteId: number, day: string): RawBuilder<unknown>[] {
  const start = Date.parse(day);
  const ofDay = sql`where site_id = ${siteId} and received >= ${start}
    and received < ${start + dayLength}`;
  return [
    sql`delete from site_day_comments
        where site_id = ${siteId} and utc_day = ${start / dayLength}`,
    sql`insert into site_day_comments (site_id, utc_day, writer, stored)
        select site_id, utc_day, 0, stored from (${commentsOfDays(ofDay)}) as counted`,
  ];
}
