import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { PageSummary, Site } from '../../server/store/store.ts';
import { countFound } from '../support/stored-rows.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let temporary: TemporaryStore;
let site: Site;

const by = { at: new Date('2026-11-22T12:00:00Z'), actor: 'editor' };

beforeEach(async () => {
  temporary = await openTemporaryStore();
  site = await temporary.addSite({ key: 'example', origins: ['https://www.example.se'] });
  await answer('no', 'Ring mig på nummer ett.');
  await answer('yes');
});
afterEach(() => temporary.remove());

async function answer(choice: 'yes' | 'no', comment?: string, suspicion?: string) {
  await temporary.store.appendResponses([
    {
      key: crypto.randomUUID(),
      siteId: site.id,
      address: 'https://www.example.se/a',
      received: by.at,
      day: '2026-11-22',
      revisionNo: 1,
      content: { answer: choice, comment, survey: 'page', title: suspicion ?? 'A' },
      suspicion,
    },
  ]);
}

async function page(): Promise<PageSummary> {
  const [found] = await temporary.store.listPages([site.id], { limit: 1, offset: 0 });
  assert.ok(found);
  return found;
}

const counts = async () => {
  const { yes, no, comments, leftOut } = await page();
  return { yes, no, comments, leftOut };
};

const rightCounts = async () => {
  assert.deepEqual(await temporary.store.findCountDifferences(), []);
};

const actions = async () => {
  const entries = await temporary.store.listAudit([site.id], { limit: 10, offset: 0 });
  return entries.map(({ action, subject, detail }) => [action, subject, detail]);
};

const found = (word: string) => countFound(temporary.database, word);

describe('leaving a response out of the score', () => {
  const leaveOut = (leftOut: boolean, siteId = site.id) =>
    temporary.store.setLeftOut({ id: 1, siteId, leftOut }, by);

  it('takes it and its comment out of the counts', async () => {
    assert.equal(await leaveOut(true), true);
    assert.deepEqual(await counts(), { yes: 1, no: 0, comments: 0, leftOut: 1 });
    await rightCounts();
  });

  it('can be undone', async () => {
    await leaveOut(true);
    assert.equal(await leaveOut(false), true);
    assert.deepEqual(await counts(), { yes: 1, no: 1, comments: 1, leftOut: 0 });
    await rightCounts();
  });

  it('changes nothing the second time', async () => {
    await leaveOut(true);
    assert.equal(await leaveOut(true), false);
    assert.deepEqual(await counts(), { yes: 1, no: 0, comments: 0, leftOut: 1 });
    await rightCounts();
  });

  it('is refused for a response of another site', async () => {
    assert.equal(await leaveOut(true, site.id + 1), false);
    assert.deepEqual(await counts(), { yes: 1, no: 1, comments: 1, leftOut: 0 });
  });

  it('is audited', async () => {
    await leaveOut(true);
    const detail = { response: 1, leftOut: true };
    assert.deepEqual(await actions(), [['score-changed', 'https://www.example.se/a', detail]]);
  });
});

describe('a suspected response', () => {
  it('is stored, left out of the score, and cannot rename the page', async () => {
    await answer('yes', 'Buy now', 'robot');
    assert.deepEqual(await counts(), { yes: 1, no: 1, comments: 1, leftOut: 1 });
    assert.equal((await page()).title, 'A');
    await rightCounts();
  });

  it('counts when an editor says so', async () => {
    await answer('yes', 'Bra sida', 'robot');
    await temporary.store.setLeftOut({ id: 3, siteId: site.id, leftOut: false }, by);
    assert.deepEqual(await counts(), { yes: 2, no: 1, comments: 2, leftOut: 0 });
    await rightCounts();
  });
});

describe('masking a comment', () => {
  const mask = (siteId = site.id) =>
    temporary.store.maskComment({ id: 1, siteId, text: 'Ring mig på [dolt].' }, by);

  it('puts the masked text in its place, also among the words that are searched', async () => {
    assert.equal(await mask(), true);
    assert.equal((await page()).latestComment?.text, 'Ring mig på [dolt].');
    assert.equal(found('nummer'), 0);
    assert.equal(found('dolt'), 1);
  });

  it('is audited without its words', async () => {
    await mask();
    assert.deepEqual(await actions(), [['comment-masked', null, { response: 1 }]]);
  });

  it('is refused on another site, and where there is no comment', async () => {
    assert.equal(await mask(site.id + 1), false);
    const nothing = { id: 2, siteId: site.id, text: 'x' };
    assert.equal(await temporary.store.maskComment(nothing, by), false);
    assert.deepEqual(await actions(), []);
  });
});

describe('deleting a comment', () => {
  it('takes its words away, and leaves its answer counted', async () => {
    assert.equal(await temporary.store.deleteComment({ id: 1, siteId: site.id }, by), true);
    assert.equal((await page()).latestComment, null);
    assert.equal(found('nummer'), 0);
    assert.deepEqual(await counts(), { yes: 1, no: 1, comments: 1, leftOut: 0 });
    assert.deepEqual(await actions(), [['comment-deleted', null, { response: 1 }]]);
    await rightCounts();
  });
});
