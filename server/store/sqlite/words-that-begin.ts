import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** The first byte of a word in the index; beginnings of two and three letters have others. */
const ofWords = '0';

/** The number of a page is its segment's, so many bits higher, and its place in the segment. */
const placeBits = 37;

/** On more pages than these there are too many words, or too common ones. */
const mostPages = 500;

/**
 * The pages with the words that come before one, from another on. The index has several segments,
 * each with all words in their order. `comment_words_idx` tells with what its pages begin: the
 * words are on those, or on the page before. What is being put into another segment has lost
 * its pages, but not yet what tells of them.
 */
const pagesBetween = `
  with recursive segment (id) as (
    select min(segid) from comment_words_idx
    union all
    select (select min(segid) from comment_words_idx where segid > segment.id)
    from segment where segment.id is not null
  )
  select data.block from segment
    cross join comment_words_idx as page on page.segid = segment.id and page.term < ?
      and page.term >= coalesce(
        (select max(term) from comment_words_idx where segid = segment.id and term <= ?), x'')
    cross join comment_words_data as data
      on data.id = (page.segid << ${placeBits}) + (page.pgno >> 1)
  limit ${mostPages}`;

/**
 * The words of the index that begin alike, in no order. Some may be of deleted comments only.
 *
 * The index's own list of words (`fts5vocab`) would tell them one by one. But where the word
 * before the one that is looked for is common, it goes through all places of that: 4 ms with ten
 * million responses, where this takes a quarter of one for all words. So the pages on which they
 * can be are read as SQLite keeps them: fts5_index.c tells how, and files of all versions are
 * alike. One statement reads all pages, so that they are of one state of the index.
 *
 * @param most so many words are enough
 * @returns null when they are more
 */
export async function readWordsThatBegin(
  queries: Kysely<Tables>,
  beginning: string,
  most: number,
): Promise<string[] | null> {
  const first = Buffer.from(ofWords + beginning);
  // No letter has this byte.
  const end = Buffer.concat([first, Buffer.of(0xff)]);
  const { rows } = await queries.executeQuery<{ block: Buffer }>(
    CompiledQuery.raw(pagesBetween, [end, first]),
  );
  if (rows.length === mostPages) return null;
  const words = new Set<string>();
  for (const { block } of rows) addWords(block, first, words);
  return words.size > most ? null : [...words];
}

/**
 * Adds those words of a page that begin so. At the page's end stands where its words are, each
 * counted from the one before. A word is how many bytes it shares with the one before (not so
 * the first), how many more it has, and these. Numbers have seven bits in a byte.
 */
function addWords(block: Buffer, first: Buffer, words: Set<string>): void {
  let place = 0;
  const readNumber = () => {
    for (let value = 0; ;) {
      const byte = block[place] ?? 0;
      place += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let pointer = block.readUInt16BE(2);
  let start = 0;
  /** How many bytes the word has as the beginning has them. */
  let alike = 0;
  let word = first;
  while (pointer < block.length) {
    const isFirst = start === 0;
    place = pointer;
    start += readNumber();
    pointer = place;
    place = start;
    const shared = isFirst ? 0 : readNumber();
    const length = readNumber();
    // The words are in order: it comes after all that begin so.
    if (shared < alike) return;
    if (alike < first.length) {
      // It differs where the one before it does.
      if (shared > alike) continue;
      const more = Math.min(first.length, shared + length);
      while (alike < more && block[place + alike - shared] === first[alike]) alike += 1;
      if (alike < first.length) continue;
    }
    word = Buffer.concat([word.subarray(0, shared), block.subarray(place, place + length)]);
    words.add(word.toString('utf8', ofWords.length));
  }
}
