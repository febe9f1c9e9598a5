import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { locatePage } from '../../server/intake/locate-page.ts';
import { createSiteRegister, type SiteRegister } from '../../server/intake/site-register.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';

const digg = 'https://www.digg.se';
const longest = 2048;

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

type Groups = Record<string, [written: string, counted: string][]>;

/** How an address may be written, and under which address the page is counted. */
const spellings: Groups = {
  'scheme, host and port': [
    ['HTTPS://WWW.DIGG.SE/a', `${digg}/a`],
    ['https://www.digg.se:443/a', `${digg}/a`],
    ['https://www.digg.se:/a', `${digg}/a`],
    ['http://localhost:3000/a', 'http://localhost:3000/a'],
    ['https://dela.digg.se/a', 'https://dela.digg.se/a'],
    ['https://räksmörgås.se/a', 'https://xn--rksmrgs-5wao1o.se/a'],
    ['https://XN--RKSMRGS-5WAO1O.se/a', 'https://xn--rksmrgs-5wao1o.se/a'],
    ['https://www%2edigg.se/a', `${digg}/a`],
  ],
  'www, where the site folds it': [
    ['https://digg.se/a', `${digg}/a`],
    ['https://www.dela.digg.se/a', 'https://dela.digg.se/a'],
    ['https://www.example.se/a', 'https://example.se/a'],
    ['https://example.se/a', 'https://example.se/a'],
  ],
  'slashes at the end, and the front page': [
    [`${digg}/a/`, `${digg}/a`],
    [`${digg}/a///`, `${digg}/a`],
    [`${digg}/a/b/`, `${digg}/a/b`],
    [digg, `${digg}/`],
    [`${digg}/`, `${digg}/`],
    [`${digg}//`, `${digg}/`],
    [`${digg}?`, `${digg}/`],
    [`${digg}#`, `${digg}/`],
  ],
  'what stays as it is': [
    [`${digg}/A/b`, `${digg}/A/b`],
    [`${digg}/a//b`, `${digg}/a//b`],
    [`${digg}/a.`, `${digg}/a.`],
    [`${digg}/a...`, `${digg}/a...`],
    [`${digg}/a-/b--c`, `${digg}/a-/b--c`],
    [`${digg}/a/index.html`, `${digg}/a/index.html`],
    [`${digg}/6.-omrade;v=1,2:(3)!*'@$&+`, `${digg}/6.-omrade;v=1,2:(3)!*'@$&+`],
  ],
  'fragments and credentials': [
    [`${digg}/a#del-2`, `${digg}/a`],
    [`${digg}/a/#/b?c`, `${digg}/a`],
    ['https://anna:hemligt@www.digg.se/a', `${digg}/a`],
    ['https://anna@digg.se/a', `${digg}/a`],
  ],
  'queries, where the site names none': [
    [`${digg}/a?`, `${digg}/a`],
    [`${digg}/a?utm_source=brev&fbclid=1`, `${digg}/a`],
    [`${digg}/a/?id=7#del`, `${digg}/a`],
    [`${digg}?id=7`, `${digg}/`],
  ],
  'queries, where the site names some': [
    ['https://example.se/a?id=7', 'https://example.se/a?id=7'],
    ['https://example.se/a/?id=7', 'https://example.se/a?id=7'],
    ['https://example.se/a?lang=sv&id=7', 'https://example.se/a?id=7&lang=sv'],
    ['https://example.se/a?utm_source=x&lang=sv&id=7&b', 'https://example.se/a?id=7&lang=sv'],
    ['https://example.se/a?ID=7', 'https://example.se/a'],
    ['https://example.se/a?id=', 'https://example.se/a?id='],
    ['https://example.se/a?id=7&id=8', 'https://example.se/a?id=7'],
    ['https://example.se/a?id=en+sida', 'https://example.se/a?id=en+sida'],
    ['https://example.se/a?id=en%20sida', 'https://example.se/a?id=en+sida'],
    ['https://example.se/a?id=%e5%7e', 'https://example.se/a?id=%EF%BF%BD%7E'],
    ['https://example.se/a?id=å', 'https://example.se/a?id=%C3%A5'],
    ['https://example.se/?id=7', 'https://example.se/?id=7'],
    ['https://example.se?id=7', 'https://example.se/?id=7'],
  ],
  'percent-encoding': [
    [`${digg}/%7eanna/%41%2d%2E%5f`, `${digg}/~anna/A-._`],
    [`${digg}/r%e4tt`, `${digg}/r%E4tt`],
    [`${digg}/%c3%a5`, `${digg}/%C3%A5`],
    [`${digg}/å`, `${digg}/%C3%A5`],
    [`${digg}/a b`, `${digg}/a%20b`],
    [`${digg}/a%2fb`, `${digg}/a%2Fb`],
    [`${digg}/a%2f/`, `${digg}/a%2F`],
    [`${digg}/%257e`, `${digg}/%257e`],
    [`${digg}/100%`, `${digg}/100%`],
    [`${digg}/%zz%4`, `${digg}/%zz%4`],
    [`${digg}/a"<b>`, `${digg}/a%22%3Cb%3E`],
  ],
  'personal data, which no address may keep': [
    [`${digg}/kontakt/anna.a@example.se/mer`, `${digg}/kontakt/***/mer`],
    [`${digg}/kontakt/anna%40example.se`, `${digg}/kontakt/***`],
    [`${digg}/arende/19121212-1212/`, `${digg}/arende/***`],
    [`${digg}/arende/1212121212`, `${digg}/arende/***`],
    [`${digg}/arende/19121212%2D1212`, `${digg}/arende/***`],
    [`${digg}/arende/19121212%201212/start`, `${digg}/arende/***/start`],
    [`${digg}/arende/121212%2B1212`, `${digg}/arende/***`],
    [`${digg}/arende/19121212%E2%80%931212`, `${digg}/arende/***`],
    [`${digg}/arende/1912121212%31%32`, `${digg}/arende/***`],
    [`${digg}/kontakt/tolvan%2bdigg%40example.se/%C3%A5`, `${digg}/kontakt/***/%C3%A5`],
    [`${digg}/kontakt/%C3%A5sa%40r%C3%A4ksm%C3%B6rg%C3%A5s.example`, `${digg}/kontakt/***`],
    [`${digg}/kontakt/anna(at)example.se`, `${digg}/kontakt/***`],
    [`${digg}/%E5r/anna%40example.se`, `${digg}/%E5r/***`],
    [
      `${digg}/a%40b/%C3%A5%20%F0%9F%99%82%20anna%40example.se`,
      `${digg}/a%40b/%C3%A5%20%F0%9F%99%82%20***`,
    ],
    [`${digg}/kontakt/anna%40example.se%2Fmer`, `${digg}/kontakt/***%2Fmer`],
    [`${digg}/nyheter/2026-06-03-anskaffning`, `${digg}/nyheter/2026-06-03-anskaffning`],
    [`${digg}/dnr/2026-1234`, `${digg}/dnr/2026-1234`],
    [`${digg}/lag-20181937`, `${digg}/lag-20181937`],
    ['https://example.se/a?id=19121212-1212', 'https://example.se/a?id=***'],
    ['https://example.se/a?id=19121212+1212', 'https://example.se/a?id=***'],
    ['https://example.se/a?id=121212%2B1212', 'https://example.se/a?id=***'],
    ['https://example.se/a?id=fr%C3%A5n+anna@example.se', 'https://example.se/a?id=fr%C3%A5n+***'],
    ['https://example.se/a?id=anna@example.se', 'https://example.se/a?id=***'],
    ['https://example.se/a?id=7&lang=anna@example.se', 'https://example.se/a?id=7&lang=***'],
  ],
  'numbers of articles, which are nobody’s': [
    [`${digg}/artikel/2606031234`, `${digg}/artikel/2606031234`],
    [`${digg}/artikel/1212121213`, `${digg}/artikel/1212121213`],
    [`${digg}/artikel-191212121213.html`, `${digg}/artikel-191212121213.html`],
    [`${digg}/a/260603-1234`, `${digg}/a/260603-1234`],
    [
      `${digg}/18.5b4d8f8c1234567890abc/1600000000000/a`,
      `${digg}/18.5b4d8f8c1234567890abc/1600000000000/a`,
    ],
    ['https://example.se/a?id=2606031234', 'https://example.se/a?id=2606031234'],
  ],
  'dots, backslashes and white space': [
    [`${digg}/a/./b/../c`, `${digg}/a/c`],
    [`${digg}/a/%2e%2E/c`, `${digg}/c`],
    [`${digg}/../../a`, `${digg}/a`],
    [`${digg}/a/..`, `${digg}/`],
    [`${digg}\\a\\b`, `${digg}/a/b`],
    [` \n${digg}/a\t `, `${digg}/a`],
    [`${digg}/a\n\tb`, `${digg}/ab`],
  ],
};

