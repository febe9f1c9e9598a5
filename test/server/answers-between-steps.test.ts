import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { applyRetention } from '../../server/retention/apply-retention.ts';
import type { IncomingResponse, Site } from '../../server/store/store.ts';
import { aDay } from '../support/moving-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
let site: Site;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  site = await temporary.addSite({ key: 'example', origins: ['https://www.example.se'] });
});
afterEach(() => temporary.remove());

const now = new Date('2026-11-22T12:00:00Z');
const twoYearsAgo = new Date('2024-11-22T12:00:00Z');

const answer = (received: Date): IncomingResponse => ({
  ...{ key: crypto.randomUUID(), siteId: site.id, address: 'https://www.example.se/a' },
  ...{ received, day: received.toISOString().slice(0, 10), revisionNo: 1, suspicion: undefined },
  content: { answer: 'no', comment: 'Ord', survey: 'page' },
});

/** More than any step does at first. */
const many = 1200;

/**
 * Lets an answer come in once the work has begun.
 * @returns what was done in its turn
 */
async function orderOf(work: () => Promise<unknown>): Promise<string[]> {
  const order: string[] = [];
  const coming = new Promise<void>((resolve, reject) => {
    setImmediate(() => {
      const stored = temporary.store.appendResponses([answer(now)]);
      stored.then(() => order.push('stored')).then(() => resolve(), reject);
    });
  });
  await work();
  order.push('done');
  await coming;
  return order;
}

describe('an answer that comes in during long work is stored before it is done', () => {
  beforeEach(async () => {
    const list = Array.from({ length: many }, () => answer(twoYearsAgo));
    await temporary.store.appendResponses(list);
  });

  it('when amendment windows are closed', async () => {
    const work = () => temporary.store.closeAmendmentWindows(new Date(now.getTime() - aDay));
    assert.deepEqual(await orderOf(work), ['stored', 'done']);
  });

  it('when comments are deleted that have been kept for long enough', async () => {
    const { store } = temporary;
    let deleted = 0;
    const work = async () => {
      const options = { store, clock: () => now, dryRun: false, actor: 'test' };
      for (const { comments } of await applyRetention(options)) deleted += comments;
    };
    assert.deepEqual(await orderOf(work), ['stored', 'done']);
    assert.equal(deleted, many);
  });
});
