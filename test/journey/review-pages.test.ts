import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import type { IncomingResponse } from '../../server/store/store.ts';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney, type Journey } from '../support/browser-journey.ts';
import { crawlReview, markupFaults, type FoundPage } from '../support/review-crawl.ts';

const aDay = 24 * 60 * 60 * 1000;

/** Answers about some pages over two months, with comments of all kinds. */
async function fill(journey: Journey): Promise<void> {
  const { store, site, url } = journey.service();
  const words = [
    'Hittade inte blanketten för att ansöka om stöd.',
    'Bra förklarat, tack!\nMen länken längst ner fungerar inte.',
    'Jättelångtordutanmellanslag'.repeat(12),
    'السؤال غير واضح',
    'ö <b>inte fet</b> & "citat"',
  ];
  const responses = Array.from({ length: 260 }, (_, index): IncomingResponse => {
    // Each at a minute of its own: comments are named by when they came.
    const received = new Date(Date.now() - (index % 60) * aDay - index * 60_000);
    const comment = index % 3 === 0 ? words[index % words.length] : undefined;
    return {
      key: crypto.randomUUID(),
      siteId: site.id,
      address: `${url}/amne/${index % 2 === 0 ? 'a' : `sida-${index % 7}`}`,
      received,
      day: received.toISOString().slice(0, 10),
      revisionNo: 1,
      content: {
        answer: (['no', 'yes', 'no', 'partly'] as const)[index % 4] ?? 'no',
        survey: 'page',
        title: index % 2 === 0 ? 'Ansök om stöd' : `Så här gör du, del ${index % 7}`,
        pageLanguage: 'sv',
        ...(index % 30 < 15 && { pageUpdated: '2026-11-01' }),
        ...(comment !== undefined && { comment }),
      },
      ...(index % 40 === 0 && { suspicion: 'rate' }),
    };
  });
  await store.appendResponses(responses);
}

/** The pages that an administrator can reach. */
async function findPages(page: Page, url: string): Promise<FoundPage[]> {
  const pages = await crawlReview(async (href) => {
    const response = await page.request.get(url + href, { maxRedirects: 5 });
    const isPage = (response.headers()['content-type'] ?? '').startsWith('text/html');
    return { status: response.status(), markup: isPage ? await response.text() : '', isPage };
  });
  // A form that is sent as it stands may be told what is missing; that page is judged too.
  const broken = pages.filter(({ status }) => status !== 200 && status !== 422);
  assert.deepEqual(
    broken.map(({ href, from, status }) => `${from} → ${href}: ${status}`),
    [],
    'links that lead nowhere',
  );
  return pages;
}

/** What is wrong with how a page is built, in words. */
async function structureFaults(page: Page, markup?: string): Promise<string[]> {
  const read = await page.evaluate(() => {
    const counted: Record<string, number> = {};
    for (const { localName } of document.querySelectorAll('*')) {
      counted[localName] = (counted[localName] ?? 0) + 1;
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const referring = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'];
    const missing = referring.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
        (element.getAttribute(name) ?? '')
          .split(/\s+/)
          .filter((id) => !document.getElementById(id))
          .map((id) => `${name}="${id}" refers to nothing`),
      ),
    );
    return {
      counted,
      missing,
      repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
      headings: document.querySelectorAll('h1').length,
      title: document.title,
    };
  });
  return [
    ...(markup === undefined ? [] : markupFaults(markup, read.counted)),
    ...read.missing,
    ...read.repeated.map((id) => `id="${id}" is there twice`),
    ...(read.headings === 1 ? [] : [`${read.headings} headings of the first level`]),
    ...(read.title.trim() === '' ? ['no title'] : []),
  ];
}

/** How much wider than a telephone a page is, in pixels. */
async function overflow(page: Page): Promise<number> {
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  const much = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(usual);
  return Math.max(0, much);
}

/**
 * Goes through all that can have the focus; tells what has it without showing it. After a
 * press of Tab a browser shows the focus wherever it is put.
 */
