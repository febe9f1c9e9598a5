import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findBrowsers } from '../run/find-browsers.ts';
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
  describe(`where the prompt is put, in ${browser.name}`, () => {
    let website: Website;
    before(async () => {
      website = await openWebsite(browser);
    });
    afterEach(() => website.leave());
    after(() => website.close());

    describe('by one script tag', () => {
      const visitTarget = (tag: string, { head = '', main = '<h1>Sida</h1>' } = {}) =>
        website.visit({ head, body: `<main>${main}</main>${tag}<footer>Fot</footer>` });

      it('puts the prompt last in the element that the tag names', async () => {
        const { page, prompt, path } = await visitTarget(website.guide('html', 'data-target'));
        await prompt().answer('no');
        assert.equal(await page.locator('main > page-feedback:last-child').count(), 1);
        assert.equal(await page.locator('page-feedback').count(), 1);
        assert.equal(website.stored(path).length, 1);
      });

      it('hands on what else the tag says', async () => {
        const attributes = `data-page-title="En annan rubrik" data-page-updated="2026-01-31"
          data-heading-level="3" data-contact-href="/kontakt" data-privacy-href="/om"
          data-lang="en"`;
        const tag = website.loader.replace('<script', `<script data-target="main" ${attributes}`);
        const { page, prompt, path } = await visitTarget(tag);
        assert.equal(await prompt().question(), 'Did this information help you?');
        await prompt().answer('no');
        assert.equal(await page.locator('page-feedback h3[part=question]').count(), 1);
        assert.equal(await page.locator('page-feedback a[href="/kontakt"]').count(), 1);
        assert.equal(await page.locator('page-feedback a[href="/om"]').count(), 1);
        const [row] = website.stored(path);
        assert.equal(row?.title, 'En annan rubrik');
        assert.equal(row.pageUpdated, '2026-01-31');
        assert.equal(row.pageLanguage, 'sv');
      });

      for (const [name, way] of [
        ['async', 'async'],
        ['neither defer nor async', ''],
      ] as const) {
        it(`works with ${name}, also in the head`, async () => {
          const tag = website.loader
            .replace(' defer', ` ${way}`)
            .replace('<script', '<script data-target="main"');
          const { page, prompt } = await visitTarget('', { head: tag });
          await prompt().answer('yes');
          assert.equal(await page.locator('main > page-feedback:last-child').count(), 1);
        });
      }

      it('puts nothing on a page without such an element, and disturbs nothing there', async () => {
        const tag = website.loader.replace('<script', '<script data-target="#nowhere"');
        const path = website.newPath();
        const { page, errors } = await website.visit({ path, body: `<h1>Sida</h1>${tag}` });
        await page.waitForLoadState('load');
        assert.equal(await page.locator('page-feedback').count(), 0);
        assert.deepEqual(errors, []);
      });

      it('finds an element that comes later', async () => {
        const tag = website.loader.replace('<script', '<script data-target="#later"');
        const { page, prompt } = await website.visit({ body: tag });
        await page.evaluate(() => {
          const place = document.createElement('div');
          place.id = 'later';
          document.body.append(place);
        });
        await prompt().answer('yes');
        assert.equal(await page.locator('#later > page-feedback').count(), 1);
      });
    });

    describe('by a script of the page', () => {
      it('takes a prompt that comes late', async () => {
        const { page, prompt, path } = await website.visit({
          body: `<main></main>${website.loader}`,
        });
        await page.waitForLoadState('load');
        await page.evaluate(() => {
          const main = document.querySelector('main');
          if (main) main.innerHTML = '<page-feedback page-title="Sen"></page-feedback>';
        });
        await prompt().answer('yes');
        assert.equal(website.stored(path)[0]?.title, 'Sen');
      });

      it('keeps the response of a prompt that is taken out and put back', async () => {
        const { page, prompt, path } = await website.visit({
          body: `<main><page-feedback></page-feedback></main><aside></aside>${website.loader}`,
        });
        await prompt().answer('no');
        await prompt().write('Halvfärdig text');
        await page.evaluate(() => {
          const prompt = document.querySelector('page-feedback');
          prompt?.remove();
          if (prompt) document.querySelector('aside')?.append(prompt);
        });
        assert.equal(await prompt().pressed(), 'no');
        assert.equal(await prompt().written(), 'Halvfärdig text');
        await prompt().comment('Hel text');
        assert.deepEqual(
          facts(website, path).map(({ answer, comment }) => [answer, comment]),
          [['no', 'Hel text']],
        );
      });

      it('tells of an answer that was under way when the prompt was moved', async () => {
        const { page, prompt, path } = await website.visit({
          body: `<page-feedback></page-feedback><aside></aside>${website.loader}`,
        });
        const held = website.front.holdResponses();
        await prompt().press('yes');
        await page.evaluate(() => {
          const prompt = document.querySelector('page-feedback');
          if (prompt) document.querySelector('aside')?.append(prompt);
        });
        held.release();
        await prompt().told(/^Tack/);
        assert.equal(website.stored(path).length, 1);
      });
    });

    describe('several times on a page', () => {
      it('takes a response of its own for each page it is about', async () => {
        const path = website.newPath();
        const about = (name: string) => `page="${website.host.origin}${path}/${name}"`;
        const { page, prompt } = await website.visit({
          path,
          body: `<page-feedback ${about('a')} page-title="A"></page-feedback>
            <page-feedback ${about('b')} page-title="B"></page-feedback>
            <page-feedback ${about('c')} page-title="C"></page-feedback>${website.loader}`,
        });
        for (const title of ['A', 'B', 'C']) {
          const name = `Hjälpte denna information dig? ${title}`;
          await page.getByRole('region', { name, exact: true }).waitFor();
        }
        await prompt(0).answer('yes');
        await prompt(1).answer('no');
        await prompt(1).comment('Om b');
        assert.equal(await prompt(0).pressed(), 'yes');
        assert.equal(await prompt(0).written(), '');
        assert.equal(await prompt(2).pressed(), null);
        assert.equal(await prompt(2).status(), '');
        assert.deepEqual(facts(website, path), [
          { path: `${path}/a`, title: 'A', answer: 'yes', comment: null },
          { path: `${path}/b`, title: 'B', answer: 'no', comment: 'Om b' },
        ]);
        const ids = website.front.responses().map(({ fields }) => fields.get('id'));
        assert.equal(new Set(ids).size, 2);
      });

      it('speaks the language around each', async () => {
        const { prompt, path } = await website.visit({
          body: `<page-feedback page="${website.host.origin}/sv"></page-feedback>
            <div lang="en"><page-feedback></page-feedback></div>${website.loader}`,
        });
        await prompt(0).untilAsks('Hjälpte denna information dig?');
        await prompt(1).untilAsks('Did this information help you?');
        await prompt(1).answer('no');
        assert.match(await prompt(1).status(), /^Thank you/);
        assert.equal(website.stored(path)[0]?.widgetLanguage, 'en');
        assert.equal(website.stored(path)[0]?.pageLanguage, 'sv');
      });
    });

    describe('from the website’s own host', () => {
      const ownFiles = async (path: string) => {
        for (const name of ['page-feedback.js', 'page-feedback.sv.js']) {
          const file = await fetch(`${website.front.url}/widget/${name}`);
          website.host.addScript(`${path}/assets/${name}`, await file.text());
        }
        return website.guide('html', '/assets/').replace('/assets/', `${path}/assets/`);
      };

      it('works when the prompt is told where the service is', async () => {
        const path = website.newPath();
        const body = await ownFiles(path);
        const { prompt } = await website.visit({ path, body });
        await prompt().answer('yes');
        assert.equal(website.stored(path).length, 1);
        assert.deepEqual(
          website.front.requests.filter(({ method }) => method === 'GET'),
          [],
        );
      });

      it('tells the visitor of failure when it is not', async () => {
        const path = website.newPath();
        const body = (await ownFiles(path)).replace(/ service="[^"]*"/, '');
        const { prompt } = await website.visit({ path, body });
        await prompt().press('yes');
        await prompt().told(/gick inte att skicka/);
        assert.deepEqual(website.stored(path), []);
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
