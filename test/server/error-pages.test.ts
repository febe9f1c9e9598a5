import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { html } from 'hono/html';
import { createApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { visitorPage } from '../../server/visitor-pages/layout.ts';
import { loadWords } from '../../server/words/words.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { assertOwnPage, headingOf, titleOf, wordsOf } from '../support/no-script-pages.ts';
import { openTemporaryStore, type TemporaryStore } from '../support/temporary-store.ts';
import type { ShownPage } from '../support/visitor-without-script.ts';

/** What browsers ask for when somebody goes to an address. */
const navigation = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let opened: TemporaryStore;
let app: App['app'];
let failure: Error | undefined;
let minutes = 0;
const reported: unknown[] = [];

before(async () => {
  opened = await openTemporaryStore();
  const { store } = opened;
  ({ app } = await createApp({
    config: readConfig({ PUBLIC_URL: 'https://www.example.se/gensvar' }),
    store: {
      ...store,
      // Asked for the site of a page; it fails when a test says so.
      listSites: () => (failure ? Promise.reject(failure) : store.listSites()),
    },
    words: await loadWords(),
    // Each time a minute later: sites are asked for again only after a while.
    clock: () => new Date(Date.UTC(2026, 0, 1, 0, (minutes += 1))),
    publicUrl: () => 'https://www.example.se/gensvar',
    widgetFolder: new URL('../../dist/widget/', import.meta.url),
    demo: true,
    report: (fault) => reported.push(fault),
  }));
});
after(() => opened.remove());

const ask = (path: string, accept?: string, language = 'sv-SE', method = 'GET') =>
  app.request(`https://www.example.se${path}`, {
    method,
    headers: { 'accept-language': language, ...(accept !== undefined && { accept }) },
  });

async function show(response: Response): Promise<ShownPage> {
  const { status, headers, url: address } = response;
  return { address, status, headers, markup: await response.text(), forms: [], sentOn: [] };
}

describe('where there is nothing, a browser is shown a page', () => {
  for (const path of [
    '/gensvar/finns-inte',
    '/gensvar/feedback/v1/',
    '/gensvar/feedback/v1/%E0%A4%A',
    '/gensvar/widget/finns-inte.js',
    '/gensvar/demo/finns-inte/',
    '/annat',
  ]) {
    it(path, async () => {
      const shown = await show(await ask(`${path}?hemligt7ord`, navigation));
      assert.equal(shown.status, 404);
      assertOwnPage(shown);
      assert.equal(titleOf(shown), 'Sidan finns inte');
      assert.equal(headingOf(shown), 'Sidan finns inte');
      assert.match(wordsOf(shown), /Kontrollera att adressen är rätt\./);
      assert.doesNotMatch(shown.markup, /hemligt7ord/);
      const [, styles = ''] = /<link rel="stylesheet" href="(.*?)"/.exec(shown.markup) ?? [];
      assert.equal((await ask(styles, 'text/css')).status, 200);
    });
  }

  for (const [wish, language, heading] of [
    ['en-GB,en;q=0.9', 'en', 'The page does not exist'],
    ['fi', 'fi', 'Sivua ei ole'],
    ['de-DE,de', 'sv', 'Sidan finns inte'],
    ['', 'sv', 'Sidan finns inte'],
  ] as const) {
    it(`in the language that it asks for: “${wish}”`, async () => {
      const shown = await show(await ask('/gensvar/finns-inte', navigation, wish));
      assertOwnPage(shown, language);
      assert.equal(headingOf(shown), heading);
    });
  }

  it('also where the method is another one, which is told', async () => {
    const response = await ask('/gensvar/feedback/v1/responses', navigation);
    assert.equal(response.headers.get('allow'), 'POST, OPTIONS');
    const shown = await show(response);
    assert.equal(shown.status, 405);
    assertOwnPage(shown);
  });

  it('without its body when only the head is asked for', async () => {
    const response = await ask('/gensvar/finns-inte', navigation, 'sv', 'HEAD');
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(await response.text(), '');
  });
});

describe('where there is nothing, other clients are told as data', () => {
  for (const accept of [
    undefined,
    '*/*',
    'application/json',
    'application/problem+json',
    'application/json, text/html;q=0.9',
    'application/json, text/plain, */*',
    'text/html;q=0.5, application/problem+json',
    'text/html;q=0, */*',
    'image/avif,image/webp,*/*',
    'nonsense',
  ]) {
    it(`by “${accept ?? 'nothing'}”`, async () => {
      const response = await ask('/gensvar/finns-inte', accept);
      await assertProblem(response, { status: 404, kind: 'not-found' });
    });
  }
});

describe('when the service fails', () => {
  const failWith = async (error: Error, accept?: string) => {
    failure = error;
    reported.length = 0;
    try {
      return await ask('/gensvar/feedback/v1/form?page=https://www.agency.example/', accept);
    } finally {
      failure = undefined;
      assert.deepEqual(reported, [error]);
    }
  };

  it('a browser is shown a page that tells nothing of the fault', async () => {
    const shown = await show(await failWith(new Error('hemligt7ord'), navigation));
    assert.equal(shown.status, 500);
    assertOwnPage(shown);
    assert.equal(headingOf(shown), 'Något gick fel hos oss');
    assert.match(wordsOf(shown), /Försök igen om en stund\./);
    assert.doesNotMatch(shown.markup, /hemligt7ord|Error/);
  });

  it('and when to come back, if it is a fault that passes', async () => {
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    const shown = await show(await failWith(full, navigation));
    assert.equal(shown.status, 503);
    assert.equal(shown.headers.get('retry-after'), '10');
    assertOwnPage(shown);
  });

  it('other clients are told as data', async () => {
    const response = await failWith(new Error('hemligt7ord'));
    const told = { status: 500, kind: 'internal', secret: 'hemligt7ord' };
    await assertProblem(response, told);
  });
});

describe('the frame of visitors’ pages', () => {
  for (const [language, direction] of [
    ['ar', 'rtl'],
    ['yi', 'rtl'],
    ['sv', undefined],
    ['fi', undefined],
  ] as const) {
    it(`A10: has the direction of its language: ${language}`, async () => {
      const page = visitorPage({ language, title: '', basePath: '', body: html`` });
      const written = direction ? ` dir="${direction}"` : '';
      assert.ok((await page).toString().includes(`<html lang="${language}"${written}>`));
    });
  }
});
