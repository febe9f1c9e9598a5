import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createSiteRegister, type SiteRegister } from '../../server/intake/site-register.ts';
import type { NewSite } from '../../server/store/store.ts';
import { aSecond, createMovingClock, type MovingClock } from '../support/moving-clock.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

let opened: TemporaryStore;
let time: MovingClock;
let register: SiteRegister;
let reads: number;

beforeEach(async () => {
  opened = await openTemporaryStore();
  time = createMovingClock('2026-11-22T12:00:00Z');
  reads = 0;
  const listSites = () => {
    reads += 1;
    return opened.store.listSites();
  };
  register = createSiteRegister({ ...opened.store, listSites }, time.clock);
});
afterEach(() => opened.remove());

const addSite = (key: string, more: Partial<NewSite> = {}) =>
  opened.addSite({ key, origins: [`https://${key}.example`], ...more });

const keyAt = async (origin: string) => (await register.findByOrigin(origin))?.site.key;

describe('the register of sites', () => {
  it('knows a site by each of its origins', async () => {
    await addSite('one', { origins: ['https://one.example', 'http://localhost:1234'] });
    assert.equal(await keyAt('https://one.example'), 'one');
    assert.equal(await keyAt('http://localhost:1234'), 'one');
    assert.equal(await keyAt('http://localhost'), undefined);
  });

  it('reads the database once for many answers', async () => {
    await addSite('one');
    for (let answer = 0; answer < 5; answer += 1) await keyAt('https://one.example');
    assert.equal(reads, 1);
  });

  it('finds a site that was added later', async () => {
    await addSite('one');
    assert.equal(await keyAt('https://one.example'), 'one');
    await addSite('two');
    time.forward(aSecond);
    assert.equal(await keyAt('https://two.example'), 'two');
  });

  it('looks for unknown sites once a second at most', async () => {
    for (let answer = 0; answer < 50; answer += 1) await keyAt('https://unknown.example');
    assert.equal(reads, 1);
    time.forward(aSecond - 1);
    await keyAt('https://unknown.example');
    assert.equal(reads, 1);
    time.forward(1);
    await keyAt('https://unknown.example');
    assert.equal(reads, 2);
  });

  it('goes on when the clock is set back', async () => {
    await keyAt('https://one.example');
    await addSite('one');
    time.forward(-3600 * aSecond);
    assert.equal(await keyAt('https://one.example'), 'one');
  });

  it('takes www and no www for the same where the site says so', async () => {
    await addSite('one', { foldWww: true });
    await addSite('two', { origins: ['https://www.two.example'], foldWww: true });
    await addSite('three');
    assert.equal(await keyAt('https://www.one.example'), 'one');
    assert.equal(await keyAt('https://two.example'), 'two');
    assert.equal(await keyAt('https://www.three.example'), undefined);
    const found = await register.findByOrigin('https://two.example');
    assert.equal(found?.origin, 'https://www.two.example');
  });

  it('never gives a site an origin that another has registered', async () => {
    await addSite('bare', { origins: ['https://both.example'], foldWww: true });
    await addSite('www', { origins: ['https://www.both.example'], foldWww: true });
    assert.equal(await keyAt('https://both.example'), 'bare');
    assert.equal(await keyAt('https://www.both.example'), 'www');
  });
});
