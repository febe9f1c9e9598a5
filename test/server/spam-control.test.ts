import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { defaultSettings } from '../../server/store/site-settings.ts';
import type { PageSummary } from '../../server/store/store.ts';
import { clientAddress, createSourceNames } from '../../server/spam/source.ts';
import { sendForm, sendJson } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.agency.example';

let service: TestService;
let siteId: number;
before(async () => {
  service = await startTestService({ environment: { GENSVAR_PROXY_HOPS: '1' } });
  const settings = { ...defaultSettings, unwantedWords: ['kasino'] };
  ({ id: siteId } = await service.addSite({ key: 'agency', origins: [origin], settings }));
});
after(() => service.stop());

interface Visitor {
  path: string;
  from?: string;
  fields?: Record<string, string | number>;
}

const send = ({ path, from = '203.0.113.7', fields }: Visitor) =>
  sendForm(
    service.url,
    { id: crypto.randomUUID(), page: `${origin}${path}`, answer: 'no', ...fields },
    { 'x-forwarded-for': from },
  );

async function page(path: string): Promise<PageSummary> {
  const pages = await service.store.listPages([siteId], { limit: 100, offset: 0 });
  const found = pages.find(({ address }) => address === `${origin}${path}`);
  assert.ok(found);
  return found;
}

const score = async (path: string) => {
  const { no, leftOut } = await page(path);
  return { no, leftOut };
};

describe('an answer that seems to be a robot’s', () => {
  for (const [name, fields] of [
    ['fills in the hidden field', { website: 'https://shop.example' }],
    ['comes too quickly', { elapsed: '12' }],
    ['is full of links', { comment: 'https://a.example https://b.example https://c.example' }],
    ['has a word that the site does not want', { comment: 'Vinn på KASINO!' }],
  ] as const) {
    it(`is acknowledged as any other and kept, but does not count: it ${name}`, async () => {
      const path = `/${name.replaceAll(' ', '-')}`;
      const person = await send({ path });
      const robot = await send({ path, fields });
      assert.equal(robot.status, person.status);
      assert.deepEqual(
        Object.keys((await robot.json()) as object),
        Object.keys((await person.json()) as object),
      );
      assert.deepEqual(await score(path), { no: 1, leftOut: 1 });
    });
  }

  it('is told apart in JSON, too', async () => {
    const fields = { id: crypto.randomUUID(), page: `${origin}/json`, answer: 'no', elapsed: 3 };
    assert.equal((await sendJson(service.url, fields)).status, 201);
    assert.deepEqual(await score('/json'), { no: 0, leftOut: 1 });
  });
});

describe('a crowd from one source', () => {
  it('does not count, nor do those before it was too large; others do', async () => {
    const path = '/crowd';
    for (let count = 0; count < 70; count += 1) await send({ path });
    for (let count = 0; count < 5; count += 1) await send({ path, from: `198.51.100.${count}` });
    // Those before are taken out after the answer that revealed them has been told.
    for (let tries = 0; tries < 1000 && (await page(path)).no > 5; tries += 1) continue;
    assert.deepEqual(await score(path), { no: 5, leftOut: 70 });
    assert.deepEqual(await service.store.findCountDifferences(), []);
  });

  it('is no crowd when one visitor sends again and again', async () => {
    const id = crypto.randomUUID();
    for (let count = 0; count < 80; count += 1) {
      await send({ path: '/again', fields: { id, revisionNo: String(count + 1) } });
    }
    assert.deepEqual(await score('/again'), { no: 1, leftOut: 0 });
  });
});

describe('the address of a visitor', () => {
  for (const [hops, forwarded, expected] of [
    [0, '203.0.113.7', '10.0.0.1'],
    [1, '203.0.113.7', '203.0.113.7'],
    [1, 'invented, 203.0.113.7', '203.0.113.7'],
    [2, 'invented, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    [1, '', undefined],
    [2, '203.0.113.7', undefined],
  ] as const) {
    it(`behind ${hops} proxies that tell "${forwarded}" is ${expected}`, () => {
      assert.equal(clientAddress('10.0.0.1', forwarded, hops), expected);
    });
  }

  const secret = new Uint8Array(32).fill(7);
  const today = new Date('2026-11-22T10:00:00Z');
  const name = (address: string, now = today, key = secret) => createSourceNames(key)(address, now);

  it('is stood for by a name that does not hold it', () => {
    assert.match(name('203.0.113.7'), /^[\w-]{16}$/);
  });
  it('has another name tomorrow, and in another installation', () => {
    assert.notEqual(name('203.0.113.7'), name('203.0.113.7', new Date('2026-11-23T10:00:00Z')));
    assert.notEqual(name('203.0.113.7'), name('203.0.113.7', today, new Uint8Array(32).fill(8)));
  });
  it('has the same name however it is written', () => {
    assert.equal(name('::ffff:203.0.113.7'), name('203.0.113.7'));
    assert.equal(name('2001:db8:0:1::7'), name('2001:0DB8::1:aaaa:bbbb:cccc:dddd'));
    assert.notEqual(name('2001:db8:0:1::7'), name('2001:db8:0:2::7'));
  });
});
