import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Answer } from '../../server/contract/response-schema.ts';
import { ProblemError } from '../../server/http/problem.ts';
import { createWriteQueue, type CommitFacts } from '../../server/intake/write-queue.ts';
import type { AppendOutcome, IncomingResponse, Store } from '../../server/store/store.ts';
import { readDays, readResponses } from '../support/stored-rows.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const address = 'https://www.example.se/e-faktura';

let opened: TemporaryStore;
let siteId: number;
/** How many answers each call to the store had. */
let calls: number[];
let store: Store;

beforeEach(async () => {
  opened = await openTemporaryStore();
  ({ id: siteId } = await opened.addSite({ key: 'test', origins: ['https://www.example.se'] }));
  calls = [];
  store = {
    ...opened.store,
    appendResponses(responses) {
      calls.push(responses.length);
      return opened.store.appendResponses(responses);
    },
  };
});
afterEach(() => opened.remove());

const answer = (
  change: Partial<IncomingResponse> = {},
  said: Answer = 'yes',
): IncomingResponse => ({
  key: crypto.randomUUID(),
  siteId,
  address,
  received: new Date('2026-11-22T12:00:00Z'),
  day: '2026-11-22',
  revisionNo: 1,
  content: { answer: said, survey: 'page' },
  ...change,
});

/** One that the database itself refuses. */
const badAnswer = () => answer({}, 'maybe' as Answer);

const kindOf = (outcome: PromiseSettledResult<AppendOutcome>) =>
  outcome.status === 'fulfilled' ? outcome.value.kind : 'refused';

/** The counts as they are read: then whatever waits is put into its tables first. */
async function storedDays() {
  await store.listSites();
  return readDays(opened.database);
}

const oneDay = { address, day: '2026-11-22', no: 0, partly: 0, comments: 0, leftOut: 0 };

describe('answers that wait for the disk', () => {
  it('are stored together when they arrive in one turn', async () => {
    const queue = createWriteQueue(store);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => queue.add(answer())));
    await new Promise(setImmediate);
    assert.deepEqual(calls, [50]);
    assert.ok(outcomes.every((outcome) => outcome.kind === 'new'));
    assert.deepEqual(await storedDays(), [{ ...oneDay, yes: 50 }]);
  });

  it('are each told what became of their own', async () => {
    const queue = createWriteQueue(store);
    const first = answer();
    const outcomes = await Promise.all(
      [
        first,
        first,
        answer({ key: first.key, revisionNo: 2 }, 'no'),
        answer({ key: first.key, address: `${address}/annan` }),
        answer({}, 'partly'),
      ].map((response) => queue.add(response)),
    );
    assert.deepEqual(calls, [5]);
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['new', 'duplicate', 'amended', 'other-page', 'new'],
    );
    assert.deepEqual(
      outcomes.map((outcome) => ('stored' in outcome ? outcome.stored.answer : undefined)),
      ['yes', 'yes', 'no', undefined, 'partly'],
    );
  });

  it('do not wait for those that come later', async () => {
    const queue = createWriteQueue(store);
    await queue.add(answer());
    await queue.add(answer());
    assert.deepEqual(calls, [1, 1]);
  });

  it('are not yet acknowledged while the disk is busy', async () => {
    let letGo = () => {};
    const free = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const queue = createWriteQueue({
      ...store,
      async appendResponses(responses) {
        await free;
        return store.appendResponses(responses);
      },
    });
    let acknowledged = 0;
    const adds = [answer(), answer()].map(async (response) => {
      await queue.add(response);
      acknowledged += 1;
    });
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    assert.equal(acknowledged, 0);
    letGo();
    await Promise.all(adds);
    assert.equal(readResponses(opened.database).length, 2);
  });

  it('wait for the commit that is under way, and then share the next', async () => {
    let letGo = () => {};
    const free = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const queue = createWriteQueue({
      async appendResponses(responses) {
        calls.push(responses.length);
        await free;
        return opened.store.appendResponses(responses);
      },
    });
    const first = queue.add(answer());
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
    const others = [queue.add(answer())];
    await new Promise(setImmediate);
    others.push(queue.add(answer()));
    await new Promise(setImmediate);
    assert.deepEqual(calls, [1]);
    letGo();
    await Promise.all([first, ...others]);
    assert.deepEqual(calls, [1, 2]);
  });

  it('share a commit with so many others at most, so that nobody waits long', async () => {
    const queue = createWriteQueue(store, { mostAtOnce: 4 });
    await Promise.all(Array.from({ length: 10 }, () => queue.add(answer())));
    assert.deepEqual(calls, [4, 4, 2]);
  });

  it('are told of to whoever watches the commits', async () => {
    const told: CommitFacts[] = [];
    const queue = createWriteQueue(store, { mostAtOnce: 3, onCommit: (facts) => told.push(facts) });
    await Promise.allSettled([answer(), answer(), answer(), badAnswer()].map(queue.add));
    await new Promise(setImmediate);
    assert.deepEqual(
      told.map(({ size, waiting, failed }) => ({ size, waiting, failed })),
      [
        { size: 3, waiting: 1, failed: false },
        { size: 1, waiting: 0, failed: true },
      ],
    );
    assert.ok(told.every(({ duration }) => duration > 0));
  });

  it('are ten thousand at most; one more is asked to come back', async () => {
    const queue = createWriteQueue(store);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10_001 }, () => queue.add(answer())),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    assert.equal(refused.length, 1);
    const problem: unknown = refused[0]?.reason;
    assert.ok(problem instanceof ProblemError);
    assert.equal(problem.status, 503);
    assert.match(problem.headers['retry-after'] ?? '', /^[1-9]\d*$/);
    assert.deepEqual(await storedDays(), [{ ...oneDay, yes: 10_000 }]);
    assert.equal((await queue.add(answer())).kind, 'new');
  });
});

