import assert from 'node:assert/strict';
import { it } from 'node:test';
import { awaitingLanguages } from '../../locales/languages.ts';
import {
  allBrowsers,
  describeJourney,
  type Journey,
  type Visit,
} from '../support/browser-journey.ts';
import { readResponses } from '../support/stored-rows.ts';

const questions = {
  sv: 'Hjälpte denna information dig?',
  en: 'Did this information help you?',
  fi: 'Oliko näistä tiedoista sinulle apua?',
};

type Offered = keyof typeof questions;

/** What stands in an article of the site, after the text: a prompt, or several. */
interface Article {
  path: string;
  /** The attributes of the page's root. */
  root: string;
  body?: string;
}

/** Opens an article that the site of the service has, in a language of its own. */
async function openArticle(journey: Journey, article: Article): Promise<Visit> {
  const { path, root, body = '<page-feedback></page-feedback>' } = article;
  const address = journey.service().url + path;
  const visit = await journey.visit();
  await visit.page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html ${root}><head><title>Artikel</title>
        <script src="/widget/page-feedback.js" defer></script></head>
        <body><main><h1>Artikel</h1>${body}</main></body></html>`,
    }),
  );
  await visit.page.goto(address);
  await visit.page.locator('page-feedback section').first().waitFor();
  return visit;
}

/** The files of the element that were asked for, in the order of their names. */
const elementsOf = ({ requests }: Visit) =>
  requests
    .map((request) => new URL(request.url()).pathname)
    .filter((path) => /^\/widget\/page-feedback\../.test(path) && !path.endsWith('feedback.js'))
    .sort();

/** Nothing that the page asked for is missing, and nothing is told in the console. */
async function assertNothingMissing({ requests, faults }: Visit) {
  for (const request of requests) {
    const response = await request.response();
    assert.ok(response?.ok(), `${request.url()}: ${response?.status()}`);
  }
  assert.deepEqual(faults, []);
}

const prompt = ({ page }: Visit, place = 0) => {
  const section = page.locator('page-feedback section').nth(place);
  return {
    section,
    question: section.locator('#question'),
    mark: () => section.evaluate(({ lang, dir }: HTMLElement) => [lang, dir]),
  };
};

function defineLanguages(journey: Journey, pages: [root: string, shown: Offered][]) {
  for (const [root, shown] of pages) {
    it(`A10: is one file, and marked as what it is, where the page has ${root || 'none'}: ${shown}`, async () => {
      const visit = await openArticle(journey, { path: '/artikel', root });
      assert.deepEqual(elementsOf(visit), [`/widget/page-feedback.${shown}.js`]);
      assert.equal(await prompt(visit).question.innerText(), questions[shown]);
      assert.deepEqual(await prompt(visit).mark(), [shown, 'ltr']);
      await assertNothingMissing(visit);
    });
  }
}

// The choice is no matter of the browser: one goes through them all.
describeJourney('the prompt in every language of a page', ['Chromium'], (journey) => {
  defineLanguages(journey, [
    ['lang="FI"', 'fi'],
    ['lang="fi-Latn-SE"', 'fi'],
    ['lang="EN_us"', 'en'],
    ['lang="sv-FI"', 'sv'],
    ['lang="fit-SE"', 'sv'],
    ['lang="fil"', 'sv'],
    ['lang="ar-EG" dir="rtl"', 'sv'],
    ['lang="??"', 'sv'],
    ['', 'sv'],
    ...awaitingLanguages.map((language): [string, Offered] => [`lang="${language}"`, 'sv']),
  ]);
});

describeJourney('the prompt in the language of the page', allBrowsers, (journey) => {
  defineLanguages(journey, [
    ['lang="fi-FI"', 'fi'],
    ['lang="en_US"', 'en'],
    ['lang="yi-Hebr" dir="rtl"', 'sv'],
  ]);

  it('A10: is Swedish where the words are awaited, also after a prompt in English', async () => {
    const body = `<div lang="en"><page-feedback></page-feedback></div>
      <div lang="se"><page-feedback></page-feedback></div>`;
    const visit = await openArticle(journey, { path: '/flera', root: 'lang="en"', body });
    await visit.page.getByRole('heading', { name: questions.sv }).waitFor();
    assert.deepEqual(await prompt(visit, 0).mark(), ['en', 'ltr']);
    assert.deepEqual(await prompt(visit, 1).mark(), ['sv', 'ltr']);
    assert.equal(await prompt(visit, 1).question.innerText(), questions.sv);
    const files = ['en', 'sv'].map((language) => `/widget/page-feedback.${language}.js`);
    assert.deepEqual(elementsOf(visit), files);
    await assertNothingMissing(visit);
  });

  it('A10: thanks, warns and thanks again in Finnish, and the answer says which language it was', async () => {
    const path = '/suomeksi';
    const visit = await openArticle(journey, { path, root: 'lang="fi-FI"' });
    const { section } = prompt(visit);
    await section.getByRole('button', { name: /^Ei\s?, tiedoista ei ollut apua$/ }).click();
    const says = (text: string) => section.getByText(text, { exact: true }).waitFor();
    await says('Kiitos vastauksestasi. Voit myös kirjoittaa kommentin.');
    await says('Voit kirjoittaa vielä 1000 merkkiä.');

    const send = section.getByRole('button', { name: 'Lähetä', exact: true });
    await send.click();
    await says('Kirjoita ruutuun jotain ennen lähettämistä.');
    const field = section.getByRole('textbox');
    await field.fill('ä'.repeat(999));
    await says('Voit kirjoittaa vielä 1 merkin.');
    await field.fill('En löytänyt lomaketta. Kirjoita: anna@example.se');
    await send.click();
    await says('Teksti näyttää sisältävän henkilötietoja. Näin se lähetetään:');
    await section.getByRole('button', { name: 'Lähetä näin', exact: true }).click();
    await says('Kiitos! Olemme vastaanottaneet kommenttisi.');

    const { database } = journey.service();
    const stored = readResponses(database).filter(({ address }) => address.endsWith(path));
    assert.deepEqual(
      stored.map(({ answer, widgetLanguage, pageLanguage, comment }) => ({
        answer,
        widgetLanguage,
        pageLanguage,
        comment,
      })),
      [
        {
          answer: 'no',
          widgetLanguage: 'fi',
          pageLanguage: 'fi-FI',
          comment: 'En löytänyt lomaketta. Kirjoita: [piilotettu]',
        },
      ],
    );
    await assertNothingMissing(visit);
  });
});

describeJourney('a visitor without script who reads Finnish', allBrowsers, (journey) => {
  it('A10, A18: is asked and thanked in Finnish', async () => {
    const { url } = journey.service();
    const { page } = await journey.visit({ javaScriptEnabled: false });
    const query = new URLSearchParams({ page: `${url}/ilman`, language: 'fi' });
    await page.goto(`${url}/feedback/v1/form?${query}`);
    await page.getByRole('heading', { level: 1, name: questions.fi }).waitFor();
    await page.getByRole('button', { name: /^Kyllä/ }).click();
    await page.getByRole('heading', { level: 1, name: /^Kiitos vastauksestasi/ }).waitFor();
    await page.getByRole('textbox', { name: /^Mikä auttoi sinua\?/ }).fill('Selkeä ohje.');
    await page.getByRole('button', { name: 'Lähetä', exact: true }).click();
    await page.getByText('Kiitos! Olemme vastaanottaneet kommenttisi.').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fi');
  });
});
