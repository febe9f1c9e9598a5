import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { runGensvar } from '../support/gensvar-process.ts';
import { aDay } from '../support/moving-clock.ts';
import { openRush, received, rush, type Rush } from '../support/rush.ts';
import { changeRows, readRows, sqliteKeys } from '../support/stored-rows.ts';

let desk: Rush;
beforeEach(async () => {
  desk = await openRush();
});
afterEach(() => desk.close());

const untilOfKeys = `select max(amendable_until) as until from ${sqliteKeys}`;

const refused = () =>
  readRows<{ answer: string; fault: string }>(desk.file, 'select * from inbox_refused');

/** Another program that holds the database while something is done. */
async function whileLocked(done: () => unknown): Promise<void> {
  const other = new Database(desk.file);
  other.exec('begin immediate');
  try {
    await done();
  } finally {
    other.close();
  }
}

describe('another program', () => {
  it('that has opened the database finds what waits each time it asks', async () => {
    const other = await desk.open();
    for (const times of [1, 2]) {
      await desk.kinds(...desk.many(rush));
      assert.equal(await other.countPages([desk.siteId]), 1);
      assert.deepEqual(desk.counts(), [{ yes: times * rush, no: 0, comments: 0 }]);
    }
    await other.close();
  });

  it('with another time to amend in changes nothing of what visitors were told', async () => {
    const list = desk.many(rush);
    await desk.kinds(...list);
    const other = await desk.open(1);
    await other.close();
    const [kept] = readRows<{ until: number }>(desk.file, untilOfKeys);
    assert.equal(kept?.until, received.getTime() + aDay);
    assert.deepEqual(await desk.kinds(...list.map((one) => desk.withComment(one, 'Ord'))), [
      ...['amended', 'amended', 'amended'],
    ]);
  });

  it('that opens the database finds what waits, and nothing is counted twice', async () => {
    const list = desk.many(rush);
    await desk.kinds(...list);
    const other = await desk.open();
    assert.equal(await other.countPages([desk.siteId]), 1);
    await other.close();
    assert.deepEqual(desk.counts(), [{ yes: rush, no: 0, comments: 0 }]);

    assert.deepEqual(await desk.kinds(...list), ['duplicate', 'duplicate', 'duplicate']);
    const [first = desk.answer()] = list;
    assert.deepEqual(await desk.kinds(...desk.many(rush), desk.withComment(first, 'Ord')), [
      ...['new', 'new', 'new', 'amended'],
    ]);
    await desk.ask();
    assert.deepEqual(desk.counts(), [{ yes: 2 * rush - 1, no: 1, comments: 1 }]);
  });

  it('that holds the database hinders nobody from reading, and costs no answer', async () => {
    await desk.kinds(...desk.many(rush));
    await whileLocked(async () => {
      assert.equal(await desk.ask(), 0);
      await assert.rejects(desk.store.appendResponses(desk.many(rush)), { code: 'SQLITE_BUSY' });
      await assert.rejects(desk.store.appendResponses([desk.answer()]), { code: 'SQLITE_BUSY' });
    });
    assert.equal(await desk.ask(), 1);
    assert.deepEqual(desk.counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });
});

describe('a database that was hurt', () => {
  it('takes no acknowledged answer, and all wait until it is mended', async () => {
    changeRows(desk.file, 'alter table page_total rename to page_total_gone');
    await desk.kinds(...desk.many(rush));
    await desk.ask();
    assert.equal(desk.waiting(), 1);
    assert.match(String(desk.told[0]), /page_total/);
    await assert.rejects(desk.store.appendResponses([desk.answer()]), /page_total/);
    changeRows(desk.file, 'alter table page_total_gone rename to page_total');
    await desk.ask();
    assert.equal(await desk.store.countRefused(), 0);
    assert.deepEqual(desk.counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });
});

describe('an answer that the tables do not take', () => {
  it('is refused at once, for what can be seen of it', async () => {
    const bad = desk.answer({ content: { answer: 'yes', rating: 9, survey: 'page' } });
    await assert.rejects(desk.store.appendResponses([...desk.many(rush), bad]), /CHECK/i);
    assert.equal(desk.waiting(), 0);
    assert.deepEqual(desk.counts(), []);
  });

  it('harms no other, and is kept apart without its key, and told of', async () => {
    const bad = desk.answer({
      siteId: 77,
      content: { answer: 'no', survey: 'page', comment: 'Ord' },
    });
    assert.deepEqual(await desk.kinds(desk.answer(), bad, desk.answer()), ['new', 'new', 'new']);
    assert.equal(await desk.ask(), 1);
    assert.equal(desk.waiting(), 0);
    assert.deepEqual(desk.counts(), [{ yes: 2, no: 0, comments: 0 }]);

    const [kept, ...others] = refused();
    assert.deepEqual(others, []);
    assert.match(kept?.fault ?? '', /^SQLITE_CONSTRAINT/);
    assert.match(kept?.answer ?? '', /"comment":"Ord"/);
    assert.doesNotMatch(kept?.answer ?? '', new RegExp(bad.key));
    assert.equal(await desk.store.countRefused(), 1);
    const checked = await runGensvar(['check'], {
      folder: desk.folder,
      environment: { GENSVAR_DATABASE: desk.file },
    });
    assert.equal(checked.code, 1);
    assert.match(checked.errors, /^1 acknowledged answers .* inbox_refused/);

    await desk.store.forgetRefused(77, received);
    assert.equal(await desk.store.countRefused(), 1);
    await desk.store.forgetRefused(77, new Date(received.getTime() + 1));
    assert.equal(await desk.store.countRefused(), 0);
  });
});
