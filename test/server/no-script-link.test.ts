import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerForm, assertOwnPage, headingOf, wordsOf } from '../support/no-script-pages.ts';
import { counted, readPage } from '../support/stored-page.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { createVisitorWithoutScript } from '../support/visitor-without-script.ts';

const origin = 'https://www.example.se';
const page = `${origin}/e-faktura`;

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const follow = (query: Record<string, string>, language?: string) =>
  createVisitorWithoutScript(language).open(
    `${service.url}/feedback/v1/form?${new URLSearchParams(query)}`,
  );

describe('the page behind a link', () => {
  it('asks the question, and leads to the receipt', async () => {
    const asked = await follow({ page, title: 'Sida & sånt', language: 'sv' });
    assert.equal(asked.status, 200);
    assertOwnPage(asked);
    assert.equal(headingOf(asked), 'Hjälpte denna information dig?');
    assert.match(wordsOf(asked), /Sidan du svarar om: Sida & sånt/);
    assert.ok(asked.markup.includes(`<a href="${page}">`));
    assert.deepEqual(
      answerForm(asked)?.buttons.map((button) => button.text),
      ['Ja , informationen hjälpte mig', 'Nej , informationen hjälpte mig inte'],
    );
    assert.deepEqual(readPage(service.database, page).counts, []);

    const receipt = await createVisitorWithoutScript().press(answerForm(asked), /^Nej\b/);
    assertOwnPage(receipt);
    assert.equal(headingOf(receipt), 'Tack för ditt svar');
    assert.equal(readPage(service.database, page).title, 'Sida & sånt');
    assert.deepEqual(readPage(service.database, page).counts, counted({ no: 1 }));
  });

  it('counts a visitor who presses both buttons once', async () => {
    const other = `${origin}/annan`;
    const visitor = createVisitorWithoutScript();
    const asked = await follow({ page: other });
    await visitor.press(answerForm(asked), /^Nej\b/);
    await visitor.press(answerForm(asked), /^Ja\b/);
    assert.deepEqual(readPage(service.database, other).counts, counted({ yes: 1 }));
  });

  const wishes: [asked: string | undefined, browser: string, shown: string][] = [
    ['en', 'sv', 'en'],
    ['sv', 'en', 'sv'],
    [undefined, 'en-GB,en;q=0.9', 'en'],
    [undefined, 'de', 'sv'],
    ['de', 'en', 'sv'],
  ];
  for (const [language, browser, shown] of wishes) {
    it(`is ${shown} for the link’s ${language ?? 'silence'} and the browser’s ${browser}`, async () => {
      assertOwnPage(await follow({ page, ...(language && { language }) }, browser), shown);
    });
  }

  it('is followed by a receipt in the same language', async () => {
    const english = await follow({ page, language: 'en' });
    assert.equal(headingOf(english), 'Did this information help you?');
    assertOwnPage(await createVisitorWithoutScript().press(answerForm(english), /^Yes\b/), 'en');
  });

  it('says so when it is not told which page', async () => {
    for (const query of [{}, { page: '' }, { page: 'nonsense' }, { page: 'javascript:alert(1)' }]) {
      const told = await follow(query);
      assert.equal(told.status, 422);
      assertOwnPage(told);
      assert.match(wordsOf(told), /Vi vet inte vilken sida svaret gäller/);
      assert.deepEqual(told.forms, []);
      assert.doesNotMatch(told.markup, /javascript:/);
    }
  });

  it('says so when the page belongs to no registered site', async () => {
    const told = await follow({ page: 'https://www.unknown.example/', language: 'en' });
    assert.equal(told.status, 422);
    assertOwnPage(told, 'en');
    assert.match(wordsOf(told), /We do not accept answers about that page/);
    assert.deepEqual(told.forms, []);
  });

  it('stores nothing by being looked at', async () => {
    const rows = countRows(service.database);
    await follow({ page: `${origin}/aldrig-besvarad` });
    assert.deepEqual(countRows(service.database), rows);
  });
});

describe('the style sheet of these pages', () => {
  it('is where they say it is, and fetches nothing', async () => {
    const { markup } = await follow({ page });
    const href = /<link rel="stylesheet" href="([^"]*)"/.exec(markup)?.[1] ?? '';
    const response = await fetch(new URL(href, service.url));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.doesNotMatch(await response.text(), /url\(|@import/);
  });
});
