import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { createDayOf } from '../../server/clock.ts';
import type { Answer } from '../../server/contract/response-schema.ts';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney, type Journey, type Visit } from '../support/browser-journey.ts';
import { aDay, aMinute, createMovingClock } from '../support/moving-clock.ts';
import { focusedName, reachByTab } from '../support/reach-by-tab.ts';

const time = createMovingClock('2026-10-12T09:00:00Z');
const dayOf = createDayOf('Europe/Stockholm');

const apply = { path: '/ansok', title: 'Ansök om stöd' };
const hours = { path: '/tider', title: 'Öppettider' };

const noForm = 'Hittar inte blanketten någonstans.';
const noPrice = 'Vad kostar det?';
const brokenLink = 'Länken till e-tjänsten fungerar inte.';

/** So many answers each day at the same time, up to now; the last ones with comments. */
async function play(
  journey: Journey,
  { path, title }: typeof apply,
  { days, perDay, comments = [] }: { days: number; perDay: Answer[]; comments?: string[] },
) {
  const { store, site, url } = journey.service();
  const responses = Array.from({ length: days }, (_, ago) =>
    perDay.map((answer, each) => {
      const received = new Date(time.clock().getTime() - (ago + 1) * aDay - each * aMinute);
      const comment = each === 0 ? comments[ago] : undefined;
      return {
        key: crypto.randomUUID(),
        siteId: site.id,
        address: url + path,
        received,
        day: dayOf(received),
        revisionNo: 1,
        content: {
          answer,
          survey: 'page' as const,
          title,
          pageLanguage: 'sv',
          ...(comment !== undefined && { comment }),
        },
      };
    }),
  );
  await store.appendResponses(responses.flat());
}

/** What is told below the heading of the work list. */
const awaits = (page: Page) => page.locator('.lead').innerText();

const isChromium = ({ context }: Visit) => context.browser()?.browserType().name() === 'chromium';

/** The page that is open fits a telephone, and in Chromium, where it can be told, axe is content. */
async function assertGood(visit: Visit) {
  const { page } = visit;
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 1280, height: 720 });
  assert.ok(overflow <= 0, `${page.url()} is ${overflow} px too wide`);
  if (isChromium(visit)) await assertNoFaults(page);
}

const describeEditor = (title: string, define: (journey: Journey) => void) =>
  describeJourney(title, ['Chromium', 'Firefox'], define, { clock: time.clock });

