import { sql, type Kysely } from 'kysely';
import type { SearchQuery } from '../comment-search/search-query.ts';
import type { AskedWords } from '../queries/comment-search/word-candidates.ts';
import { siteWord } from '../search-words.ts';
import type { Tables } from '../tables.ts';

/** So many words that begin alike are looked for one by one. */
const mostBeginnings = 100;

/** Beginnings of two or three letters stand in the index themselves (`prefix = '2 3'`). */
const longestIndexed = 3;

/** The numbers of comments that have words, from the index of words. */
export async function findInSqlite(
  queries: Kysely<Tables>,
  { siteIds, words, tier, order, above, below, limit }: AskedWords,
): Promise<number[]> {
  const sites = siteIds.map((siteId) => quoted([siteWord(siteId)])).join(' OR ');
  const asWritten = words.terms.map(({ exact }) => `{exact} : ${quoted(exact)}`).join(' AND ');
  const match =
    tier === 0 ? asWritten : `(${await similarWords(queries, words)}) NOT (${asWritten})`;
  const { rows } = await sql<{ id: number }>`
    select rowid as id from comment_words
    where comment_words match ${`({site} : (${sites})) AND (${match})`}
      and rowid > ${above} and rowid < ${below}
    order by rowid ${sql.raw(order === 'newest' ? 'desc' : 'asc')} limit ${limit}`.execute(queries);
  return rows.map(({ id }) => id);
}

/** Words in a row as a string of the index's own language: there are only letters in it. */
const quoted = (words: string[]): string => `"${words.join(' ')}"`;

async function similarWords(
  queries: Kysely<Tables>,
  { terms, isBeginning }: SearchQuery,
): Promise<string> {
  const all: string[] = [];
  for (const [number, { folded }] of terms.entries()) {
    const before = folded.slice(0, -1);
    const last = folded.at(-1) ?? '';
    const isBegun = isBeginning && number === terms.length - 1;
    const lasts = isBegun ? await readBeginnings(queries, last) : [last];
    const choices = lasts
      ? lasts.map((word) => quoted([...before, word])).join(' OR ')
      : `${quoted(folded)} *`;
    all.push(`({exact folded} : (${choices}))`);
  }
  return all.join(' AND ');
}

/**
 * The words of the index that begin alike. The index itself would collect all comments of
 * all of them before it told the first one.
 * @returns null when the index has the beginning, or when they are too many: most are then rare
 */
async function readBeginnings(
  queries: Kysely<Tables>,
  beginning: string,
): Promise<string[] | null> {
  if ([...beginning].length <= longestIndexed) return null;
  const words: string[] = [beginning];
  let least = beginning;
  for (;;) {
    const { rows } = await sql<{ term: string }>`
      select term from comment_words_terms where term >= ${least} limit 1`.execute(queries);
    const term = rows[0]?.term;
    if (term === undefined || !term.startsWith(beginning)) return words;
    if (term !== beginning) words.push(term);
    if (words.length > mostBeginnings) return null;
    // The least text that comes after the word: to ask for what is greater than the word would
    // go through each of its places.
    least = `${term}\u0001`;
  }
}
