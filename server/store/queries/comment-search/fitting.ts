import { sql, type RawBuilder } from 'kysely';
import type { CommentChoice, CommentCursor } from '../../comment-search.ts';
import { matchesSearch } from '../../comment-search/search-query.ts';
import type { Connection } from '../../connection.ts';
import { ofSites } from '../of-sites.ts';
import { isOneOf } from '../one-of.ts';
import type { Candidate } from './candidates.ts';
import { createEditFitting, type Placed } from './edit-fitting.ts';
import { createPageFitting, pageConditions } from './page-fitting.ts';

/** What must hold of a comment's rows, and in which tables it is looked up. */
interface Condition {
  table: 'comment' | 'response' | 'comment_work' | 'page';
  holds: RawBuilder<unknown>;
}

/**
 * Makes a function that keeps the candidates that fit, in their order.
 * @param fitted what of the choice all candidates fit already
 */
export function createFitting(
  connection: Connection,
  choice: CommentChoice,
  fitted: ReadonlySet<keyof CommentChoice>,
): (candidates: Candidate[], tier: CommentCursor['tier']) => Promise<Candidate[]> {
  const { queries, engine } = connection;
  const { siteIds } = choice;
  const left = Object.fromEntries(
    Object.entries(choice).filter(([name]) => !fitted.has(name as keyof CommentChoice)),
  ) as Partial<CommentChoice>;
  const { words, sinceEdit } = left;
  const fitsPage = createPageFitting(connection, choice);
  const fitsEdit = sinceEdit && createEditFitting(connection, siteIds, sinceEdit);
  const others = conditionsOf(left);
  const ofPages = pageConditions(left).map((holds): Condition => ({ table: 'page', holds }));

  /** Only what is asked about is joined: some thousand comments are looked at. */
  async function lookUp(candidates: Candidate[], conditions: Condition[], wantsPlace: boolean) {
    const tables = new Set(conditions.map(({ table }) => table));
    const needsComment =
      wantsPlace || words !== undefined || tables.has('comment') || tables.has('page');
    const isResponse = !needsComment && tables.has('response');
    const joins = [
      ...(!isResponse && tables.has('response')
        ? [
            sql`join response on response.site_id = comment.site_id
            and response.id = comment.response_id`,
          ]
        : []),
      ...(tables.has('page')
        ? [sql`join page on page.site_id = comment.site_id and page.id = comment.page_id`]
        : []),
      ...(tables.has('comment_work')
        ? [
            isResponse
              ? sql`left join comment_work on comment_work.site_id = response.site_id
                  and comment_work.response_id = response.id`
              : sql`left join comment_work on comment_work.site_id = comment.site_id
                  and comment_work.response_id = comment.response_id`,
          ]
        : []),
    ];
    const table = isResponse ? 'response' : 'comment';
    const number = isResponse ? 'response.id' : 'comment.response_id';
    const isCandidate = [
      isOneOf(
        connection,
        number,
        candidates.map(({ id }) => id),
      ),
      // PostgreSQL finds them by their sites.
      ...(engine === 'postgres' ? [ofSites(connection, `${table}.site_id`, siteIds)] : []),
    ];
    const place = wantsPlace ? sql`comment.page_id` : sql`0`;
    const received = wantsPlace ? sql`comment.received` : sql`0`;
    const { rows } = await sql<Placed & { id: number; text: string }>`
      select ${sql.ref(number)} as id, ${words ? sql`comment.text` : sql`''`} as text,
        ${place} as "pageId", ${received} as received
      from ${sql.table(table)} ${sql.join(joins, sql` `)}
      where ${sql.join([...isCandidate, ...conditions.map(({ holds }) => holds)], sql` and `)}`.execute(
      queries,
    );
    return rows;
  }

  return async (candidates, tier) => {
    const knowPages = candidates.every(isPlaced);
    const ofPage = knowPages && ofPages.length > 0 ? await fitsPage(candidates) : candidates;
    const chosen = knowPages && fitsEdit ? await fitsEdit(ofPage.filter(isPlaced)) : ofPage;
    const conditions = knowPages ? others : [...others, ...ofPages];
    const fitsLater = knowPages ? undefined : fitsEdit;
    if (chosen.length === 0 || (conditions.length === 0 && !words && !fitsLater)) return chosen;
    const read = await lookUp(chosen, conditions, fitsLater !== undefined);
    const fitting = (fitsLater ? await fitsLater(read) : read).filter(({ text }) => {
      if (!words) return true;
      const asWritten = matchesSearch(text, words, true);
      return tier === 0 ? asWritten : !asWritten && matchesSearch(text, words, false);
    });
    const fits = new Set(fitting.map(({ id }) => id));
    return chosen.filter(({ id }) => fits.has(id));
  };
}

/** Whether its page was told with it, and so the time at which it came. */
const isPlaced = (candidate: Candidate): candidate is Candidate & Placed =>
  candidate.pageId !== undefined;

function conditionsOf(choice: Partial<CommentChoice>): Condition[] {
  const { pageId, answer, from, before, tagId, status, assigneeId, leftOut } = choice;
  const conditions: Condition[] = [];
  const add = (table: Condition['table'], holds: RawBuilder<unknown>) =>
    conditions.push({ table, holds });
  if (pageId !== undefined) add('comment', sql`comment.page_id = ${pageId}`);
  if (from) add('comment', sql`comment.received >= ${from.getTime()}`);
  if (before) add('comment', sql`comment.received < ${before.getTime()}`);
  if (tagId !== undefined) {
    add(
      'comment',
      sql`exists (select 1 from comment_tag
        where comment_tag.site_id = comment.site_id and comment_tag.tag_id = ${tagId}
          and comment_tag.received = comment.received
          and comment_tag.response_id = comment.response_id)`,
    );
  }
  if (answer !== undefined) add('response', sql`response.answer = ${answer}`);
  if (leftOut !== undefined) add('response', sql`response.left_out = ${Number(leftOut)}`);
  if (status !== undefined) {
    add('comment_work', sql`coalesce(comment_work.status, 'new') = ${status}`);
  }
  if (assigneeId === null) add('comment_work', sql`comment_work.assignee_id is null`);
  else if (assigneeId !== undefined) {
    add('comment_work', sql`comment_work.assignee_id = ${assigneeId}`);
  }
  return conditions;
}
