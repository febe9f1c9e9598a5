import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDayOf } from '../../server/clock.ts';
import type { IncomingResponse } from '../../server/store/store.ts';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney, type Journey } from '../support/browser-journey.ts';
import { aDay } from '../support/moving-clock.ts';

const dayOf = createDayOf('Europe/Stockholm');

/** A page with a comment on each of the last ten days, that was edited five days ago. */
async function play(journey: Journey): Promise<void> {
  const { store, site, url } = journey.service();
  const responses = Array.from({ length: 10 }, (_, days): IncomingResponse => {
    const received = new Date(Date.now() - days * aDay);
    return {
      key: crypto.randomUUID(),
      siteId: site.id,
      address: `${url}/ansok`,
      received,
      day: dayOf(received),
      revisionNo: 1,
      content: { answer: 'no', survey: 'page', title: 'Ansök', comment: `Dag ${days}` },
    };
  });
  await store.appendResponses(responses);
  const pageId = (await store.findPlaceAt(site.id, `${url}/ansok`))?.id ?? 0;
  const day = dayOf(new Date(Date.now() - 5 * aDay));
  const by = { at: new Date(), actor: 'Kim' };
  assert.ok(await store.addRevision({ siteId: site.id, pageId, day, note: null }, by));
}

describeJourney('the time since the last edit', ['Chromium'], (journey) => {
  it('is chosen by its name in the list of comments and in the work list', async () => {
    await play(journey);
    const { store, editor, url } = journey.service();
    await store.setEditorLanguage(editor.id, 'sv');
    const visit = await journey.signIn();
    await bringAxe(visit);
    const { page } = visit;
    await page.setViewportSize({ width: 320, height: 640 });

    await page.goto(`${url}/review/comments`);
    await page.getByText('Fler val').click();
    const box = page.getByRole('checkbox', { name: 'Sedan senaste ändringen', exact: true });
    const hint = await box.evaluate(
      (input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.innerText,
    );
    assert.match(hint ?? '', /^Från dagen efter den då sidan ändrades\./);
    await box.check();
    await assertNoFaults(page);
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.waitForURL(/since=edit/);
    await page.getByRole('heading', { level: 2, name: '5 kommentarer' }).waitFor();
    await assertNoFaults(page);
    await page.getByRole('link', { name: 'Ta bort urvalet Sedan senaste ändringen' }).click();
    await page.getByRole('heading', { level: 2, name: '10 kommentarer' }).waitFor();

    await page.goto(`${url}/review/`);
    await page.getByRole('combobox', { name: 'Period' }).selectOption('Sedan senaste ändringen');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.waitForURL(/days=edit/);
    await page.getByText('Sidor utan känd ändring är inte med').waitFor();
    await assertNoFaults(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} px wide`);
  });
});
