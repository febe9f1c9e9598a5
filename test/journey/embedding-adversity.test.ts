import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findBrowsers } from '../run/find-browsers.ts';
import { answerByForm } from '../support/embedding-form.ts';
import { createGuideVisits, type GuideVisits } from '../support/embedding-guide-visits.ts';
import { openWebsite, type Website } from '../support/embedding-website.ts';

for (const browser of findBrowsers(process.env)) {
  describe(`embedding against odds, in ${browser.name}`, () => {
    let website: Website;
    let visits: GuideVisits;
    before(async () => {
      website = await openWebsite(browser);
      visits = createGuideVisits(website);
    });
    afterEach(() => website.leave());
    after(() => website.close());

    const visit: GuideVisits['visit'] = (...how) => visits.visit(...how);
    const usesForm: GuideVisits['usesForm'] = (visited) => visits.usesForm(visited);
    const answers = (path: string) => website.stored(path).map(({ answer }) => answer);

    describe('a website that is not in UTF-8', () => {
      const latin = { charset: 'iso-8859-1', title: 'Åtgärder för öar' } as const;
      const form = (attributes: string, path: string) =>
        `<form method="post" action="${website.front.url}/feedback/v1/responses" ${attributes}>
          <input type="hidden" name="page" value="${website.host.origin}${path}">
          <input type="hidden" name="title" value="Åtgärder för öar">
          <button name="answer" value="yes">Ja</button></form>`;

      it('shows the element and its words rightly', async () => {
        const body = `<page-feedback></page-feedback>${website.loader}`;
        const { prompt, path } = await website.visit({ body, ...latin });
        assert.equal(await prompt().question(), 'Hjälpte denna information dig?');
        await prompt().answer('yes');
        await prompt().comment('På ön');
        const [row] = website.stored(path);
        assert.deepEqual([row?.title, row?.comment], ['Åtgärder för öar', 'På ön']);
      });

      it('says in its form that it sends UTF-8', async () => {
        const path = website.newPath();
        const body = form('accept-charset="utf-8"', path);
        const { page } = await website.visit({ path, body, ...latin });
        await answerByForm(page, 'yes');
        assert.equal(website.stored(path)[0]?.title, 'Åtgärder för öar');
      });

      it('otherwise lets the visitor know that the answer could not be read', async () => {
        const path = website.newPath();
        const { page } = await website.visit({ path, body: form('', path), ...latin });
        await page.locator('button').click();
        await page.getByRole('heading', { name: 'Ditt svar kunde inte tas emot' }).waitFor();
        assert.deepEqual(answers(path), []);
      });
    });

    describe('a tool that rewrites scripts', () => {
      it('leaves the form when it turns the loader into a module', async () => {
        const tag = website.loader.replace('<script', '<script type="module"');
        await usesForm(await visit({}, tag));
      });
    });

    describe('a service that is down', () => {
      it('at load leaves the form, which works once the service is up', async () => {
        await website.front.goDown();
        const visited = await visit({});
        await visited.page.waitForLoadState('load');
        await website.front.comeUp();
        await usesForm(visited);
        assert.deepEqual(visited.errors, []);
      });

      it('at the press tells the visitor, keeps the words, and sends them when it is up', async () => {
        const { prompt, path } = await visit({});
        await prompt().question();
        await website.front.goDown();
        await prompt().press('no');
        await prompt().told(/gick inte att skicka/);
        await prompt().write('Ord som ska fram');
        await prompt().send();
        await prompt().told(/Din text finns kvar/);
        await website.front.comeUp();
        await prompt().comment('Ord som ska fram');
        assert.deepEqual(
          website.stored(path).map(({ answer, comment }) => [answer, comment]),
          [['no', 'Ord som ska fram']],
        );
      });

      it('sends the bare answer again by its button, once', async () => {
        const { prompt, path } = await visit({});
        await prompt().question();
        await website.front.goDown();
        await prompt().press('yes');
        await prompt().told(/gick inte att skicka/);
        await website.front.comeUp();
        await prompt().retry();
        await prompt().told(/^Tack/);
        assert.deepEqual(
          website.counts(path).map(({ yes, no }) => [yes, no]),
          [[1, 0]],
        );
      });
    });
  });
}
