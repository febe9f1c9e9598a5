import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { keyBytes } from '../../server/store/key-bytes.ts';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { IncomingResponse, Store } from '../../server/store/store.ts';
import { aDay } from '../support/moving-clock.ts';
import { readDays, readKeys, readResponses } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const received = new Date('2026-11-22T11:00:00Z');
const origin = 'https://www.example.se';
/** So few keys are written before they are put into the index. */
const mostRecentKeys = 3;

let folder: TemporaryFolder;
let file: string;
let store: Store;
let siteId: number;
let files = 0;

const open = () => openSqliteStore({ file, amendmentWindow: aDay, mostRecentKeys });

const answer = (key: string = crypto.randomUUID(), more: Partial<IncomingResponse> = {}) => ({
  ...{ siteId, key, address: `${origin}/sida`, received, day: '2026-11-22' },
  ...{ revisionNo: 1, suspicion: undefined },
  content: { answer: 'yes' as const, survey: 'page' as const },
  ...more,
});

/** What becomes of answers that are sent together. */
const kinds = async (to: Store, ...answers: IncomingResponse[]) =>
  (await to.appendResponses(answers)).map(({ kind }) => kind);

describe("visitors' newest keys, which are not in the index yet", () => {
  before(async () => {
    folder = await createTemporaryFolder();
  });
  beforeEach(async () => {
    files += 1;
    file = join(folder.path, `${files}.db`);
    store = await open();
    const site = { key: 'example', name: 'Example', origins: [origin], foldWww: false };
    const { id } = await store.addSite({ ...site, queryParameters: [], allowedNumbers: [] });
    siteId = id;
  });
  afterEach(() => store.close());
  after(() => folder.remove());

  it('are known at once, and still when they are many', async () => {
    const keys = Array.from({ length: 10 }, () => crypto.randomUUID());
    for (const key of keys) {
      assert.deepEqual(await kinds(store, answer(key), answer(key)), ['new', 'duplicate']);
    }
    for (const key of keys) {
      const again = [answer(key.toUpperCase()), answer(key, { revisionNo: 2 }), answer(key)];
      assert.deepEqual(await kinds(store, ...again), ['duplicate', 'amended', 'duplicate']);
    }
    assert.equal(readResponses(file).length, keys.length);
    assert.equal(readKeys(file).length, keys.length);
  });

  it('are known after the process has ended without a word', async () => {
    const key = crypto.randomUUID();
    await kinds(store, answer(key), answer(key, { revisionNo: 5 }));
    const next = await open();
    assert.deepEqual(await kinds(next, answer(key, { revisionNo: 4 })), ['duplicate']);
    await next.close();
  });

  it('are known to two processes that write by turns', async () => {
    const other = await open();
    const keys = Array.from({ length: 6 }, () => crypto.randomUUID());
    for (const key of keys) {
      assert.deepEqual(await kinds(store, answer(key)), ['new']);
      assert.deepEqual(await kinds(other, answer(key, { revisionNo: 2 })), ['amended']);
      assert.deepEqual(await kinds(store, answer(key, { revisionNo: 2 })), ['duplicate']);
    }
    await other.close();
    assert.equal(readResponses(file).length, keys.length);
  });

  it('are not known when what they came with was not stored', async () => {
    const key = crypto.randomUUID();
    const bad = answer(undefined, { day: null as unknown as string });
    await assert.rejects(kinds(store, answer(key), bad), /NOT NULL/);
    assert.deepEqual(await kinds(store, answer(key)), ['new']);
    assert.equal(readKeys(file).length, 1);
  });

  it('lead nowhere when the time to amend is over', async () => {
    const key = crypto.randomUUID();
    await kinds(store, answer(key));
    await store.closeAmendmentWindows(new Date(received.getTime() + aDay));
    assert.deepEqual(readKeys(file), [{ key: Buffer.from(keyBytes(key)), responseId: null }]);
    assert.deepEqual(await kinds(store, answer(key)), ['too-late']);
  });

  it('lead a suspicion to the answer that it is about', async () => {
    const key = crypto.randomUUID();
    await kinds(store, answer(key), answer());
    await store.suspectStored([{ siteId, key, suspicion: 'flood' }]);
    const [{ yes, leftOut } = {}] = readDays(file);
    assert.deepEqual({ yes, leftOut }, { yes: 1, leftOut: 1 });
  });
});