async function hiddenFocus(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    return [...document.querySelectorAll<HTMLElement>(reachable)].flatMap((element) => {
      element.focus();
      // What a closed part of the page holds cannot have it.
      if (document.activeElement !== element) return [];
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return isShown && width > 1 && height > 1 ? [] : [element.outerHTML.slice(0, 120)];
    });
  });
}

/** Everything that is wrong with the page that is open. */
async function faultsOf(page: Page, markup: string): Promise<string[]> {
  const much = await overflow(page);
  const axe = await assertNoFaults(page).then(
    () => [],
    (fault: unknown) => [String(fault)],
  );
  return [
    ...(/<script/.test(markup) ? ['it has a script'] : []),
    ...(await structureFaults(page, markup)),
    ...(much > 0 ? [`it is ${much} px too wide at 320 px`] : []),
    ...(await hiddenFocus(page)).map((element) => `focus cannot be seen on ${element}`),
    ...axe,
  ];
}

/** Opens each page that can be reached and judges it. */
async function judgeAll(journey: Journey, language: 'sv' | 'en'): Promise<FoundPage[]> {
  const { store, site, editor, url } = journey.service();
  await store.setRole(editor.id, site.id, 'administrator');
  await store.setEditorLanguage(editor.id, language);
  const visit = await journey.signIn();
  await bringAxe(visit);
  const { page } = visit;
  const pages = await findPages(page, url);
  const faults: string[] = [];
  for (const { href } of pages) {
    const response = await page.goto(url + href);
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    const markup = (await response?.text()) ?? '';
    for (const fault of await faultsOf(page, markup)) faults.push(`${href}: ${fault}`);
  }
  assert.deepEqual(faults, []);
  return pages;
}

const patience = 600_000;

describeJourney('every page of the review before there is any answer', ['Chromium'], (journey) => {
  it('is without a fault', { timeout: patience }, async () => {
    const pages = await judgeAll(journey, 'sv');
    assert.ok(pages.length >= 8, pages.map(({ href }) => href).join(' '));
  });
});

for (const language of ['sv', 'en'] as const) {
  const title = `every page of the review with answers in it, in ${language}`;
  describeJourney(title, ['Chromium'], (journey) => {
    it('is without a fault', { timeout: patience }, async () => {
      await fill(journey);
      const pages = await judgeAll(journey, language);
      const paths = new Set(pages.map(({ href }) => href.replace(/\?.*/, '').replace(/\d+/g, 'N')));
      for (const path of ['/review/pages/N', '/review/export', '/review/records-request/choose']) {
        assert.ok(paths.has(path), `${path} is not among ${[...paths].join(' ')}`);
      }
    });
  });
}

describeJourney('a copy to hand out, from choice to document', ['Chromium'], (journey) => {
  it(
    'is without a fault on each page, and works without script',
    { timeout: patience },
    async () => {
      await fill(journey);
      const visit = await journey.signIn();
      await bringAxe(visit);
      const { page } = visit;
      const judge = async () => {
        assert.deepEqual(await structureFaults(page), []);
        assert.equal(await overflow(page), 0);
        assert.deepEqual(await hiddenFocus(page), []);
        await assertNoFaults(page);
      };
      await page.goto(`${journey.service().url}/review/export`);
      await page.getByRole('link', { name: 'Gör en kopia att lämna ut' }).click();
      await page.getByLabel('En enda sida').check();
      await page.getByRole('button', { name: 'Välj vad som ska maskeras' }).click();
      await page.getByText('Skriv en adress.').first().waitFor();
      await judge();
      await page.getByLabel('Adress').fill('/amne/a');
      await page.getByLabel('Period', { exact: true }).selectOption('Hela tiden');
      await page.getByRole('button', { name: 'Välj vad som ska maskeras' }).click();
      await page.getByLabel('Ord som ska maskeras överallt').fill('blanketten');
      await page.getByRole('checkbox').nth(1).check();
      await judge();
      await page.getByRole('button', { name: 'Förhandsgranska kopian' }).click();
      await page.getByText('Utvalda ord').first().waitFor();
      await judge();
      await page.getByRole('button', { name: 'Öppna att skriva ut' }).click();
      await page.getByText('Slut på kopian.').waitFor();
      await judge();
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.getByText('Slut på kopian.').isVisible());
    },
  );
});
