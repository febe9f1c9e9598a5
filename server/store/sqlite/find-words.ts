import { sql, type Kysely } from 'kysely';
import type { SearchQuery } from '../comment-search/search-query.ts';
import type { AskedWords } from '../queries/comment-search/word-candidates.ts';
import { siteWord } from '../search-words.ts';
import type { Tables } from '../tables.ts';
import { readWordsThatBegin } from './words-that-begin.ts';

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
  const match = tier === 0 ? asWritten(words) : await onlySimilar(queries, words);
  if (match === null) return [];
  const { rows } = await sql<{ id: number }>`
    select rowid as id from comment_words
    where comment_words match ${`({site} : (${sites})) AND (${match})`}
      and rowid > ${above} and rowid < ${below}
    order by rowid ${sql.raw(order === 'newest' ? 'desc' : 'asc')} limit ${limit}`.execute(queries);
  return rows.map(({ id }) => id);
}

/** Words in a row as a string of the index's own language: there are only letters in it. */
const quoted = (words: string[]): string => `"${words.join(' ')}"`;

const asWritten = ({ terms }: SearchQuery): string =>
  terms.map(({ exact }) => `{exact} : ${quoted(exact)}`).join(' AND ');

/**
 * Similar words, but not where all of them are as written.
 * @returns null when no word of the index will do for one of the terms: no comment has all
 */
async function onlySimilar(queries: Kysely<Tables>, words: SearchQuery): Promise<string | null> {
  const { terms, isBeginning } = words;
  const all: string[] = [];
  let isWritten = true;
  for (const [number, { exact, folded }] of terms.entries()) {
    const before = folded.slice(0, -1);
    const last = folded.at(-1) ?? '';
    const isBegun = isBeginning && number === terms.length - 1;
    const lasts = isBegun ? await readBeginnings(queries, last) : [last];
    if (lasts?.length === 0) return null;
    // A word that is not among those of its beginning is nowhere as written.
    if (lasts && exact.at(-1) === last && !lasts.includes(last)) isWritten = false;
    const choices = lasts
      ? lasts.map((word) => quoted([...before, word])).join(' OR ')
      : `${quoted(folded)} *`;
    all.push(`({exact folded} : (${choices}))`);
  }
  const similar = all.join(' AND ');
  return isWritten ? `(${similar}) NOT (${asWritten(words)})` : similar;
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
  const isIndexed = [...beginning].length <= longestIndexed;
  return isIndexed ? null : readWordsThatBegin(queries, beginning, mostBeginnings);
}
