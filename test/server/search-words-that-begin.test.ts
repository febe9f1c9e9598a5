import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { openStore } from '../../server/store/open-store.ts';
import { searchWords, siteWord } from '../../server/store/search-words.ts';
import { readWordsThatBegin } from '../../server/store/sqlite/words-that-begin.ts';
import type { Tables } from '../../server/store/tables.ts';
import { createSeededRandom, type SeededRandom } from '../support/seeded-random.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/** More than any test has: all that begin so are told. */
const all = 100_000;

/** Some are nearly alike, some follow each other, and some have letters of several bytes. */
const stems = [
  'blankett',
  'blanketten',
  'blå',
  'inte',
  'intern',
  'häls',
  'å',
  'ö',
  'dnr',
  '𝔸b',
  '2',
];
const letters = ['a', 'e', 't', 'å', 'ö', 'é', '漢', '𝔸', '9'];

let folder: TemporaryFolder;
let file: Database.Database;
let queries: Kysely<Tables>;

before(async () => {
  folder = await createTemporaryFolder();
  const database = join(folder.path, 'gensvar.db');
  await (await openStore({ database, amendmentHours: 24 })).close();
  file = new Database(database);
  queries = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: file }),
  });
  file.exec('create virtual table temp.all_words using fts5vocab (main, comment_words, row)');
});
after(async () => {
  await queries.destroy();
  await folder.remove();
});

/** A comment in which common words are often, so that their places take several pages. */
function write({ pick, chance, below }: SeededRandom): string {
  const rare = () => pick(stems) + Array.from({ length: below(4) }, () => pick(letters)).join('');
  return Array.from({ length: 12 }, () => (chance(0.7) ? pick(stems) : rare())).join(' ');
}

const addWords = (id: number, text: string) => {
  const { exact, folded } = searchWords(text);
  file
    .prepare('insert into comment_words (rowid, site, exact, folded) values (?, ?, ?, ?)')
    .run(id, siteWord(1), exact, folded);
};

const wordsOf = (text: string) => Object.values(searchWords(text)).join(' ').split(' ');

/** What the index itself tells: no words that only deleted comments have had. */
const allWords = () => file.prepare<[], string>('select term from temp.all_words').pluck().all();

/** Beginnings of the words, and what comes before, between and after them. */
function beginningsOf(words: string[]): string[] {
  const begun = words.flatMap((word) =>
    Array.from(word, (_, length) =>
      Array.from(word)
        .slice(0, length + 1)
        .join(''),
    ),
  );
  return [...new Set(begun.flatMap((each) => [each, `${each}t`])), '0', 'zz', '\u{10fffd}'];
}

const find = async (beginning: string) =>
  (await readWordsThatBegin(queries, beginning, all))?.sort();

/** Compares what is told with the index's own list, and that with what comments have. */
async function compareAll(comments: Map<number, string>): Promise<number> {
  const words = allWords();
  const told = await find('');
  assert.ok(told);
  const deleted = [...told].filter((word) => !words.includes(word));
  for (const text of comments.values()) {
    for (const word of deleted) assert.ok(!wordsOf(text).includes(word), word);
  }
  for (const beginning of beginningsOf(words)) {
    const expected = [...words, ...deleted].filter((word) => word.startsWith(beginning)).sort();
    assert.deepEqual(await find(beginning), expected, beginning);
  }
  return words.length;
}

const segments = () =>
  file.prepare<[], number>('select count(distinct segid) from comment_words_idx').pluck().get() ??
  0;

/** Gives the index one of its own orders. */
const order = (name: 'pgsz' | 'merge', number: number) =>
  file.exec(`insert into comment_words (comment_words, rank) values ('${name}', ${number})`);

describe('the words of the index that begin alike', () => {
  it('are none while the index is empty', async () => {
    assert.deepEqual(await find('blan'), []);
  });

  it('are not taken for others where a word is longer than the letters have codes', async () => {
    // The length stands where a letter would: 98 is also a b.
    addWords(1000, `ca ca${'b'.repeat(98)}`);
    assert.deepEqual(await find('cb'), []);
    assert.deepEqual(await find('cab'), [`ca${'b'.repeat(98)}`]);
  });

  it('are all of them, in each state in which the index can be', async () => {
    const random = createSeededRandom(7);
    // Small pages: words are on many, and some fill several.
    order('pgsz', 64);
    const comments = new Map<number, string>();
    let mostSegments = 0;
    for (let batch = 0; batch < 15; batch += 1) {
      file.transaction(() => {
        for (let id = batch * 8 + 1; id <= batch * 8 + 8; id += 1) {
          const text = write(random);
          comments.set(id, text);
          addWords(id, text);
        }
      })();
      // Half merged: some words are in the one segment, some in the other.
      if (batch % 4 === 3) order('merge', 3);
      if (batch % 5 === 4) {
        file.prepare('delete from comment_words where rowid = ?').run(batch * 8);
        comments.delete(batch * 8);
      }
      mostSegments = Math.max(mostSegments, segments());
      if (batch % 4 === 3) await compareAll(comments);
    }
    assert.ok(mostSegments > 4, `${mostSegments} segments`);
    // All of them in one, step by step: then no word of deleted comments is left.
    order('merge', -20);
    await compareAll(comments);
    while (segments() > 1) order('merge', 50);
    const words = await compareAll(comments);
    assert.ok(words > 100, `${words} words`);
    assert.equal((await find(''))?.length, words);
  });

  it('are told to be too many', async () => {
    const number = (await find('blanketten'))?.length ?? 0;
    assert.ok(number > 5);
    assert.equal((await readWordsThatBegin(queries, 'blanketten', number))?.length, number);
    assert.equal(await readWordsThatBegin(queries, 'blanketten', number - 1), null);
  });
});