describeEditor('an editor mends the page that needs it most', (journey) => {
  it('by keyboard, and sees weeks later that it helped', { timeout: 180_000 }, async () => {
    time.moveTo('2026-10-12T09:00:00Z');
    const { store, editor, site } = journey.service();
    await store.setEditorLanguage(editor.id, 'sv');
    await store.addTag(site.id, 'Blankett', { at: time.clock(), actor: 'Kim' });
    const comments = [noForm, noPrice, brokenLink];
    await play(journey, apply, { days: 20, perDay: ['no', 'no', 'yes'], comments });
    await play(journey, hours, { days: 20, perDay: ['yes', 'no', 'yes', 'yes', 'yes', 'yes'] });

    const visit = await journey.visit();
    const { page } = visit;
    if (isChromium(visit)) await bringAxe(visit);
    const { keyboard } = page;
    const press = async (key: 'Enter' | 'Space', name: RegExp, tab?: 'Shift+Tab') => {
      await reachByTab(page, name, tab);
      await keyboard.press(key);
    };
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

    // What awaits, and the page that is worst.
    await page.goto(await journey.service().signInLink());
    await heading('Svar från besökare');
    assert.equal(await awaits(page), '3 nya kommentarer på en sida. En sida behöver ses över.');
    await assertGood(visit);
    await press('Enter', /^Visa sidorna som behöver ses över först$/);
    await page.getByText('Sidor som behöver ses över först.').waitFor();
    const worst = page.locator('ol.pages > li').first();
    assert.equal(await worst.getByRole('heading', { level: 3 }).innerText(), apply.title);
    assert.match(
      await worst.innerText(),
      /Behöver ses över: 40 av 60 svarade nej de senaste 30 dagarna, troligen minst 54.%/,
    );
    await assertGood(visit);

    // Why, in the visitors' words.
    await press('Enter', /^Ansök om stöd$/);
    await heading(apply.title);
    assert.deepEqual(await page.locator('ol.comments blockquote').allInnerTexts(), comments);
    await assertGood(visit);

    // The comment gets a tag and a note, and is in progress.
    await press('Enter', /^Öppna kommentaren från 2026-10-11 11:00$/);
    await heading('Kommentar från 2026-10-11 11:00');
    await page.getByText(noForm).waitFor();
    await reachByTab(page, /^Status/);
    await keyboard.press('P');
    await press('Space', /^Blankett$/);
    await press('Enter', /^Spara$/);
    await page
      .getByText('Kommentaren från 2026-10-11 11:00: Status: Pågår. Etikett: Blankett.')
      .waitFor();
    assert.match(await focusedName(page), /^Kommentaren från 2026-10-11 11:00/);
    await assertGood(visit);
    await reachByTab(page, /^Anteckning/);
    await keyboard.type('Blanketten har fått en egen länk.');
    await press('Enter', /^Spara anteckningen$/);
    await page.getByText('Anteckningen är sparad.').waitFor();
    assert.match(await focusedName(page), /^Anteckningen är sparad/);
    await page.getByText('Blanketten har fått en egen länk.').waitFor();
    await assertGood(visit);

    // It is fixed; another is by mistake, and is taken back.
    await press('Enter', /^Tillbaka till listan$/, 'Shift+Tab');
    await heading(apply.title);
    await press('Enter', /^Markera som åtgärdad kommentaren från 2026-10-11 11:00$/);
    await page.getByText('Kommentaren från 2026-10-11 11:00: Status: Åtgärdad.').waitFor();
    await press('Enter', /^Markera som åtgärdad kommentaren från 2026-10-10 11:00$/);
    await page.getByText('Kommentaren från 2026-10-10 11:00: Status: Åtgärdad.').waitFor();
    await press('Enter', /^Ångra ändringen$/);
    await page.getByText('Ändringen är ångrad.').waitFor();
    assert.match(await focusedName(page), /^Ändringen är ångrad/);
    await assertGood(visit);

    // The page itself is changed, and the review is told so.
    await press('Enter', /^Lägg in en ändring$/);
    await reachByTab(page, /^Dag då sidan ändrades/);
    await keyboard.type('2026-10-12');
    await reachByTab(page, /^Vad som ändrades/);
    await keyboard.type('Blanketten först');
    await press('Enter', /^Lägg in ändringen$/);
    await page.getByText('Ändringen är inlagd.').waitFor();
    await page.locator('ol.edits .verdict', { hasText: 'Går inte att säga' }).waitFor();
    await assertGood(visit);

    // Five weeks later.
    time.moveTo('2026-11-16T09:00:00Z');
    await play(journey, apply, { days: 30, perDay: ['yes', 'yes'] });
    await page.goto(await journey.service().signInLink());
    await heading('Svar från besökare');
    assert.equal(await awaits(page), '2 nya kommentarer på en sida. Ingen sida behöver ses över.');
    await press('Enter', /^Ansök om stöd$/);
    await heading(apply.title);
    const edit = page.locator('ol.edits > li').first();
    assert.match(await edit.innerText(), /Blanketten först/);
    assert.match(await edit.locator('.verdict').innerText(), /^Klart bättre\./);
    await assertGood(visit);
    await page.goto(`${journey.service().url}/review/comments?status=new`);
    await heading('Kommentarer');
    const waiting = await page.locator('ol.comments blockquote').allInnerTexts();
    assert.deepEqual(waiting, [noPrice, brokenLink]);
    await assertGood(visit);
    assert.deepEqual(visit.faults, []);
  });
});
