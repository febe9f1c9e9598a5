import { sql, type Kysely } from 'kysely';
import type { Connection } from '../connection.ts';
import { searchWords } from '../search-words.ts';
import type { Tables } from '../tables.ts';

/**
 * The words of a comment as SQL: those as written have weight A, those without accents D,
 * and the site is one that no visitor can write.
 * @param exact the expression for the words as written; they may not be null
 * @param folded the expression for the words without accents
 * @param site the expression for the number of the site
 */
export const wordsOf = (exact: string, folded: string, site: string): string =>
  `setweight(to_tsvector('simple', ${exact}), 'A') ||
   setweight(to_tsvector('simple', ${folded}), 'D') || array_to_tsvector(array['site:' || ${site}])`;

/** Makes a comment's words findable, in place of what they were. */
export const createIndexComment =
  (queries: Kysely<Tables>): Connection['indexComment'] =>
  ({ responseId, siteId, text }) => {
    const { exact, folded } = separateWords(text);
    return sql`
      insert into comment_words (response_id, site_id, words)
      select id, site, ${sql.raw(wordsOf('exact', 'folded', 'site'))}
      from (values (${responseId}::bigint, ${siteId}::bigint, ${exact}::text, ${folded}::text))
        as input (id, site, exact, folded)
      on conflict (site_id, response_id) do update set words = excluded.words`.compile(queries);
  };

/** What stands between words: PostgreSQL would read addresses, numbers and the like in it. */
const betweenWords = /[^\p{L}\p{N}\p{M}]+/gu;

/** A comment's words, each apart, as the embedded database separates them. */
export function separateWords(text: string): { exact: string; folded: string } {
  const { exact, folded } = searchWords(text);
  return { exact: exact.replace(betweenWords, ' '), folded: folded.replace(betweenWords, ' ') };
}
