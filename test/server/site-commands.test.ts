import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { mergePagesCommand } from '../../server/commands/merge-pages.ts';
import { setSiteCommand } from '../../server/commands/set-site.ts';
import { readConfig, type Config } from '../../server/config.ts';
import type { Site } from '../../server/store/store.ts';
import { aMinute, createMovingClock, type MovingClock } from '../support/moving-clock.ts';
import { sendForm } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';

let time: MovingClock;
let service: TestService;
let config: Config;
/** What the command under test has printed. */
let printed: string[];

beforeEach(async () => {
  time = createMovingClock('2026-11-22T12:00:00Z');
  service = await startTestService({ pageOrigin: origin, clock: time.clock });
  config = readConfig({ GENSVAR_DATABASE: service.database });
  printed = [];
  mock.method(console, 'log', (line: unknown) => printed.push(String(line)));
});
afterEach(async () => {
  mock.restoreAll();
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const siteNow = async (key = 'test'): Promise<Site> => {
  const site = (await service.store.listSites()).find((known) => known.key === key);
  assert.ok(site);
  return site;
};

const audited = async (action: 'settings-changed' | 'page-merged') => {
  const entries = await service.store.listAudit([service.site.id], { limit: 9, offset: 0 }, action);
  return entries.map(({ actor, subject, detail }) => ({ actor, subject, detail }));
};

/** How the running service answers a visitor of a page. */
const answer = async (path: string, more: { answer?: string; comment?: string } = {}) => {
  const fields = { id: crypto.randomUUID(), page: origin + path, answer: 'no', ...more };
  return (await sendForm(service.url, fields)).status;
};

describe('gensvar site set --prompt-off', () => {
  const set = (...args: string[]) => setSiteCommand.run(config, ['test', ...args]);
  const off = async () => (await siteNow()).settings.prompt.offPaths;

  it('switches the prompt off for a running service, and none switches it on again', async () => {
    assert.equal(await answer('/kontakt'), 201);
    await set('--prompt-off', '/kontakt', '--prompt-off', '/jobb/*');
    time.forward(aMinute);
    assert.equal(await answer('/kontakt/'), 403);
    assert.equal(await answer('/jobb/ett'), 403);
    assert.equal(await answer('/annat'), 201);
    await set('--prompt-off', 'none');
    time.forward(aMinute);
    assert.equal(await answer('/kontakt'), 201);
    assert.equal(await answer('/jobb/ett'), 201);
  });

  it('replaces the list that was there, and leaves all else as it is', async () => {
    const before = await siteNow();
    await set('--prompt-off', '/a', '--prompt-off', '/om-oss/språk/');
    await set('--prompt-off', '/b');
    assert.deepEqual(await off(), ['/b']);
    await set('--prompt-off', 'none');
    assert.deepEqual(await siteNow(), before);
  });

  it('writes paths as addresses are, and tells what is decided now', async () => {
    await set('--prompt-off', '/om-oss/språk/');
    assert.deepEqual(await off(), ['/om-oss/spr%C3%A5k']);
    const told = printed.find((line) => line.startsWith('prompt: '));
    assert.match(told ?? '', /"offPaths":\["\/om-oss\/spr%C3%A5k"\]/);
    printed.length = 0;
    await set();
    assert.ok(printed.includes(told ?? ''), 'without options it only tells');
  });

  it('is in the log, by the name of the command; to tell is not', async () => {
    await set('--prompt-off', '/kontakt');
    await set();
    const [entry, ...others] = await audited('settings-changed');
    assert.equal(others.length, 0);
    assert.equal(entry?.actor, 'gensvar site set');
    assert.match(JSON.stringify(entry.detail), /\/kontakt/);
  });

  for (const path of ['kontakt', '/a?b=c', '//annat.example', '/a b']) {
    it(`refuses ${path}, and nothing is changed`, async () => {
      await set('--prompt-off', '/kvar');
      await assert.rejects(set('--prompt-off', '/a', '--prompt-off', path), /offPaths\.1: /);
      assert.deepEqual(await off(), ['/kvar']);
    });
  }

  it('says that there is no such site', async () => {
    const there = setSiteCommand.run(config, ['none', '--prompt-off', '/a']);
    await assert.rejects(there, /There is no site none/);
    await assert.rejects(setSiteCommand.run(config, []), /Give the key of the site/);
  });
});

describe('gensvar page merge', () => {
  const merge = (from: string, into: string) =>
    mergePagesCommand.run(config, ['--from', from, '--into', into]);
  const counts = async (path: string) => {
    const place = await service.store.findPlaceAt(service.site.id, origin + path);
    const page = place && (await service.store.findPage(place.id));
    return page && [page.yes, page.no, page.comments];
  };

  beforeEach(async () => {
    assert.equal(await answer('/old', { comment: 'Var är blanketten?' }), 201);
    assert.equal(await answer('/old', { answer: 'yes' }), 201);
    assert.equal(await answer('/new', { answer: 'yes' }), 201);
  });

  it('lets all answers of a page count for its successor, and tells how many', async () => {
    await merge(`${origin}/old/?utm_source=x`, `${origin}/new#del`);
    assert.deepEqual(await counts('/old'), [0, 0, 0]);
    assert.deepEqual(await counts('/new'), [2, 1, 1]);
    assert.deepEqual(await service.store.findCountDifferences(), []);
    assert.deepEqual(printed, [`2 answers about ${origin}/old now count for ${origin}/new.`]);
  });

  it('lets later answers to the old address count for the successor too', async () => {
    await merge(`${origin}/old`, `${origin}/new`);
    assert.equal(await answer('/old'), 201);
    assert.deepEqual(await counts('/new'), [2, 2, 1]);
  });

  it('moves a page to an address that has no answers yet', async () => {
    await merge(`${origin}/old`, `${origin}/moved`);
    assert.deepEqual(await counts('/moved'), [1, 1, 1]);
  });

  it('is in the log, by the name of the command', async () => {
    await merge(`${origin}/old`, `${origin}/new`);
    assert.deepEqual(await audited('page-merged'), [
      {
        actor: 'gensvar page merge',
        subject: `${origin}/old`,
        detail: { into: `${origin}/new` },
      },
    ]);
  });

  it('says what it cannot do, and then changes nothing', async () => {
    await service.addSite({ key: 'b', origins: ['https://b.example'] });
    const faults: [string, string, RegExp][] = [
      [`${origin}/old`, `${origin}/old/`, /of the same page/],
      [`${origin}/none`, `${origin}/new`, /no answers about https:\/\/www\.example\.se\/none/],
      [`${origin}/old`, 'https://b.example/new', /belong to different sites/],
      ['https://unknown.example/a', `${origin}/new`, /./],
      ['inte en adress', `${origin}/new`, /./],
    ];
    for (const [from, into, said] of faults) await assert.rejects(merge(from, into), said, from);
    await assert.rejects(mergePagesCommand.run(config, ['--from', origin]), /--from and --into/);
    assert.deepEqual(await counts('/old'), [1, 1, 1]);
    assert.deepEqual(await counts('/new'), [1, 0, 0]);
    assert.deepEqual(await audited('page-merged'), []);
  });

  it('merges no page twice, and makes no circle', async () => {
    await merge(`${origin}/old`, `${origin}/new`);
    await assert.rejects(merge(`${origin}/old`, `${origin}/other`), /already been merged/);
    await assert.rejects(merge(`${origin}/new`, `${origin}/old`), /already been merged/);
    assert.deepEqual(await counts('/new'), [2, 1, 1]);
  });
});
