import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { IncomingResponse } from '../../server/store/store.ts';
import { address, openRush, origin, received, rush, type Rush } from '../support/rush.ts';
import { countFound, readDays, readKeys, readResponses, readRows } from '../support/stored-rows.ts';

let desk: Rush;
beforeEach(async () => {
  desk = await openRush();
});
afterEach(() => desk.close());

/** So many may wait. */
const mostWaiting = 6;

describe('in a rush', () => {
  it('answers are on disk when they are acknowledged, and in their tables when anybody asks', async () => {
    assert.deepEqual(await desk.kinds(...desk.many(rush)), ['new', 'new', 'new']);
    assert.equal(desk.waiting(), 1);
    assert.deepEqual(readResponses(desk.file), []);
    assert.equal(await desk.ask(), 1);
    assert.equal(desk.waiting(), 0);
    assert.deepEqual(desk.counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });

  it('few at once go to their tables, after all that wait', async () => {
    const first = desk.many(rush);
    await desk.kinds(...first);
    assert.deepEqual(await desk.kinds(desk.answer({ day: '2026-11-23' })), ['new']);
    assert.equal(desk.waiting(), 0);
    assert.deepEqual(
      readResponses(desk.file).map(({ day }) => day),
      [...first.map(({ day }) => day), '2026-11-23'],
    );
  });

  it('they wait until there are many, and no longer than those who sent them', async () => {
    await desk.kinds(...desk.many(mostWaiting - 1));
    assert.equal(desk.waiting(), 1);
    await desk.kinds(...desk.many(rush));
    // The next turn of the event loop.
    await new Promise(setImmediate);
    assert.equal(desk.waiting(), 0);
    assert.deepEqual(desk.counts(), [{ yes: mostWaiting - 1 + rush, no: 0, comments: 0 }]);
  });

  it('they wait in no larger numbers though nothing else gets a turn', async () => {
    const appended = Array.from({ length: 5 }, () => desk.store.appendResponses(desk.many(rush)));
    assert.equal(desk.waiting(), 0);
    await Promise.all(appended);
    assert.deepEqual(desk.counts(), [{ yes: 5 * rush, no: 0, comments: 0 }]);
  });

  it('what is sent once more is not kept again', async () => {
    const list = desk.many(rush);
    await desk.kinds(...list);
    await desk.ask();
    assert.deepEqual(await desk.kinds(...list), ['duplicate', 'duplicate', 'duplicate']);
    assert.equal(desk.waiting(), 0);
  });

  it('a page keeps what a visitor told of it who is suspected of the next', async () => {
    const content = { answer: 'yes', survey: 'page', title: 'Sida', pageUpdated: '2026-11-02' };
    const [first, ...others] = [
      desk.answer({ content: content as IncomingResponse['content'] }),
      ...desk.many(2),
    ];
    assert.ok(first);
    const next = { ...desk.withComment(first, 'Ord'), suspicion: 'decoy' };
    assert.deepEqual(await desk.kinds(first, ...others, next), ['new', 'new', 'new', 'amended']);
    await desk.ask();
    assert.equal(readResponses(desk.file)[0]?.title, 'Sida');
    const days = readRows<{ day: string }>(desk.file, 'select day from revision');
    assert.deepEqual(days, [{ day: '2026-11-02' }]);
    assert.deepEqual(desk.counts(), [{ yes: 2, no: 0, comments: 0 }]);
  });

  it('they wait no longer than a moment, though nobody asks', async () => {
    await desk.kinds(...desk.many(rush));
    const before = performance.now();
    while (desk.waiting() > 0 && performance.now() < before + 10_000)
      await new Promise(setImmediate);
    assert.deepEqual(desk.counts(), [{ yes: rush, no: 0, comments: 0 }]);
  });

  it('what is decided about them afterwards finds them', async () => {
    const [robot = desk.answer(), ...others] = desk.many(rush);
    await desk.kinds(robot, ...others);
    await desk.store.suspectStored([{ siteId: desk.siteId, key: robot.key, suspicion: 'flood' }]);
    assert.deepEqual(
      readDays(desk.file).map(({ yes, leftOut }) => [yes, leftOut]),
      [[rush - 1, 1]],
    );
  });

  it('who sends twice is known, whether the first still waits or not', async () => {
    const [one, two, three] = [desk.answer(), desk.answer(), desk.answer()];
    assert.deepEqual(await desk.kinds(one, two, three, one), ['new', 'new', 'new', 'duplicate']);
    const again = [
      one,
      desk.withComment(two, 'Ordet saknas'),
      desk.answer({ ...three, address: origin }),
    ];
    assert.deepEqual(await desk.kinds(...again), ['duplicate', 'amended', 'other-page']);
    await desk.ask();
    const later = [
      desk.withComment(two, 'Ordet saknas'),
      desk.withComment(one, 'Blanketten'),
      desk.answer(),
    ];
    assert.deepEqual(await desk.kinds(...later), ['duplicate', 'amended', 'new']);
    await desk.ask();
    assert.deepEqual(desk.counts(), [{ yes: 2, no: 2, comments: 2 }]);
    assert.deepEqual(
      readResponses(desk.file).map(({ answer: said, comment }) => [said, comment]),
      [
        ['no', 'Blanketten'],
        ['no', 'Ordet saknas'],
        ['yes', null],
        ['yes', null],
      ],
    );
    assert.equal(countFound(desk.file, 'blanketten'), 1);
    assert.equal(readKeys(desk.file).length, 4);
    assert.deepEqual(await desk.store.findCountDifferences(), []);
  });

  it('an address whose page was merged into another is the same page', async () => {
    const [old, other] = [desk.answer({ address: `${origin}/gammal` }), desk.answer()];
    await desk.kinds(old, desk.answer({ address: `${origin}/ny` }), other);
    const { id: pageId = 0 } = (await desk.store.findPlaceAt(desk.siteId, old.address)) ?? {};
    await desk.store.beginMerge(
      { siteId: desk.siteId, pageId, into: `${origin}/ny` },
      { actor: 'test', at: received },
    );
    const [first, ...others] = [old, ...desk.many(2)].map((one) => ({
      ...one,
      address: old.address,
    }));
    assert.ok(first);
    assert.deepEqual(await desk.kinds(...others, desk.answer()), ['new', 'new', 'new']);
    const comments = [first, ...others].map((one) => desk.withComment(one, 'Ord'));
    const places = [`${origin}/ny`, old.address, `${origin}/ny`];
    const amended = comments.map((one, place) => ({ ...one, address: places[place] ?? '' }));
    assert.deepEqual(await desk.kinds(...amended), ['amended', 'amended', 'amended']);
    assert.deepEqual(await desk.kinds(desk.withComment(other, 'Ord')), ['amended']);
    const elsewhere = { ...desk.withComment(first, 'Mer', 3), address };
    assert.deepEqual(await desk.kinds(elsewhere), ['other-page']);
  });
});
