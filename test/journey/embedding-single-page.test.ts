import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findBrowsers } from '../run/find-browsers.ts';
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
  describe(`embedding in a single-page application, in ${browser.name}`, () => {
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
  });
}
