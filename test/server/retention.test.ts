import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { applyRetention, monthsBefore } from '../../server/retention/apply-retention.ts';
import type { Site } from '../../server/store/store.ts';
import { runGensvar } from '../support/gensvar-process.ts';
import { countFound } from '../support/stored-rows.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';
import { engine } from '../support/test-database.ts';

let temporary: TemporaryStore;
let site: Site;

const now = new Date('2026-11-22T12:00:00Z');
const clock = () => now;

beforeEach(async () => {
  temporary = await openTemporaryStore();
  site = await temporary.addSite({ key: 'example', origins: ['https://www.example.se'] });
});
afterEach(() => temporary.remove());

const answer = (received: string, comment: string, siteId = site.id) =>
  temporary.store.appendResponses([
    {
      key: crypto.randomUUID(),
      siteId,
      address: 'https://www.example.se/a',
      received: new Date(received),
      day: received.slice(0, 10),
      revisionNo: 1,
      content: { answer: 'no', comment, survey: 'page' },
    },
  ]);

const apply = (dryRun = false) =>
  applyRetention({ store: temporary.store, clock, dryRun, actor: 'test' });

const comments = async () => {
  const [page] = await temporary.store.listPages([site.id], { limit: 1, offset: 0 });
  const list = await temporary.store.listComments(page?.id ?? 0, { limit: 10, offset: 0 });
  return list.map(({ text }) => text);
};

describe('retention', () => {
  beforeEach(async () => {
    await answer('2025-11-22T11:59:59Z', 'Gammal kommentar.');
    await answer('2025-11-22T12:00:00Z', 'Ung kommentar.');
  });

  it('deletes comments that are older than the site keeps them, and no others', async () => {
    const [result] = await apply();
    assert.equal(result?.comments, 1);
    assert.deepEqual(await comments(), ['Ung kommentar.']);
  });

  it('leaves all answers counted, and the counts equal to the responses', async () => {
    await apply();
    const [page] = await temporary.store.listPages([site.id], { limit: 1, offset: 0 });
    assert.deepEqual([page?.no, page?.comments], [2, 2]);
    assert.deepEqual(await temporary.store.findCountDifferences(), []);
  });

  it('tells in a dry run how many it would delete, and deletes none', async () => {
    const [result] = await apply(true);
    assert.equal(result?.comments, 1);
    assert.equal((await comments()).length, 2);
    assert.deepEqual(await temporary.store.listAudit([site.id], { limit: 10, offset: 0 }), []);
  });

  it('goes by the time that each site has decided', async () => {
    const settings = { ...site.settings, retentionMonths: 24 };
    const patient = await temporary.addSite({
      key: 'patient',
      origins: ['https://patient.example.se'],
      settings,
    });
    await answer('2025-01-01T00:00:00Z', 'Får ligga kvar.', patient.id);
    const results = await apply();
    assert.deepEqual(
      results.map((result) => result.comments),
      [1, 0],
    );
  });

  it('is in the audit log, without a word of a comment', async () => {
    await apply();
    const entries = await temporary.store.listAudit([site.id], { limit: 10, offset: 0 });
    assert.deepEqual(entries, [
      {
        at: now,
        actor: 'test',
        siteId: site.id,
        action: 'retention',
        subject: null,
        detail: { deleted: 1, olderThan: '2025-11-22T12:00:00.000Z' },
      },
    ]);
  });

  it('leaves no trace of a deleted comment in the file or among the words', async () => {
    await apply();
    assert.equal(countFound(temporary.database, 'gammal'), 0);
    assert.equal(countFound(temporary.database, 'ung'), 1);
    if (engine === 'postgres') return;
    const database = new Database(temporary.database);
    database.pragma('wal_checkpoint(truncate)');
    database.close();
    const bytes = readFileSync(temporary.database);
    assert.equal(bytes.includes('Gammal'), false);
    assert.equal(bytes.includes('gammal'), false);
    assert.equal(bytes.includes('Ung'), true);
  });

  it('deletes more than one batch', async () => {
    const list = Array.from({ length: 1100 }, (_, index) => index);
    for (const index of list) await answer('2025-01-01T00:00:00Z', `Kommentar ${index}`);
    const [result] = await apply();
    assert.equal(result?.comments, 1101);
  });
});

describe('gensvar retention', () => {
  it('does a dry run and then deletes', async () => {
    await answer('2020-01-01T12:00:00Z', 'Gammal kommentar.');
    const options = {
      folder: tmpdir(),
      environment: { GENSVAR_DATABASE: temporary.database },
    };
    const dry = await runGensvar(['retention', '--dry-run'], options);
    assert.match(dry.output, /example: 1 comments .* would be deleted \(kept for 12 months\)/);
    assert.equal((await comments()).length, 1);
    const real = await runGensvar(['retention'], options);
    assert.match(real.output, /example: 1 comments .* deleted/);
    assert.deepEqual(await comments(), []);
  });
});

describe('some months before a moment', () => {
  for (const [moment, months, expected] of [
    ['2026-11-22T12:00:00.000Z', 12, '2025-11-22T12:00:00.000Z'],
    ['2026-03-31T12:00:00.000Z', 1, '2026-02-28T12:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 12, '2027-02-28T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 2, '2025-11-15T00:00:00.000Z'],
  ] as const) {
    it(`${months} before ${moment} is ${expected}`, () => {
      assert.equal(monthsBefore(new Date(moment), months).toISOString(), expected);
    });
  }
});
