import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStore } from '../../server/store/open-store.ts';
import type { IncomingResponse, Store } from '../../server/store/store.ts';
import { createTestDatabase } from '../support/test-database.ts';

const origin = 'https://one.example';
const aWeek = 7 * 24;
const month = {
  fromDay: '2026-11-01',
  toDay: '2026-11-22',
  moments: { from: new Date('2026-10-31T23:00:00Z'), before: new Date('2026-11-22T23:00:00Z') },
};

let store: Store;
let removeDatabase: () => Promise<void>;
let siteId: number;

before(async () => {
  const { database, remove } = await createTestDatabase();
  removeDatabase = remove;
  store = await openStore({ database, amendmentHours: aWeek });
  const more = { name: 'One', foldWww: false, queryParameters: [], allowedNumbers: [] };
  siteId = (await store.addSite({ key: 'one', origins: [origin], ...more })).id;
});
after(async () => {
  await store.close();
  await removeDatabase();
});

/** An answer of one day that comes, or is amended, at noon of another. */
const answer = (path: string, day: string, more: Partial<IncomingResponse> = {}) => ({
  ...{ key: crypto.randomUUID(), siteId, address: origin + path, day, revisionNo: 1 },
  received: new Date(`${day}T11:00:00Z`),
  content: { answer: 'no' as const, survey: 'page' as const },
  ...more,
});

describe('pages of open data', () => {
  it('are none that have only a suspected answer, though it was amended days later', async () => {
    const first = answer('/robot', '2026-11-13', { suspicion: 'decoy' });
    await store.appendResponses([first, answer('/page', '2026-11-20')]);
    const content = { answer: 'yes' as const, survey: 'page' as const };
    const received = new Date('2026-11-19T11:00:00Z');
    await store.appendResponses([{ ...first, content, received, revisionNo: 2 }]);
    assert.equal(await store.countPagesInPeriod({ siteId, ...month }), 2);
    const open = { siteId, ...month, scoredOnly: true };
    assert.equal(await store.countPagesInPeriod(open), 1);
    const found = await store.readPageCounts(open, { limit: 10, offset: 0 });
    assert.deepEqual(
      found.map(({ address }) => address),
      [`${origin}/page`],
    );
  });
});
