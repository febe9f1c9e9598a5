import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { runGensvar } from '../support/gensvar-process.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { IncomingResponse, Store } from '../../server/store/store.ts';
import { aDay } from '../support/moving-clock.ts';
import { countFound, readDays, readKeys, readResponses, readRows } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const received = new Date('2026-11-22T11:00:00Z');
const origin = 'https://www.example.se';
const address = `${origin}/sida`;
/** From so many at once answers wait, and so many may wait. */
const rush = 3;
const mostWaiting = 6;

let folder: TemporaryFolder;
let file: string;
let store: Store;
let siteId: number;
let files = 0;

const open = () => openSqliteStore({ file, amendmentWindow: aDay, rush, mostWaiting });

const answer = (change: Partial<IncomingResponse> = {}): IncomingResponse => ({
  ...{ key: crypto.randomUUID(), siteId, address, received, day: '2026-11-22', revisionNo: 1 },
  content: { answer: 'yes', survey: 'page' },
  ...change,
});

const many = (count: number) => Array.from({ length: count }, () => answer());

/** The same visitor says it again, with words. */
const withComment = ({ key }: IncomingResponse, comment: string, revisionNo = 2) =>
  answer({ key, revisionNo, content: { answer: 'no', survey: 'page', comment } });

/** What becomes of answers that are sent together. */
const kinds = async (...answers: IncomingResponse[]) =>
  (await store.appendResponses(answers)).map(({ kind }) => kind);

const waiting = () => readRows(file, 'select id from inbox').length;
const refused = () =>
  readRows<{ answer: string; fault: string }>(file, 'select * from inbox_refused');
const counts = () => readDays(file).map(({ yes, no, comments }) => ({ yes, no, comments }));

/** Whatever is asked, what waits is put into its tables before it is answered. */
const ask = () => store.countPages([siteId]);

/** Another program that holds the database while something is done. */
async function whileLocked(done: () => unknown): Promise<void> {
  const other = new Database(file);
  other.exec('begin immediate');
  try {
    await done();
  } finally {
    other.close();
  }
}

before(async () => {
  folder = await createTemporaryFolder();
});
beforeEach(async () => {
  files += 1;
  file = join(folder.path, `${files}.db`);
  store = await open();
  const site = { key: 'example', name: 'Example', origins: [origin], foldWww: false };
  ({ id: siteId } = await store.addSite({ ...site, queryParameters: [], allowedNumbers: [] }));
});
afterEach(() => store.close());
after(() => folder.remove());

