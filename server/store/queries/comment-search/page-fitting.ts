import { sql, type RawBuilder } from 'kysely';
import type { CommentChoice } from '../../comment-search.ts';
import type { Connection } from '../../connection.ts';
import { isOneOf } from '../one-of.ts';
import type { Candidate } from './candidates.ts';

/**
 * Makes a function that keeps the candidates whose pages fit. Each page is looked up once:
 * most comments are on few pages.
 */
export function createPageFitting(
  connection: Connection,
  choice: CommentChoice,
): (candidates: Candidate[]) => Promise<Candidate[]> {
  const known = new Map<number, boolean>();
  const conditions = pageConditions(choice);

  async function lookUp(pageIds: number[]): Promise<void> {
    const isAsked = isOneOf(connection, 'page.id', pageIds);
    const { rows } = await sql<{ id: number }>`
      select page.id from page where ${sql.join([isAsked, ...conditions], sql` and `)}`.execute(
      connection.queries,
    );
    for (const id of pageIds) known.set(id, false);
    for (const { id } of rows) known.set(id, true);
  }

  return async (candidates) => {
    const pageIds = new Set(candidates.flatMap(({ pageId }) => pageId ?? []));
    const unknown = [...pageIds].filter((id) => !known.has(id));
    if (unknown.length > 0) await lookUp(unknown);
    return candidates.filter(({ pageId }) => pageId !== undefined && known.get(pageId) === true);
  };
}

/** What a choice asks about the pages of comments. */
export function pageConditions({
  sections,
  language,
}: Partial<CommentChoice>): RawBuilder<unknown>[] {
  return [
    ...(sections ? [isBelow(sections)] : []),
    ...(language === undefined ? [] : [isInLanguage(language)]),
  ];
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
