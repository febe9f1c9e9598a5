import { sql } from 'kysely';
import type { SinceEdit } from '../../comment-search.ts';
import type { Connection } from '../../connection.ts';
import { ofSites } from '../of-sites.ts';
import { isOneOf } from '../one-of.ts';

/** Where and when a comment was written. */
export interface Placed {
  pageId: number;
  /** Milliseconds since 1970. */
  received: number;
}

const anHour = 60 * 60 * 1000;

/** The earliest and the latest at which any zone is past a day, told from its start in Greenwich. */
const earliestEnd = 10 * anHour;
const latestEnd = 36 * anHour;

/**
 * Makes a function that keeps the comments that came after the day of their pages' last edits.
 * Each page is looked up once: most comments are on few pages.
 */
export function createEditFitting(
  connection: Connection,
  siteIds: number[],
  { today, dayOf }: SinceEdit,
): <Comment extends Placed>(comments: Comment[]) => Promise<Comment[]> {
  const { queries } = connection;
  /** The days of the last edits; null for pages without any. */
  const known = new Map<number, string | null>();

  async function lookUp(pageIds: number[]): Promise<void> {
    const { rows } = await sql<{ pageId: number; day: string }>`
      select page_id as "pageId", max(day) as day from revision
      where ${isOneOf(connection, 'page_id', pageIds)} and ${ofSites(connection, 'site_id', siteIds)}
        and day <= ${today}
      group by page_id`.execute(queries);
    for (const id of pageIds) known.set(id, null);
    for (const { pageId, day } of rows) known.set(pageId, day);
  }

  function isAfter(received: number, day: string): boolean {
    const start = Date.parse(day);
    if (received < start + earliestEnd) return false;
    // To ask for the day of a moment takes far longer than to compare two numbers.
    return received >= start + latestEnd || dayOf(new Date(received)) > day;
  }

  return async (comments) => {
    const unknown = [...new Set(comments.map(({ pageId }) => pageId))].filter(
      (id) => !known.has(id),
    );
    if (unknown.length > 0) await lookUp(unknown);
    return comments.filter(({ pageId, received }) => {
      const day = known.get(pageId) ?? null;
      return day !== null && isAfter(received, day);
    });
  };
}
