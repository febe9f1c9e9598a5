import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ProblemError } from '../../server/http/problem.ts';
import { locatePage } from '../../server/intake/locate-page.ts';
import { createSiteRegister, type SiteRegister } from '../../server/intake/site-register.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const digg = 'https://www.digg.se';

let opened: TemporaryStore;
let sites: SiteRegister;

before(async () => {
  opened = await openTemporaryStore();
  const { store, addSite } = opened;
  await addSite({ key: 'digg', origins: [digg, 'https://dela.digg.se'], foldWww: true });
  const queryParameters = ['id', 'lang'];
  await addSite({ key: 'bare', origins: ['https://example.se'], foldWww: true, queryParameters });
  await addSite({
    key: 'apart',
    origins: ['https://apart.example', 'http://localhost:3000', 'https://xn--rksmrgs-5wao1o.se'],
  });
  sites = createSiteRegister(store, () => new Date());
});
after(() => opened.remove());

describe('what is no address of a web page is refused', () => {
  const refused = [
    '',
    ' ',
    'nonsense',
    '/relative',
    'www.digg.se/a',
    '//www.digg.se/a',
    'javascript:alert(1)',
    'data:text/html,a',
    'ftp://www.digg.se/a',
    'file:///etc/hosts',
    'about:blank',
    'blob:https://www.digg.se/a',
    'view-source:https://www.digg.se/a',
    'https://',
    'https://www digg.se/',
    'https://www.digg.se:99999/',
  ];
  for (const written of refused) {
    it(JSON.stringify(written), async () => {
      await assert.rejects(locatePage(sites, written), isProblem('invalid-fields'));
    });
  }
});

describe('another site is never taken for a registered one', () => {
  const foreign = [
    'http://www.digg.se/',
    'https://www.digg.se:8443/',
    'https://www.www.digg.se/',
    'https://api.digg.se/',
    'https://evil-digg.se/',
    'https://www.digg.se.evil.example/',
    'https://www.digg.se@evil.example/',
    'https://evil.example/https://www.digg.se/',
    'https://www.digg.se./',
    'https://www.digg\u0131.se/',
    'https://www.apart.example/',
    'http://localhost/',
    'http://127.0.0.1:3000/',
  ];
  for (const written of foreign) {
    it(JSON.stringify(written), async () => {
      await assert.rejects(locatePage(sites, written), isProblem('unknown-site'));
    });
  }
});

const isProblem = (kind: string) => (error: unknown) => {
  assert.ok(error instanceof ProblemError);
  assert.equal(error.kind, kind);
  assert.deepEqual(
    error.faults.map((fault) => fault.field),
    ['page'],
  );
  return true;
};
