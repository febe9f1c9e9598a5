import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findBrowsers } from '../run/find-browsers.ts';
import { answerByForm, commentByForm, withoutScript } from '../support/embedding-form.ts';
import { openWebsite, type Website } from '../support/embedding-website.ts';

/** What a row of the store says about an answer, without what every row has. */
const facts = (website: Website, path: string) =>
  website.stored(path).map(({ address, title, answer, comment }) => ({
    path: address.replace(website.host.origin, ''),
    title,
    answer,
    comment,
  }));

for (const browser of findBrowsers(process.env)) {
  describe(`embedding on a website elsewhere, in ${browser.name}`, () => {
    let website: Website;
    before(async () => {
      website = await openWebsite(browser);
    });
    afterEach(() => website.leave());
    after(() => website.close());

    describe('by the five lines of the guide', () => {
      const visitGuidePage = (headers = {}) => {
        const path = website.newPath();
        const body = website.guide('html', '<div data-nosnippet>', path);
        const styles = website.guide('css', 'min-height');
        const head = `<style>${styles}</style>
          <link rel="canonical" href="${website.host.origin}${path}">
          <meta property="article:modified_time" content="2026-11-02T08:00:00+01:00">`;
        return website.visit({ path, body, head, title: 'E-faktura', headers });
      };

      it('takes an answer and a comment about the page', async () => {
        const { path, prompt, errors } = await visitGuidePage();
        assert.equal(await prompt().question(), 'Hjälpte denna information dig?');
        assert.deepEqual(website.front.responses(), []);
        await prompt().answer('no');
        await prompt().comment('Adressen saknas.');
        const [row, ...others] = website.stored(path);
        assert.deepEqual(others, []);
        assert.equal(row?.address, `${website.host.origin}${path}`);
        assert.equal(row.title, 'E-faktura');
        assert.equal(row.answer, 'no');
        assert.equal(row.comment, 'Adressen saknas.');
        assert.equal(row.pageLanguage, 'sv');
        assert.equal(row.pageUpdated, '2026-11-02');
        assert.deepEqual(errors, []);
      });

      it('works the same without script', async () => {
        const { page, path } = await visitGuidePage(withoutScript);
        await page.getByRole('form', { name: 'Hjälpte denna information dig?' }).waitFor();
        await answerByForm(page, 'no');
        await commentByForm(page, 'Adressen saknas.');
        assert.deepEqual(facts(website, path), [
          { path, title: 'E-faktura till myndigheter', answer: 'no', comment: 'Adressen saknas.' },
        ]);
      });

      it('leaves nothing on the device', async () => {
        const { page, prompt } = await visitGuidePage();
        await prompt().answer('yes');
        await prompt().comment('Tydligt.');
        assert.deepEqual(await page.context().cookies(), []);
        const kept = await page.evaluate(async () => [
          localStorage.length,
          sessionStorage.length,
          (await indexedDB.databases()).length,
        ]);
        assert.deepEqual(kept, [0, 0, 0]);
      });

      it('moves nothing on the page', async (test) => {
        const { page, prompt } = await visitGuidePage();
        await page.evaluate(() => {
          const below = document.createElement('p');
          below.textContent = 'Senast uppdaterad';
          document.body.append(below);
        });
        const measured = await page.evaluate(() =>
          PerformanceObserver.supportedEntryTypes.includes('layout-shift'),
        );
        if (!measured) return test.skip('this browser does not measure how much moves');
        await prompt().question();
        const shift = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              new PerformanceObserver((list) => {
                const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
                resolve(shifts.reduce((sum, { value }) => sum + value, 0));
              }).observe({ type: 'layout-shift', buffered: true });
              // Nothing is told when nothing has moved.
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
            }),
        );
        assert.equal(shift, 0);
      });

      it('is not printed', async (test) => {
        const { page, prompt } = await visitGuidePage();
        await prompt().question();
        assert.equal(await prompt().element.isVisible(), true);
        await page.emulateMedia({ media: 'print' });
        if (!(await page.evaluate(() => matchMedia('print').matches))) {
          return test.skip('this browser cannot show a page as printed');
        }
        assert.equal(await prompt().element.isVisible(), false);
      });

      it('stays away while it is hidden', async () => {
        const { page, prompt } = await visitGuidePage();
        await prompt().question();
        await prompt().element.evaluate((element) => element.setAttribute('hidden', ''));
        assert.equal(await prompt().element.isVisible(), false);
        await page.evaluate(() =>
          document.querySelector('page-feedback')?.removeAttribute('hidden'),
        );
        assert.equal(await prompt().element.isVisible(), true);
      });

      it('keeps its words out of search results', async () => {
        const { prompt } = await visitGuidePage();
        await prompt().question();
        const marked = await prompt().element.evaluate((element) =>
          [...element.children, ...(element.shadowRoot?.children ?? [])].map(
            (part) => part.tagName + (part.hasAttribute('data-nosnippet') ? ' marked' : ''),
          ),
        );
        assert.deepEqual(marked, ['DIV marked', 'SECTION marked']);
      });
    });

    describe('by a link to the service’s own form', () => {
      it('asks there and leads back', async () => {
        const path = website.newPath();
        const body = website.guide('html', 'feedback/v1/form?', path);
        const { page } = await website.visit({ path, body, headers: withoutScript });
        await page.locator('page-feedback a').click();
        await answerByForm(page, 'yes');
        assert.deepEqual(
          facts(website, path).map(({ answer }) => answer),
          ['yes'],
        );
        await page.locator(`a[href="${website.host.origin}${path}"]`).click();
        await page.waitForURL(`**${path}`);
      });
    });

    it('tells the page’s own script what happened, and never the comment', async () => {
      const script = website.guide('js', 'dataLayer');
      const { page, prompt } = await website.visit({
        body: `<page-feedback></page-feedback>${website.loader}
          <script>window.dataLayer = []; ${script}</script>`,
      });
      await prompt().answer('no');
      await prompt().answer('yes');
      await prompt().comment('Hemliga ord');
      const told = await page.evaluate(() =>
        JSON.stringify((window as { dataLayer?: unknown }).dataLayer),
      );
      assert.deepEqual(JSON.parse(told), [
        { event: 'feedback-answered', answer: 'no' },
        { event: 'feedback-answered', answer: 'yes' },
        { event: 'feedback-submitted' },
      ]);
    });
  });
}
