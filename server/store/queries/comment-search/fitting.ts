import { sql, type RawBuilder } from 'kysely';
import type { CommentChoice, CommentCursor } from '../../comment-search.ts';
import { matchesSearch } from '../../comment-search/search-query.ts';
import type { Connection } from '../../connection.ts';
import type { Candidate } from './candidates.ts';

/**
 * Makes a function that keeps the candidates that fit, in their order.
 * @param haveWords whether all candidates have the words that are looked for
 */
export function createFitting(
  { queries }: Connection,
  choice: CommentChoice,
  haveWords: boolean,
): (candidates: Candidate[], tier: CommentCursor['tier']) => Promise<Candidate[]> {
  const { words } = choice;
  const readsText = words !== undefined && !haveWords;
  const conditions = conditionsOf(choice);
  const joins = joinsOf(choice);

  return async (candidates, tier) => {
    if (candidates.length === 0 || (conditions.length === 0 && !readsText)) return candidates;
    const ids = sql.join(candidates.map(({ id }) => sql.lit(id)));
    const { rows } = await sql<{ id: number; text: string }>`
      select comment.response_id as id, ${readsText ? sql`comment.text` : sql`''`} as text
      from comment ${sql.join(joins, sql` `)}
      where ${sql.join([sql`comment.response_id in (${ids})`, ...conditions], sql` and `)}`.execute(
      queries,
    );
    const fitting = rows.filter(({ text }) => {
      if (!readsText) return true;
      const asWritten = matchesSearch(text, words, true);
      return tier === 0 ? asWritten : !asWritten && matchesSearch(text, words, false);
    });
    const fits = new Set(fitting.map(({ id }) => id));
    return candidates.filter(({ id }) => fits.has(id));
  };
}

/** Only what is asked about is joined: some thousand comments are looked at. */
function joinsOf(choice: CommentChoice): RawBuilder<unknown>[] {
  const { sections, language, answer, leftOut, status, assigneeId } = choice;
  const joins: RawBuilder<unknown>[] = [];
  if (answer !== undefined || leftOut !== undefined) {
    joins.push(sql`join response
      on response.site_id = comment.site_id and response.id = comment.response_id`);
  }
  if (sections || language !== undefined) {
    joins.push(sql`join page on page.site_id = comment.site_id and page.id = comment.page_id`);
  }
  if (status !== undefined || assigneeId !== undefined) {
    joins.push(sql`left join comment_work on comment_work.site_id = comment.site_id
      and comment_work.response_id = comment.response_id`);
  }
  return joins;
}

function conditionsOf(choice: CommentChoice): RawBuilder<unknown>[] {
  const { pageId, sections, language, answer, from, before } = choice;
  const { tagId, status, assigneeId, leftOut } = choice;
  const conditions: RawBuilder<unknown>[] = [];
  if (pageId !== undefined) conditions.push(sql`comment.page_id = ${pageId}`);
  if (sections) conditions.push(isBelow(sections));
  if (language !== undefined) conditions.push(isInLanguage(language));
  if (answer !== undefined) conditions.push(sql`response.answer = ${answer}`);
  if (from) conditions.push(sql`comment.received >= ${from.getTime()}`);
  if (before) conditions.push(sql`comment.received < ${before.getTime()}`);
  if (tagId !== undefined) {
    conditions.push(sql`exists (select 1 from comment_tag
      where comment_tag.site_id = comment.site_id and comment_tag.tag_id = ${tagId}
        and comment_tag.received = comment.received
        and comment_tag.response_id = comment.response_id)`);
  }
  if (status !== undefined) conditions.push(sql`coalesce(comment_work.status, 'new') = ${status}`);
  if (assigneeId === null) conditions.push(sql`comment_work.assignee_id is null`);
  else if (assigneeId !== undefined) {
    conditions.push(sql`comment_work.assignee_id = ${assigneeId}`);
  }
  if (leftOut !== undefined) conditions.push(sql`response.left_out = ${Number(leftOut)}`);
  return conditions;
}

/** `sv` is also what is told as `sv-SE`. */
const isInLanguage = (language: string) => sql`
  (lower(page.language) = ${language}
    or substr(lower(page.language), 1, ${sql.lit(language.length + 1)}) = ${`${language}-`})`;

/** Compared as text: a pattern would read % and _ in an address as something else. */
const isBelow = (sections: string[]) =>
  sql`(${sql.join(
    sections.map(
      (section) => sql`page.address = ${section}
        or substr(page.address, 1, ${sql.lit(section.length + 1)}) in (${`${section}/`}, ${`${section}?`})`,
    ),
    sql` or `,
  )})`;
