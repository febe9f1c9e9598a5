import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney, type Journey } from '../support/browser-journey.ts';

const texts = [
  'Ring Anna Berg på 070-174 06 05.',
  'Jag förstår inte vad som gäller för mig som studerar på deltid.',
  'Blanketten går inte att öppna.',
];

/** Stores comments, and suspected answers without one, and signs an editor in. */
async function openWork(journey: Journey) {
  const { store, site, editor, url } = journey.service();
  await store.setRole(editor.id, site.id, 'administrator');
  await store.setEditorLanguage(editor.id, 'sv');
  const response = (comment: string | undefined, index: number) => ({
    key: crypto.randomUUID(),
    siteId: site.id,
    address: `${url}/demo/`,
    received: new Date(Date.now() - (10 - index) * 60_000),
    day: new Date().toISOString().slice(0, 10),
    revisionNo: 1,
    ...(comment === undefined && { suspicion: 'flood' }),
    content: {
      answer: 'no' as const,
      survey: 'page' as const,
      title: 'Skriv tydliga länktexter',
      pageLanguage: 'sv',
      ...(comment !== undefined && { comment }),
    },
  });
  await store.appendResponses([...texts, undefined].map(response));
  const visit = await journey.signIn();
  await bringAxe(visit);
  const { page } = visit;
  const pressed = async (name: string | RegExp, what: string | RegExp) => {
    await page.getByRole('button', { name }).first().click();
    await page.getByText(what).first().waitFor();
    await assertNoFaults(page);
  };
  const at = async (path: string) => {
    await page.goto(`${url}/review${path}`);
    await assertNoFaults(page);
  };
  return { visit, page, pressed, at, store, site, url };
}

/** What has the focus, as its own text or name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.tagName.toLowerCase()}#${element?.id} ${element?.textContent.replace(/\s+/g, ' ').trim()}`;
  });

async function assertFits(page: Page) {
  await page.setViewportSize({ width: 320, height: 640 });
  await assertNoFaults(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${page.url()} is ${overflow} px too wide`);
  await page.setViewportSize({ width: 1280, height: 720 });
}

describeJourney('axe-core finds no fault in the work with comments', ['Chromium'], (journey) => {
  it('in lists, on a comment’s pages, and where administrators keep tags', async () => {
    const { visit, page, pressed, at, store, site } = await openWork(journey);
    await at('/comments');
    await assertFits(page);
    const several = page.locator('summary', { hasText: 'Ändra flera kommentarer' });
    await several.click();
    await page.getByRole('button', { name: 'Ändra de valda' }).click();
    await page.getByText('Välj minst en kommentar').waitFor();
    await assertNoFaults(page);
    await page.goBack();
    await several.click();
    await page.getByRole('checkbox', { name: /^Alla kommentarer/ }).check();
    await page.getByLabel('Status', { exact: true }).last().selectOption('Pågår');
    await pressed('Ändra de valda', '3 kommentarer: Status: Pågår.');
    assert.match(await focused(page), /^div#done 3 kommentarer/);
    await pressed('Ångra', 'Ändringen är ångrad');

    const [comment] = await store.findComments([site.id], [1]);
    assert.equal(comment?.text, texts[0]);
    await at('/comments/1');
    const by = { at: new Date(), actor: 'Kim' };
    await store.changeComments(site.id, [{ id: 1, version: 2 }], { status: 'fixed' }, by);
    await page.getByLabel('Status').selectOption('Ingen åtgärd');
    await pressed('Spara', 'Någon annan har ändrat kommentaren');
    await assertFits(page);
    await pressed('Gör min ändring', 'Status: Ingen åtgärd');
    assert.match(await focused(page), /^div#done/);
    await pressed('Spara anteckningen', 'Skriv något i rutan');
    assert.match(await focused(page), /^textarea#note/);
    await page.getByRole('textbox', { name: /^Anteckning/ }).fill('Frågat juristerna.');
    await pressed('Spara anteckningen', 'Anteckningen är sparad');
    await assertFits(page);

    await page.getByRole('link', { name: 'Maskera ord' }).click();
    await assertNoFaults(page);
    await page.getByLabel('Andra ord').fill('Kalle');
    await pressed('Förhandsgranska', 'Det här finns inte i kommentaren');
    await page.getByLabel('Andra ord').fill('Anna Berg');
    await pressed('Förhandsgranska', 'Ska orden maskeras?');
    await assertFits(page);
    await pressed('Maskera orden för alltid', 'Kommentaren är maskerad');
    await page.getByRole('link', { name: 'Lämna över' }).click();
    await assertNoFaults(page);
    await pressed('Lämna över', 'Text till registratorn');
    await assertFits(page);
    await at('/comments/1/delete');
    await pressed('Radera för alltid', 'Kommentaren är raderad');
    await page.getByText('Misstänkta svar utan kommentar').waitFor();
    await pressed('Räkna med svaren', 'räknas nu med');

    await at('/tags');
    await page.getByLabel('Etikettens namn').fill('övrigt');
    await pressed('Lägg till', 'En etikett har redan det namnet');
    await page.getByLabel('Etikettens namn').fill('Språk');
    await pressed('Lägg till', 'Etiketten är tillagd');
    await assertFits(page);
    await page.getByRole('link', { name: 'Ta bort Språk' }).click();
    await assertNoFaults(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    for (const path of ['/comments', '/comments/2', '/comments/2/mask', '/comments/2/hand-over']) {
      await at(path);
    }
    const faults = visit.faults.filter((fault) => !/status of 4(09|22)/.test(fault));
    assert.deepEqual(faults, []);
  });

  it('and all of it goes by keyboard alone', async () => {
    const { page, url } = await openWork(journey);
    await page.goto(`${url}/review/comments`);
    const reach = async (what: RegExp) => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() => {
          const element = document.activeElement as HTMLInputElement | null;
          const label = element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
          return (element?.getAttribute('aria-label') ?? label).replace(/\s+/g, ' ').trim();
        });
        if (what.test(name)) return;
      }
      assert.fail(`nothing is reached that is called ${what.source}`);
    };
    await reach(/^Välj kommentaren/);
    await page.keyboard.press('Space');
    await reach(/^Markera som åtgärdad/);
    await reach(/^Räkna inte/);
    await reach(/^Öppna/);
    await reach(/^Ändra flera kommentarer$/);
    await page.keyboard.press('Enter');
    await reach(/^Alla kommentarer/);
    await reach(/^Status/);
    await page.keyboard.press('P');
    await reach(/^Ändra de valda/);
    await page.keyboard.press('Enter');
    await page.getByText('Status: Pågår.').waitFor();
    assert.match(await focused(page), /^div#done/);
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /Ångra ändringen/);
    await page.keyboard.press('Enter');
    await page.getByText('Ändringen är ångrad').waitFor();
    await page.keyboard.press('Tab');
    assert.doesNotMatch(await focused(page), /^body/);
  });
});
