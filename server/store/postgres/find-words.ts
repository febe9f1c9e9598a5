import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { SearchQuery } from '../comment-search/search-query.ts';
import type { AskedWords } from '../queries/comment-search/word-candidates.ts';
import type { Tables } from '../tables.ts';

/** So many comments of a site are looked through one by one: at first, and of rarer words. */
const nearest = 2000;
const near = 24_000;

/** A word that fewer comments have is rare: the index gives all of them. */
const rare = 3000;

/**
 * The numbers of comments that have words. The index of words knows no order: of a common
 * word it would give millions, to be sorted for the first fifty. So those next in order are
 * looked through first, where a very common word is soon found often enough. What they have
 * tells whether looking further is worth while. Where it is not, the index is asked, but only
 * for some: a rare word has no more. Else it has to give all, which takes it long.
 */
export async function findInPostgres(
  queries: Kysely<Tables>,
  { siteIds, words, tier, order, above, below, limit }: AskedWords,
): Promise<number[]> {
  const asWritten = sql`to_tsquery('simple', ${queryOf(words, 0)})`;
  const similar = sql`to_tsquery('simple', ${queryOf(words, 1)})`;
  const fits =
    tier === 0
      ? sql`words @@ ${asWritten}`
      : sql`words @@ ${similar} and not words @@ ${asWritten}`;
  const sorted = sql`order by response_id ${sql.raw(order === 'newest' ? 'desc' : 'asc')}`;

  async function read(statement: RawBuilder<{ id: number }>): Promise<number[]> {
    return (await statement.execute(queries)).rows.map(({ id }) => id);
  }

  async function findOnSite(siteId: number): Promise<number[]> {
    const between = sql`site_id = ${siteId}
      and response_id > ${above} and response_id < ${below}`;
    const lookThrough = (next: number) =>
      read(sql`
        select response_id as id from (
          select response_id, words from comment_words where ${between} ${sorted} limit ${next}
        ) as near where ${fits} limit ${limit}`);
    const foundAt = sql`
      found as materialized (select response_id from comment_words where ${between} and ${fits}`;

    const soon = await lookThrough(nearest);
    if (soon.length === limit) return soon;
    if (soon.length * (near / nearest) >= limit) {
      const later = await lookThrough(near);
      if (later.length === limit) return later;
    }
    const most = rare + limit;
    const some = await read(sql`
      with ${foundAt} limit ${most}) select response_id as id from found ${sorted}`);
    if (some.length < most) return some.slice(0, limit);
    return read(sql`with ${foundAt}) select response_id as id from found ${sorted} limit ${limit}`);
  }

  const ids: number[] = [];
  for (const siteId of siteIds) ids.push(...(await findOnSite(siteId)));
  const direction = order === 'newest' ? -1 : 1;
  return ids.sort((one, other) => direction * (one - other)).slice(0, limit);
}

/**
 * A search in the database's own language: words have only letters and digits in them. The
 * words as written have the weight A, and those without accents D: a phrase is in either,
 * as the end of the one stands before the beginning of the other.
 */
function queryOf({ terms, isBeginning }: SearchQuery, tier: 0 | 1): string {
  const phrase = (words: string[], weight: string, isLast: boolean) =>
    words
      .map((word, place) => {
        const isBegun = isLast && isBeginning && tier === 1 && place === words.length - 1;
        return `'${word}':${isBegun ? '*' : ''}${weight}`;
      })
      .join(' <-> ');
  return terms
    .map(({ exact, folded }, number) => {
      const isLast = number === terms.length - 1;
      if (tier === 0) return `(${phrase(exact, 'A', isLast)})`;
      return `(${phrase(folded, 'A', isLast)} | ${phrase(folded, 'D', isLast)})`;
    })
    .join(' & ');
}