describe('a page is counted under one address, whatever its spelling in', () => {
  for (const [group, rows] of Object.entries(spellings)) {
    it(group, async () => {
      for (const [written, counted] of rows) {
        assert.equal((await locatePage(sites, written)).address, counted, written);
      }
    });
  }

  it('the address it is counted under', async () => {
    for (const [, counted] of Object.values(spellings).flat()) {
      assert.equal((await locatePage(sites, counted)).address, counted);
    }
  });
});

describe('an address', () => {
  const path = (length: number) => `${digg}/${'a'.repeat(length - digg.length - 1)}`;

  it('may have 2,048 characters', async () => {
    assert.equal((await locatePage(sites, path(longest))).address.length, longest);
  });

  it('may have no more, also when only its encoding makes it longer', async () => {
    for (const written of [path(longest + 1), `${digg}/${'å'.repeat(400)}`]) {
      await assert.rejects(locatePage(sites, written), {
        kind: 'invalid-fields',
        faults: [{ field: 'page', detail: 'must have at most 2048 characters' }],
      });
    }
  });

  it('may be longer by what is dropped', async () => {
    const query = `?${'a'.repeat(longest)}`;
    assert.equal((await locatePage(sites, `${digg}/a${query}`)).address, `${digg}/a`);
  });
});
