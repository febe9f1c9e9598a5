import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';

/** How many pages of the index one step rewrites: answers coming in wait that long. */
const pagesPerStep = 50;

/** A step that changed fewer rows than this did nothing. */
const fewestChanges = 2;

/**
 * The index of words only notes that a comment is gone; its words stay in the file until
 * the index is rewritten. This rewrites it, step by step.
 */
export async function forgetDeletedWords(database: Database.Database): Promise<void> {
  const merge = database.prepare<[number]>(
    `insert into comment_words (comment_words, rank) values ('merge', ?)`,
  );
  const changes = database.prepare<[], number>('select total_changes()').pluck();
  // A negative number begins to merge all of the index; positive ones go on with it.
  let pages = -pagesPerStep;
  for (;;) {
    const before = changes.get() ?? 0;
    merge.run(pages);
    if ((changes.get() ?? 0) - before < fewestChanges) return;
    pages = pagesPerStep;
    await setImmediate();
  }
}
