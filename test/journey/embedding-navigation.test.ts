import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findBrowsers } from '../run/find-browsers.ts';
import { openBareChromium } from '../support/embedding-bare-chromium.ts';
import { openWebsite, type Visit, type Website } from '../support/embedding-website.ts';

/** A single-page application: `show` goes to another page without loading one. */
const application = `
  const describe = () => {
    document.title = 'Sida ' + location.pathname.split('/').at(-1);
    document.querySelector('h1').textContent = document.title;
    const link = document.querySelector('link[rel=canonical]:not(.fixed)');
    if (link) link.href = location.pathname;
  };
  addEventListener('popstate', describe);
  window.show = (path) => { history.pushState(null, '', path); describe(); };
  describe();`;

for (const browser of findBrowsers(process.env)) {
  describe(`embedding and the way between pages, in ${browser.name}`, () => {
    let website: Website;
    before(async () => {
      website = await openWebsite(browser);
    });
    afterEach(() => website.leave());
    after(() => website.close());

    /** What is stored below a path: last part of the page's path, title, answer, comment. */
    const stored = (path: string) =>
      website
        .stored(path)
        .map(({ address, title, answer, comment }) => [
          address.split('/').at(-1),
          title,
          answer,
          comment,
        ]);

    describe('in a single-page application', () => {
      let root: string;
      const open = (
        prompt = '<page-feedback></page-feedback>',
        head = '<link rel="canonical" href="">',
      ) => {
        root = website.newPath();
        const body = `<h1></h1><main></main>${prompt}<script>${application}</script>`;
        const loader = prompt.includes('<script') ? '' : website.loader;
        return website.visit({ path: `${root}/a`, head, body: body + loader });
      };
      const show = ({ page }: Visit, path: string) =>
        page.evaluate(
          (to) => (window as unknown as { show: (path: string) => void }).show(to),
          `${root}/${path}`,
        );

      it('takes another response on another page, and counts each where it belongs', async () => {
        const visit = await open();
        const prompt = visit.prompt();
        await prompt.answer('no');
        await prompt.comment('Om a');
        await show(visit, 'b');
        assert.equal(await prompt.pressed(), null);
        assert.equal(await prompt.status(), '');
        await prompt.answer('yes');
        await prompt.comment('Om b');
        assert.deepEqual(stored(root), [
          ['a', 'Sida a', 'no', 'Om a'],
          ['b', 'Sida b', 'yes', 'Om b'],
        ]);
        assert.deepEqual(
          website.counts(root).map(({ yes, no, comments }) => [yes, no, comments]),
          [
            [0, 1, 1],
            [1, 0, 1],
          ],
        );
      });

      it('sends what was not sent to nobody when the visitor goes on', async () => {
        const visit = await open();
        const prompt = visit.prompt();
        await prompt.answer('no');
        await prompt.write('Halvfärdigt om a');
        await show(visit, 'b');
        assert.equal(await prompt.written(), null);
        await prompt.answer('no');
        assert.equal(await prompt.written(), '');
        assert.deepEqual(stored(root), [
          ['a', 'Sida a', 'no', null],
          ['b', 'Sida b', 'no', null],
        ]);
      });

      it('stores a comment under way on the page that it was written on', async () => {
        const visit = await open();
        const prompt = visit.prompt();
        await prompt.answer('no');
        await prompt.write('Skrivet på a');
        const held = website.front.holdResponses();
        await prompt.send();
        await show(visit, 'b');
        held.release();
        await prompt.answer('yes');
        assert.match(await prompt.status(), /^Tack för ditt svar/);
        assert.deepEqual(stored(root), [
          ['a', 'Sida a', 'no', 'Skrivet på a'],
          ['b', 'Sida b', 'yes', null],
        ]);
      });

      it('goes on with the same response when only the query or the fragment changes', async () => {
        const visit = await open();
        const prompt = visit.prompt();
        await prompt.answer('no');
        await prompt.write('Om samma sida');
        await visit.page.evaluate(() => {
          history.replaceState(null, '', `${location.pathname}?sort=namn`);
          history.pushState(null, '', '#avsnitt');
        });
        assert.equal(await prompt.pressed(), 'no');
        assert.equal(await prompt.written(), 'Om samma sida');
        await prompt.send();
        await prompt.told(/^Tack! Vi/);
        assert.deepEqual(stored(root), [['a', 'Sida a', 'no', 'Om samma sida']]);
      });

      it('starts afresh when the visitor goes back', async () => {
        const visit = await open();
        const prompt = visit.prompt();
        await prompt.answer('yes');
        await show(visit, 'b');
        await prompt.answer('no');
        await visit.page.evaluate(() => history.back());
        await visit.page.getByRole('heading', { name: 'Sida a' }).waitFor();
        assert.equal(await prompt.pressed(), null);
        await prompt.answer('no');
        assert.deepEqual(stored(root), [
          ['a', 'Sida a', 'yes', null],
          ['b', 'Sida b', 'no', null],
          ['a', 'Sida a', 'no', null],
        ]);
      });

      it('takes the address when there is no canonical link', async () => {
        const visit = await open(undefined, '');
        await show(visit, 'b?sort=namn');
        await visit.prompt().answer('yes');
        assert.deepEqual(stored(root), [['b', 'Sida b', 'yes', null]]);
      });

      /** Has a canonical link that stays as it is, whatever page the application shows. */
      const openWithFixedLink = async (prompt?: string) => {
        const visit = await open(prompt, '<link rel="canonical" href="" class="fixed">');
        await visit.page.locator('link.fixed').evaluate((link) => {
          // Written out, or it would follow the address by itself.
          (link as HTMLLinkElement).href = location.pathname;
        });
        return visit;
      };

      it('takes the address when the canonical link still names the first page', async () => {
        const visit = await openWithFixedLink();
        await visit.prompt().answer('no');
        await show(visit, 'b');
        await visit.prompt().answer('yes');
        await show(visit, 'a');
        await visit.prompt().answer('yes');
        assert.deepEqual(stored(root), [
          ['a', 'Sida a', 'no', null],
          ['b', 'Sida b', 'yes', null],
          ['a', 'Sida a', 'yes', null],
        ]);
      });

      it('takes it also when the prompt comes near only after the first page', async () => {
        const room = '<div style="height: 3000px"></div>';
        const visit = await openWithFixedLink(`${room}<page-feedback></page-feedback>`);
        await show(visit, 'b');
        await visit.prompt().element.scrollIntoViewIfNeeded();
        await visit.prompt().answer('yes');
        assert.deepEqual(stored(root), [['b', 'Sida b', 'yes', null]]);
      });

      it('follows the attribute `page`, whatever the address and the canonical link say', async () => {
        const visit = await open(
          `<page-feedback page="${website.host.origin}/utbytt"></page-feedback>`,
        );
        const prompt = visit.prompt();
        const setPage = (name: string) =>
          prompt.element.evaluate(
            (element, path) => element.setAttribute('page', location.origin + path),
            `${root}/${name}`,
          );
        await setPage('ett');
        await prompt.answer('yes');
        await setPage('två');
        assert.equal(await prompt.pressed(), null);
        await prompt.answer('no');
        assert.deepEqual(
          website.stored(root).map(({ address, answer }) => [address.split('/').at(-1), answer]),
          [
            ['ett', 'yes'],
            [encodeURIComponent('två'), 'no'],
          ],
        );
      });

      it('puts a prompt of one script tag back when its view is replaced', async () => {
        const tag = website.loader.replace('<script', '<script data-target="main"');
        const visit = await open(tag);
        await visit.prompt().answer('yes');
        await visit.page.evaluate(() => {
          document.querySelector('main')?.replaceWith(document.createElement('main'));
        });
        await show(visit, 'b');
        await visit.prompt().answer('no');
        assert.deepEqual(stored(root), [
          ['a', 'Sida a', 'yes', null],
          ['b', 'Sida b', 'no', null],
        ]);
      });

      it('keeps a prompt that one script tag placed outside what is replaced', async () => {
        const tag = website.loader.replace('<script', '<script data-target="aside"');
        const visit = await open(`<aside></aside>${tag}`);
        await visit.prompt().answer('yes');
        await visit.page.evaluate(() => document.querySelector('main')?.replaceChildren());
        await show(visit, 'b');
        await visit.prompt().answer('no');
        assert.deepEqual(
          stored(root).map(([page, , answer]) => [page, answer]),
          [
            ['a', 'yes'],
            ['b', 'no'],
          ],
        );
        assert.equal(await visit.page.locator('page-feedback').count(), 1);
      });
    });

    describe('before the visitor has come', () => {
      it('asks the service for nothing when the page is fetched ahead', async () => {
        const path = website.newPath();
        const address = website.host.addPage(`${path}/next`, {
          body: `<page-feedback></page-feedback>${website.loader}`,
        });
        const { page, prompt } = await website.visit({
          path,
          head: `<link rel="prefetch" href="${address}">`,
          body: `<a href="${address}">Nästa</a>`,
        });
        await website.host.visited(`${path}/next`);
        assert.deepEqual(website.front.requests, []);
        await page.locator('a').click();
        await prompt().answer('yes');
        assert.equal(website.stored(path).length, 1);
      });

      it('sends nothing from a page that is shown ahead, and works when it is seen', async (test) => {
        if (browser.name !== 'Chromium') return test.skip('this browser shows no pages ahead');
        const path = website.newPath();
        const { host } = website;
        // The page tells the website what happens by asking for addresses.
        const next = host.addPage(`${path}/next`, {
          body: `<page-feedback></page-feedback>${website.loader}<script>
            const tell = (what) => fetch('${path}/' + what);
            const prompt = document.querySelector('page-feedback');
            const answered = new Promise((resolve) => prompt.addEventListener('feedback-answered', resolve));
            addEventListener('load', () => tell(document.prerendering ? 'loaded-ahead' : 'loaded-late'));
            document.addEventListener('prerenderingchange', async () => {
              tell('seen');
              const button = () => prompt.shadowRoot?.querySelector('[value=no]');
              while (!button()) await new Promise(requestAnimationFrame);
              button().click();
              await answered;
              tell('answered');
            });
          </script>`,
        });
        const first = host.addPage(path, {
          body: `<script type="speculationrules">
              { "prerender": [{ "urls": ["${next}"], "eagerness": "immediate" }] }
            </script>
            <script>
              // Goes on when the website has seen that the next page is shown ahead.
              fetch('${path}/when-loaded').then(() => location.assign('${next}'));
            </script>`,
        });
        host.addAnswer(`${path}/when-loaded`, () => host.visited(`${path}/loaded-ahead`));
        website.front.forget();
        const close = await openBareChromium(browser, first);
        try {
          await host.visited(`${path}/loaded-ahead`);
          assert.deepEqual(website.front.responses(), []);
          await host.visited(`${path}/answered`);
        } finally {
          await close();
        }
        assert.equal(host.visits(`${path}/seen`), 1);
        assert.equal(host.visits(`${path}/next`), 1);
        assert.deepEqual(
          website.stored(path).map(({ answer }) => answer),
          ['no'],
        );
      });
    });

    describe('when the visitor leaves', () => {
      const openWithWayOut = async () => {
        const path = website.newPath();
        const other = website.host.addPage(`${path}/other`, { body: '<h1>En annan sida</h1>' });
        const visit = await website.visit({
          path,
          body: `<page-feedback></page-feedback>${website.loader}<a href="${other}">Vidare</a>`,
        });
        const leave = async () => {
          await visit.page.locator('body > a').click();
          await visit.page.getByRole('heading', { name: 'En annan sida' }).waitFor();
        };
        return { ...visit, leave };
      };

      /** Waits for what no page is left to tell of. */
      const arrival = async (path: string) => {
        while (website.stored(path).length === 0) await new Promise(setImmediate);
        return website.stored(path).map(({ answer }) => answer);
      };

      it('stores an answer that is pressed just before going to another page', async () => {
        const { prompt, path, leave } = await openWithWayOut();
        await prompt().question();
        const held = website.front.holdResponses();
        await prompt().press('no');
        await leave();
        held.release();
        assert.deepEqual(await arrival(path), ['no']);
      });

      it('stores an answer that is pressed just before the page is closed', async () => {
        const { page, prompt, path } = await openWithWayOut();
        await prompt().question();
        const held = website.front.holdResponses();
        // An ordinary request shows when the browser gives up what the page has sent.
        await page.evaluate((address) => {
          void fetch(address, { method: 'POST', mode: 'no-cors' });
        }, `${website.front.url}/healthz`);
        await prompt().press('no');
        await page.close();
        await held.givenUp;
        held.release();
        assert.deepEqual(await arrival(path), ['no']);
      });

      it('goes on where the visitor was, when the browser has kept the page', async (test) => {
        const { page, prompt, path, leave } = await openWithWayOut();
        await prompt().answer('no');
        await prompt().write('Halvfärdigt');
        await page.evaluate(() => {
          addEventListener('pageshow', ({ persisted }) => {
            document.documentElement.dataset['kept'] = String(persisted);
          });
        });
        await leave();
        await page.evaluate(() => history.back());
        await page.waitForFunction(() => document.querySelector('page-feedback'));
        const kept = await page.evaluate(() => document.documentElement.dataset['kept']);
        if (kept !== 'true') return test.skip('the browser has not kept the page');
        // Playwright takes such a page in Firefox for one on its way: it is asked by its own script.
        const before = await page.evaluate(() => {
          const root = document.querySelector('page-feedback')?.shadowRoot;
          const valueOf = (selector: string) =>
            root?.querySelector<HTMLButtonElement | HTMLTextAreaElement>(selector)?.value;
          return [valueOf('[aria-pressed=true]'), valueOf('textarea')];
        });
        assert.deepEqual(before, ['no', 'Halvfärdigt']);
        await page.evaluate(() =>
          new Promise((resolve) => {
            const prompt = document.querySelector('page-feedback');
            prompt?.addEventListener('feedback-submitted', resolve);
            prompt?.shadowRoot?.querySelector<HTMLElement>('[type=submit]')?.click();
          }).then(() => undefined),
        );
        assert.deepEqual(
          website.stored(path).map(({ answer, comment }) => [answer, comment]),
          [['no', 'Halvfärdigt']],
        );
        assert.equal(website.front.responses().length, 2);
      });

      it('starts afresh, and sends nothing again, when the page is loaded anew', async () => {
        const { page, prompt, path } = await openWithWayOut();
        await prompt().answer('no');
        await page.reload();
        assert.equal(await prompt().question(), 'Hjälpte denna information dig?');
        assert.equal(await prompt().pressed(), null);
        assert.equal(website.front.responses().length, 1);
        assert.equal(website.stored(path).length, 1);
      });
    });
  });
}