describe('in a rush', () => {
  it('answers are on disk when they are acknowledged, and in their tables when anybody asks', async () => {
    assert.deepEqual(await kinds(...many(rush)), ['new', 'new', 'new']);
    assert.equal(waiting(), 1);
    assert.deepEqual(readResponses(file), []);
    assert.equal(await ask(), 1);
    assert.equal(waiting(), 0);
    assert.deepEqual(counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });

  it('few at once go to their tables, after all that wait', async () => {
    const first = many(rush);
    await kinds(...first);
    assert.deepEqual(await kinds(answer({ day: '2026-11-23' })), ['new']);
    assert.equal(waiting(), 0);
    assert.deepEqual(
      readResponses(file).map(({ day }) => day),
      [...first.map(({ day }) => day), '2026-11-23'],
    );
  });

  it('they wait until there are many, and no longer than those who sent them', async () => {
    await kinds(...many(mostWaiting - 1));
    assert.equal(waiting(), 1);
    await kinds(...many(rush));
    // The next turn of the event loop.
    await new Promise(setImmediate);
    assert.equal(waiting(), 0);
    assert.deepEqual(counts(), [{ yes: mostWaiting - 1 + rush, no: 0, comments: 0 }]);
  });

  it('they wait no longer than a moment, though nobody asks', async () => {
    await kinds(...many(rush));
    const before = performance.now();
    while (waiting() > 0 && performance.now() < before + 10_000) await new Promise(setImmediate);
    assert.deepEqual(counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });

  it('what is decided about them afterwards finds them', async () => {
    const [robot = answer(), ...others] = many(rush);
    await kinds(robot, ...others);
    await store.suspectStored([{ siteId, key: robot.key, suspicion: 'flood' }]);
    assert.deepEqual(
      readDays(file).map(({ yes, leftOut }) => [yes, leftOut]),
      [[rush - 1, 1]],
    );
  });

  it('who sends twice is known, whether the first still waits or not', async () => {
    const [one, two, three] = [answer(), answer(), answer()];
    assert.deepEqual(await kinds(one, two, three, one), ['new', 'new', 'new', 'duplicate']);
    const again = [one, withComment(two, 'Ordet saknas'), answer({ ...three, address: origin })];
    assert.deepEqual(await kinds(...again), ['duplicate', 'amended', 'other-page']);
    await ask();
    const later = [withComment(two, 'Ordet saknas'), withComment(one, 'Blanketten'), answer()];
    assert.deepEqual(await kinds(...later), ['duplicate', 'amended', 'new']);
    await ask();
    assert.deepEqual(counts(), [{ yes: 2, no: 2, comments: 2 }]);
    assert.deepEqual(
      readResponses(file).map(({ answer: said, comment }) => [said, comment]),
      [
        ['no', 'Blanketten'],
        ['no', 'Ordet saknas'],
        ['yes', null],
        ['yes', null],
      ],
    );
    assert.equal(countFound(file, 'blanketten'), 1);
    assert.equal(readKeys(file).length, 4);
    assert.deepEqual(await store.findCountDifferences(), []);
  });

  it('an address whose page was merged into another is the same page', async () => {
    const [old, other] = [answer({ address: `${origin}/gammal` }), answer()];
    await kinds(old, answer({ address: `${origin}/ny` }), other);
    const { id: pageId = 0 } = (await store.findPlaceAt(siteId, old.address)) ?? {};
    await store.beginMerge(
      { siteId, pageId, into: `${origin}/ny` },
      { actor: 'test', at: received },
    );
    const [first, ...others] = [old, ...many(2)].map((one) => ({ ...one, address: old.address }));
    assert.ok(first);
    assert.deepEqual(await kinds(...others, answer()), ['new', 'new', 'new']);
    const comments = [first, ...others].map((one) => withComment(one, 'Ord'));
    const places = [`${origin}/ny`, old.address, `${origin}/ny`];
    const amended = comments.map((one, place) => ({ ...one, address: places[place] ?? '' }));
    assert.deepEqual(await kinds(...amended), ['amended', 'amended', 'amended']);
    assert.deepEqual(await kinds(withComment(other, 'Ord')), ['amended']);
    const elsewhere = { ...withComment(first, 'Mer', 3), address };
    assert.deepEqual(await kinds(elsewhere), ['other-page']);
  });
});

describe('another program', () => {
  it('that opens the database finds what waits, and nothing is counted twice', async () => {
    const list = many(rush);
    await kinds(...list);
    const other = await open();
    assert.equal(await other.countPages([siteId]), 1);
    await other.close();
    assert.deepEqual(counts(), [{ yes: rush, no: 0, comments: 0 }]);

    assert.deepEqual(await kinds(...list), ['duplicate', 'duplicate', 'duplicate']);
    const [first = answer()] = list;
    assert.deepEqual(await kinds(...many(rush), withComment(first, 'Ord')), [
      ...['new', 'new', 'new', 'amended'],
    ]);
    await ask();
    assert.deepEqual(counts(), [{ yes: 2 * rush - 1, no: 1, comments: 1 }]);
  });

  it('that holds the database hinders nobody from reading, and costs no answer', async () => {
    await kinds(...many(rush));
    await whileLocked(async () => {
      assert.equal(await ask(), 0);
      await assert.rejects(store.appendResponses(many(rush)), { code: 'SQLITE_BUSY' });
      await assert.rejects(store.appendResponses([answer()]), { code: 'SQLITE_BUSY' });
    });
    assert.equal(await ask(), 1);
    assert.deepEqual(counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });
});

describe('an answer that the tables do not take', () => {
  it('is refused at once, for what can be seen of it', async () => {
    const bad = answer({ content: { answer: 'yes', rating: 9, survey: 'page' } });
    await assert.rejects(store.appendResponses([...many(rush), bad]), /CHECK/i);
    assert.equal(waiting(), 0);
    assert.deepEqual(counts(), []);
  });

  it('harms no other, and is kept apart without its key, and told of', async () => {
    const bad = answer({ siteId: 77, content: { answer: 'no', survey: 'page', comment: 'Ord' } });
    assert.deepEqual(await kinds(answer(), bad, answer()), ['new', 'new', 'new']);
    assert.equal(await ask(), 1);
    assert.equal(waiting(), 0);
    assert.deepEqual(counts(), [{ yes: 2, no: 0, comments: 0 }]);

    const [kept, ...others] = refused();
    assert.deepEqual(others, []);
    assert.match(kept?.fault ?? '', /^SQLITE_CONSTRAINT/);
    assert.match(kept?.answer ?? '', /"comment":"Ord"/);
    assert.doesNotMatch(kept?.answer ?? '', new RegExp(bad.key));
    assert.equal(await store.countRefused(), 1);
    const checked = await runGensvar(['check'], {
      folder: folder.path,
      environment: { GENSVAR_DATABASE: file },
    });
    assert.equal(checked.code, 1);
    assert.match(checked.errors, /^1 acknowledged answers .* inbox_refused/);
  });
});
