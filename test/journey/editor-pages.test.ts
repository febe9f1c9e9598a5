import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import type { IncomingResponse } from '../../server/store/store.ts';
import { freePort } from '../run/free-port.ts';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney, type Journey, type Visit } from '../support/browser-journey.ts';
import { aDay, aMinute } from '../support/moving-clock.ts';
import { focusedName, reachByTab } from '../support/reach-by-tab.ts';

/** Answers over two months, with a comment each day of the last two weeks. */
async function play(journey: Journey): Promise<number> {
  const { store, site, url } = journey.service();
  const responses = Array.from({ length: 120 }, (_, index): IncomingResponse => {
    const received = new Date(Date.now() - Math.floor(index / 2) * aDay - index * aMinute);
    const comment = index % 2 === 0 && index < 28 ? `Kommentar ${index}` : undefined;
    return {
      key: crypto.randomUUID(),
      siteId: site.id,
      address: `${url}/ansok`,
      received,
      day: received.toISOString().slice(0, 10),
      revisionNo: 1,
      content: {
        answer: index % 3 === 0 ? 'yes' : 'no',
        survey: 'page',
        title: 'Ansök om stöd',
        ...(comment !== undefined && { comment }),
      },
    };
  });
  await store.appendResponses(responses);
  return (await store.findPlaceAt(site.id, `${url}/ansok`))?.id ?? 0;
}

const isChromium = ({ context }: Visit) => context.browser()?.browserType().name() === 'chromium';

/** Opens a page for the editor; in Chromium, where it can be told, axe judges. */
async function open(journey: Journey, path: string) {
  const { store, editor, url } = journey.service();
  await store.setEditorLanguage(editor.id, 'sv');
  const visit = await journey.signIn();
  if (isChromium(visit)) await bringAxe(visit);
  const { page } = visit;
  await page.goto(`${url}/review${path}`);
  const judge = async () => {
    if (isChromium(visit)) await assertNoFaults(page);
  };
  return { page, judge };
}

/** Waits until the focus is on what is called so: it is moved when a page has been read. */
const focusLands = (page: Page, id: string) =>
  page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);

const both = ['Chromium', 'Firefox'] as const;

describeJourney("the report of an editor's page", both, (journey) => {
  it('comes to the words of visitors soon, and opens its table by keyboard', async () => {
    const id = await play(journey);
    const { page, judge } = await open(journey, `/pages/${id}`);
    await page.setViewportSize({ width: 1280, height: 800 });
    const comments = page.getByRole('heading', { level: 2, name: 'Kommentarer' });
    const { y = Infinity } = (await comments.boundingBox()) ?? {};
    assert.ok(y < 1.5 * 800, `the comments begin ${y} px down`);
    const table = page.getByRole('table', { name: 'Dagar med svar, den senaste först' });
    assert.equal(await table.isVisible(), false);
    await judge();
    await reachByTab(page, /^Tabell: \d+ dagar med svar$/);
    const days = Number(/\d+/.exec(await focusedName(page))?.[0]);
    await page.keyboard.press('Enter');
    await table.waitFor();
    assert.equal(await table.getByRole('row').count(), days + 1);
    await judge();
    await page.reload();
    assert.equal(await table.isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    // Not every browser can be told to look as on paper.
    if (!(await page.evaluate(() => matchMedia('print').matches))) return;
    assert.ok(await table.isVisible(), 'on paper the table is there, though nobody opened it');
  });

  it('opens the choices for several comments, and says what was done', async () => {
    const id = await play(journey);
    const { page, judge } = await open(journey, `/pages/${id}`);
    await reachByTab(page, /^Ändra flera kommentarer på en gång$/);
    await page.keyboard.press('Enter');
    await focusLands(page, 'bulk-start');
    assert.equal(await page.getByLabel('Status').isVisible(), false);
    await page.keyboard.press('Enter');
    await page.getByLabel('Status').waitFor();
    await judge();
    await reachByTab(page, /^Ändra de valda$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.ok(await page.getByLabel('Status').isVisible(), 'what was chosen stays in sight');
    await judge();
  });
});

describeJourney('the focus of an editor lands on what a page has to say', both, (journey) => {
  it('when answers have changed while a copy of them was made', async () => {
    await play(journey);
    const path = '/records-request/choose?scope=site&period=all';
    const { page, judge } = await open(journey, path);
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'changed');
    const { store, site } = journey.service();
    const [newest] = await store.listComments(1, { limit: 1, offset: 0 });
    const by = { at: new Date(), actor: 'Kim' };
    const id = newest?.id ?? 0;
    await store.maskComment({ id, siteId: site.id, text: `Ändrad ${Date.now()}` }, by);
    await reachByTab(page, /^Förhandsgranska kopian$/);
    await page.keyboard.press('Enter');
    await focusLands(page, 'changed');
    assert.match(await focusedName(page), /^Svaren har ändrats sedan du valde/);
    await judge();
    await reachByTab(page, /^Förhandsgranska kopian$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Förhandsgranska kopian' }).waitFor();
    await judge();
  });

  it('when pages of a part of the website are counted, and when the part is none', async () => {
    await play(journey);
    const { page, judge } = await open(journey, '/responsible');
    await reachByTab(page, /^Del av webbplatsen/);
    await page.keyboard.press('Enter');
    await page.getByText('Skriv början på en adress').waitFor();
    await focusLands(page, 'section');
    assert.match(await focusedName(page), /^Del av webbplatsen Skriv början på en adress/);
    await judge();
    await page.keyboard.type('/ansok');
    await page.keyboard.press('Enter');
    await focusLands(page, 'counted');
    assert.match(await focusedName(page), /^Sidor i \/ansok: 1\./);
    await judge();
  });
});

const port = String(await freePort());
const environment = {
  PORT: port,
  PUBLIC_URL: `http://localhost:${port}`,
  GENSVAR_SMTP_URL: 'smtp://127.0.0.1:9',
  GENSVAR_MAIL_FROM: 'gensvar@example.se',
};

describeJourney(
  'an editor who asks for a link by mail',
  both,
  (journey) => {
    it('is told of no fault before it is sent, and then where it is', async () => {
      const visit = await journey.visit();
      if (isChromium(visit)) await bringAxe(visit);
      const { page } = visit;
      await page.goto(`${journey.service().url}/review/`);
      const field = page.getByLabel('Mejladress');
      assert.equal(await field.evaluate((input) => input.matches(':invalid')), false);
      await reachByTab(page, /^Mejladress/);
      await page.keyboard.type('kim');
      await page.keyboard.press('Enter');
      await page.getByText('Skriv en mejladress').waitFor();
      await focusLands(page, 'address');
      assert.equal(await field.inputValue(), 'kim');
      if (isChromium(visit)) await assertNoFaults(page);
    });
  },
  { environment },
);
