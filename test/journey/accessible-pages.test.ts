import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney } from '../support/browser-journey.ts';
import { scrollToPrompt } from '../support/demo-visitor.ts';
import { openReviewDesk } from '../support/review-desk.ts';

describeJourney('axe-core finds no fault, and nothing to doubt', ['Chromium'], (journey) => {
  const open = async (path: string) => {
    const visit = await journey.visit();
    await bringAxe(visit);
    await visit.page.goto(journey.service().url + path);
    return visit.page;
  };

  for (const path of ['/demo/', '/demo/en/', '/demo/strict-csp/', '/demo/link-only/']) {
    it(`on ${path}, before and after the prompt is there`, async () => {
      const page = await open(path);
      await page.locator('page-feedback').scrollIntoViewIfNeeded();
      await page.locator('page-feedback section').waitFor();
      await assertNoFaults(page);
      await page.locator('page-feedback section [value=no]').click();
      await page
        .getByRole('status')
        .first()
        .getByText(/^(Tack|Thank)/)
        .waitFor();
      await assertNoFaults(page);
    });
  }

  for (const path of ['/demo/states/', '/demo/themes/']) {
    it(`on ${path}, where there are many prompts`, async () => {
      const page = await open(path);
      await page.locator('html[data-states]').waitFor({ state: 'attached' });
      assert.equal(await page.locator('html').getAttribute('data-states'), 'ready');
      await assertNoFaults(page);
    });
  }

  it('on the pages without script: form, receipt and fault', async () => {
    const visit = await journey.visit();
    const { page } = visit;
    await bringAxe(visit);
    await page.route('**/widget/**', (route) => route.abort());
    await page.goto(`${journey.service().url}/demo/`);
    await assertNoFaults(page);
    await page.goto(`${journey.service().url}/demo/link-only/`);
    await page.locator('page-feedback a').click();
    await assertNoFaults(page);
    await page.getByRole('button', { name: /^Nej/ }).click();
    await page.getByRole('heading', { name: 'Tack för ditt svar' }).waitFor();
    await assertNoFaults(page);
    await page.getByRole('textbox').fill('å'.repeat(1001));
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Texten är 1 tecken för lång').waitFor();
    await assertNoFaults(page);
    await page.getByRole('textbox').fill('Ring mig på 070-174 06 05.');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByRole('button', { name: 'Skicka så här' }).waitFor();
    await assertNoFaults(page);
    await page.getByRole('button', { name: 'Skicka så här' }).click();
    await page.getByText('Tack! Vi har tagit emot din kommentar.').waitFor();
    await assertNoFaults(page);
    await page.goto(`${journey.service().url}/feedback/v1/form?page=https://annan.example/`);
    await assertNoFaults(page);
    await page.goto(`${journey.service().url}/finns-inte`);
    await page.getByRole('heading', { level: 1, name: 'Sidan finns inte' }).waitFor();
    await assertNoFaults(page);
  });

  it('on the pages that editors meet before they sign in', async () => {
    for (const path of ['/review/', '/review/sign-in?token=fel', '/review/signed-out']) {
      await assertNoFaults(await open(path));
    }
  });

  it('on the page of a sign-in link, which the demo passes over', async (test) => {
    const desk = await openReviewDesk();
    test.after(() => desk.close());
    const visit = await journey.visit();
    const { page } = visit;
    await bringAxe(visit);
    await page.route('**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await desk.request(pathname + search);
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      });
    });
    await page.goto(`http://localhost/review/sign-in?token=${await desk.createToken()}`);
    await page.getByRole('button', { name: 'Logga in' }).waitFor();
    await assertNoFaults(page);
  });
});

describeJourney('axe-core finds no fault in the review', ['Chromium'], (journey) => {
  it('before there is any answer, and when there are some', async () => {
    const visit = await journey.signIn();
    await bringAxe(visit);
    const { page } = visit;
    await page.reload();
    await page.getByRole('heading', { name: 'Inga svar än' }).waitFor();
    await assertNoFaults(page);

    const visitor = await journey.visit();
    await visitor.page.goto(`${journey.service().url}/demo/`);
    const prompt = await scrollToPrompt(visitor.page);
    await prompt.no.click();
    await prompt.field.fill('Något saknades.');
    await prompt.send.click();
    await visitor.page.getByText('Tack! Vi har tagit emot din kommentar.').waitFor();

    await page.reload();
    await page.getByRole('link', { name: 'Skriv tydliga länktexter' }).waitFor();
    await assertNoFaults(page);
    await page.getByRole('link', { name: 'Skriv tydliga länktexter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Skriv tydliga länktexter' }).waitFor();
    await assertNoFaults(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    await assertNoFaults(page);
    await page.goto(`${journey.service().url}/review/pages/999`);
    await assertNoFaults(page);
  });
});

describeJourney('axe-core finds no fault where administrators work', ['Chromium'], (journey) => {
  it('with people, sessions and the log', async () => {
    const { store, site, editor, url } = journey.service();
    await store.setRole(editor.id, site.id, 'administrator');
    await store.addEditor({ name: 'Kim', siteIds: [site.id], role: 'reader' });
    const other = await journey.signIn();
    await other.page.getByText('Inloggad som').waitFor();
    const visit = await journey.signIn();
    await bringAxe(visit);
    const { page } = visit;
    const pressed = async (button: string | RegExp, heading: string) => {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await assertNoFaults(page);
    };

    await page.goto(`${url}/review/people`);
    await assertNoFaults(page);
    await page.getByLabel('Namn').fill(' ');
    await pressed('Lägg till', 'Personer');
    await page.getByText('Skriv ett namn').waitFor();
    await page.getByLabel('Namn').fill('Robin');
    await pressed('Lägg till', 'Inloggningslänk');
    await page.getByRole('link', { name: 'Till alla personer' }).click();
    await page.getByRole('link', { name: 'Kim' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kim' }).waitFor();
    await assertNoFaults(page);
    await page.getByLabel('Roll').selectOption('Redaktör');
    await pressed('Spara rollen', 'Kim');
    await page.getByText('Rollen är sparad').waitFor();
    await pressed('Ta bort från Test', 'Personer');
    await page.getByRole('link', { name: editor.name }).click();
    await pressed('Ta bort från Test', 'Webbplatsen behöver en administratör');

    await page.getByRole('link', { name: 'Mina inloggningar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mina inloggningar' }).waitFor();
    await assertNoFaults(page);
    await pressed('Avsluta alla andra inloggningar', 'Mina inloggningar');
    await page.getByRole('link', { name: 'Logg', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Logg' }).waitFor();
    await assertNoFaults(page);
    await page.getByLabel('Händelse').selectOption('Ändrade en roll');
    await page.getByRole('button', { name: 'Visa' }).click();
    await page.getByRole('cell', { name: 'Kim' }).first().waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await assertNoFaults(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the log is ${overflow} px too wide`);
    // Browsers tell of an answer such as 409 as of a fault.
    const faults = visit.faults.filter((fault) => !/status of 4(09|22)/.test(fault));
    assert.deepEqual(faults, []);
  });
});
