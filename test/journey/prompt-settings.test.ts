import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { settingsSchema } from '../../server/store/site-settings.ts';
import { describeJourney, type Visit } from '../support/browser-journey.ts';

const path = (request: Request) => new URL(request.url()).pathname;

/** Gathers, from before the page loads, how much its content moves without the visitor’s doing. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      for (let count = 0; count < 3; count += 1) await new Promise(requestAnimationFrame);
      return (window as unknown as { shifts: number[] }).shifts;
    });
}

describeJourney('what a site has decided', ['Chromium'], (journey) => {
  before(async () => {
    const { store, site } = journey.service();
    const prompt = {
      offPaths: ['/kontakt', '/jobb/*'],
      texts: {
        sv: { question: 'Blev du klokare?', contactHref: '/egen-kontakt', privacyHref: '/data' },
        en: { question: 'Any wiser?' },
      },
    };
    const settings = settingsSchema.parse({ prompt });
    const by = { at: new Date(), actor: 'test' };
    assert.ok(await store.changeSite(site, { ...site, settings }, by));
  });

  const form = () => `<form method="post" action="${journey.service().url}/feedback/v1/responses">
    <h2>Blev du klokare?</h2>
    <button name="answer" value="yes">Ja</button> <button name="answer" value="no">Nej</button></form>`;

  const loaderAt = (name: string) => `<script src="/widget/${name}" defer></script>`;
  const siteLoader = () => loaderAt(`sites/${journey.service().site.key}/page-feedback.js`);

  /** Puts a page at the service's own origin, which belongs to the site, and opens it. */
  async function open(visited: Visit, at: string, body: string, head = '', lang = 'sv') {
    const { url } = journey.service();
    const html = `<!doctype html><html lang="${lang}"><head><title>Sida</title>${head}
      <style>page-feedback:not([hidden]) { display: flow-root; min-height: 12rem; }</style>
      </head><body><main><h1>Sida</h1>${body}</main><footer>Foten</footer></body></html>`;
    await visited.page.route(url + at, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await visited.page.goto(url + at, { waitUntil: 'networkidle' });
    return visited.page;
  }

  const scriptsOf = ({ requests }: Visit) =>
    requests.filter((one) => one.resourceType() === 'script').map(path);

  it('reaches the prompt with its one script: the question, links and numbers', async () => {
    const visited = await journey.visit();
    const page = await open(
      visited,
      '/sida',
      `<page-feedback privacy-href="/tagg">${form()}</page-feedback>${siteLoader()}`,
    );
    await page.getByRole('heading', { name: 'Blev du klokare?' }).waitFor();
    const { key } = journey.service().site;
    assert.deepEqual(scriptsOf(visited), [
      `/widget/sites/${key}/page-feedback.js`,
      '/widget/page-feedback.sv.js',
    ]);
    await page.getByRole('button', { name: /^Nej/ }).click();
    await page.getByText('Tack för ditt svar.').waitFor();
    const hrefs = await page
      .locator('page-feedback')
      .evaluate((prompt) =>
        [...(prompt.shadowRoot?.querySelectorAll('a') ?? [])].map((link) =>
          link.getAttribute('href'),
        ),
      );
    assert.deepEqual(hrefs, ['/egen-kontakt', '/tagg'], 'what stands in the tag goes first');
    assert.deepEqual(visited.faults, []);
  });

  it('reaches the prompt in the language of the page', async () => {
    const visited = await journey.visit();
    const page = await open(
      visited,
      '/en',
      `<page-feedback></page-feedback>${siteLoader()}`,
      '',
      'en-GB',
    );
    await page.getByRole('heading', { name: 'Any wiser?' }).waitFor();
  });

  it('A16: takes the prompt away where it is off, fetches no more, and moves nothing', async () => {
    const visited = await journey.visit({ viewport: { width: 800, height: 700 } });
    const shifts = await watchShifts(visited.page);
    const body = `<page-feedback>${form()}</page-feedback><p>Efter</p>${siteLoader()}`;
    const page = await open(visited, '/kontakt', body);
    assert.equal(await page.locator('page-feedback').isVisible(), false);
    assert.equal(await page.getByRole('button').count(), 0, 'nor does the keyboard meet it');
    assert.deepEqual(await shifts(), []);
    assert.equal(scriptsOf(visited).length, 1);
  });

  it('A16: moves nothing on a short page whose script comes late', async () => {
    const visited = await journey.visit({ viewport: { width: 800, height: 700 } });
    const shifts = await watchShifts(visited.page);
    await visited.page.route('**/sites/**', async (route) => {
      await visited.page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
      await route.continue();
    });
    const body = `<page-feedback>${form()}</page-feedback><p>Efter</p>${siteLoader()}`;
    const page = await open(visited, '/jobb/en-tjanst', body);
    assert.equal(await page.getByRole('button').count(), 0);
    assert.deepEqual(await shifts(), []);
  });

  it('never shows it for a moment when the script stands first', async () => {
    const visited = await journey.visit();
    const head = siteLoader().replace(' defer', '');
    await visited.page.addInitScript(() => {
      const seen: boolean[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const prompt = document.querySelector('page-feedback');
        if (prompt) seen.push(prompt.checkVisibility({ visibilityProperty: true }));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const page = await open(visited, '/jobb', `<page-feedback>${form()}</page-feedback>`, head);
    const seen = await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
    assert.ok(seen.length > 0);
    assert.ok(!seen.includes(true));
  });

  it('follows a visitor through an application of one page', async () => {
    const visited = await journey.visit();
    const page = await open(
      visited,
      '/ett',
      `<page-feedback>${form()}</page-feedback>${siteLoader()}`,
    );
    await page.getByRole('heading', { name: 'Blev du klokare?' }).waitFor();
    const go = (to: string) =>
      page.evaluate((next) => {
        history.pushState(null, '', next);
        document.querySelector('h1')?.replaceChildren(next);
      }, to);
    await go('/kontakt');
    await page.locator('page-feedback').waitFor({ state: 'hidden' });
    await go('/tva');
    await page.getByRole('heading', { name: 'Blev du klokare?' }).waitFor();
  });

  it('does no harm to a page whose tag names no address', async () => {
    const visited = await journey.visit();
    const body = `<page-feedback page="http://[">${form()}</page-feedback>
      <page-feedback page="/jobb/b">${form()}</page-feedback>${siteLoader()}`;
    const page = await open(visited, '/tre', body);
    assert.deepEqual(visited.faults, []);
    assert.equal(await page.locator('page-feedback').nth(1).isVisible(), false);
  });

  it('is kept by the service too: the prompt says so kindly, and keeps the words', async () => {
    const visited = await journey.visit();
    const { store, site } = journey.service();
    const before = await store.countPages([site.id]);
    const body = `<page-feedback>${form()}</page-feedback>${loaderAt('page-feedback.js')}`;
    const page = await open(visited, '/kontakt', body);
    const failed = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('feedback-failed', (event) => {
            resolve('reason' in event && event.reason);
          });
        }),
    );
    await page.getByRole('button', { name: /^Nej/ }).click();
    await page.getByText('Vi tar inte emot svar om den här sidan.').waitFor();
    assert.equal(await failed, 'closed');
    assert.equal(await page.getByRole('button', { name: 'Försök igen' }).count(), 0);
    await page.getByRole('textbox').fill('Mina ord');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Vi tar inte emot svar om den här sidan. Din text finns kvar.').waitFor();
    assert.equal(await page.getByRole('textbox').inputValue(), 'Mina ord');
    assert.equal(await store.countPages([site.id]), before);
  });
});