describe('an answer that cannot be stored', () => {
  it('harms none of those that came with it', async () => {
    const queue = createWriteQueue(store);
    const outcomes = await Promise.allSettled(
      [answer(), answer(), badAnswer(), answer()].map((response) => queue.add(response)),
    );
    assert.deepEqual(outcomes.map(kindOf), ['new', 'new', 'refused', 'new']);
    assert.equal(readResponses(opened.database).length, 3);
    assert.deepEqual(readDays(opened.database), [{ ...oneDay, yes: 3 }]);
  });

  it('is found by halving, so that the others need few commits more', async () => {
    const queue = createWriteQueue(store);
    const all = Array.from({ length: 64 }, (_, place) => (place === 41 ? badAnswer() : answer()));
    const outcomes = await Promise.allSettled(all.map((response) => queue.add(response)));
    assert.deepEqual(
      outcomes.flatMap((outcome, place) => (kindOf(outcome) === 'new' ? [] : [place])),
      [41],
    );
    assert.ok(calls.length <= 1 + 2 * 6, `${calls.length} tries`);
    assert.deepEqual(await storedDays(), [{ ...oneDay, yes: 63 }]);
  });

  it('leaves nothing behind, not even its page', async () => {
    const queue = createWriteQueue(store);
    const bad = { ...badAnswer(), address: `${address}/ny` };
    await assert.rejects(queue.add(bad), /check constraint/i);
    assert.equal(await opened.store.countPages([siteId]), 0);
    assert.deepEqual(readResponses(opened.database), []);
  });

  it('does not stop the queue', async () => {
    const queue = createWriteQueue(store);
    await assert.rejects(queue.add(badAnswer()));
    assert.equal((await queue.add(answer())).kind, 'new');
  });
});

describe('a database that cannot be written just now', () => {
  it('is tried once for all that wait, not once for each', async () => {
    // Each try at a locked database holds the whole service up for seconds.
    const locked = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    const queue = createWriteQueue({
      ...store,
      appendResponses(responses) {
        calls.push(responses.length);
        return Promise.reject(locked);
      },
    });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => queue.add(answer())),
    );
    assert.ok(outcomes.every((outcome) => outcome.status === 'rejected'));
    assert.deepEqual(calls, [20]);
  });
});
