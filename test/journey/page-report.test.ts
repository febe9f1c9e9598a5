import assert from 'node:assert/strict';
import { it } from 'node:test';
import { assertNoFaults, bringAxe } from '../support/axe-page.ts';
import { describeJourney, type Visit } from '../support/browser-journey.ts';
import { aDay, aMinute } from '../support/moving-clock.ts';
import { openReviewDesk, type PlayedAnswer, type ReviewDesk } from '../support/review-desk.ts';

const page = { address: 'https://www.example.se/blankett', title: 'Blankett', language: 'sv' };

/** A page that was clearly mended ten days ago, with a change before it that told nothing. */
async function playMendedPage(desk: ReviewDesk): Promise<number> {
  const answers: PlayedAnswer[] = [];
  for (let days = 60; days >= 0; days -= 1) {
    for (let each = 0; each < 6; each += 1) {
      const helped = each < (days > 10 ? 3 : 5);
      const received = new Date(desk.clock().getTime() - days * aDay - each * aMinute);
      const comment = each === 5 && days % 20 === 0 ? { comment: 'Var är blanketten?' } : {};
      answers.push({ answer: helped ? 'yes' : each === 4 ? 'partly' : 'no', received, ...comment });
    }
  }
  const id = await desk.play(page, answers);
  const place = { siteId: desk.site.id, pageId: id };
  const by = { at: desk.clock(), actor: 'Kim' };
  await desk.store.addRevision({ ...place, day: '2026-11-12', note: 'Kortare text' }, by);
  await desk.store.addRevision({ ...place, day: '2026-10-30', note: null }, by);
  await desk.signIn();
  return id;
}

/** Lets a window read the desk's pages. */
async function bringDesk({ page: window }: Visit, desk: ReviewDesk): Promise<void> {
  await window.route('**', async (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const answer = await desk.request(pathname + search, {
      method: request.method(),
      headers: await request.allHeaders().then(({ cookie: _, ...headers }) => headers),
      body: request.postDataBuffer() as BodyInit | null,
    });
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}

describeJourney("a page's report", ['Chromium', 'Firefox'], (journey) => {
  it('fits a telephone', async (test) => {
    const desk = await openReviewDesk();
    test.after(() => desk.close());
    const id = await playMendedPage(desk);
    const visit = await journey.visit({ viewport: { width: 320, height: 640 } });
    await bringDesk(visit, desk);
    for (const query of ['', '?days=365', '?period=last-edit', '?from=x']) {
      await visit.page.goto(`http://localhost/review/pages/${id}${query}`);
      const overflow = await visit.page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(overflow <= 0, `${query} is ${overflow} px too wide`);
    }
    assert.deepEqual(visit.faults, []);
  });

  it('lets dates be chosen by keyboard alone, and puts focus where the fault is', async (test) => {
    const desk = await openReviewDesk();
    test.after(() => desk.close());
    const id = await playMendedPage(desk);
    const visit = await journey.visit();
    await bringDesk(visit, desk);
    const window = visit.page;
    await window.goto(`http://localhost/review/pages/${id}`);
    await window.getByText('Klart bättre.').first().waitFor();
    const summary = window.locator('summary', { hasText: 'Egna datum' });
    await summary.focus();
    await window.keyboard.press('Enter');
    await window.getByLabel('Från och med').fill('2026-11-31');
    await window.keyboard.press('Enter');
    await window.locator('#period-from[aria-invalid=true]').waitFor();
    const focused = () => window.evaluate(() => document.activeElement?.id);
    assert.equal(await focused(), 'period-from', 'the field with the fault has focus');
    await window.getByLabel('Från och med').fill('2026-11-01');
    await window.keyboard.press('Enter');
    await window.getByText('Perioden (2026-11-01 till 2026-11-22)').waitFor();
  });
});

describeJourney("axe-core finds no fault in a page's report", ['Chromium'], (journey) => {
  it('over days, weeks, since the last edit, with a fault, open, and where an edit is changed', async (test) => {
    const desk = await openReviewDesk();
    test.after(() => desk.close());
    const id = await playMendedPage(desk);
    const visit = await journey.visit();
    await bringAxe(visit);
    await bringDesk(visit, desk);
    const window = visit.page;
    for (const query of ['', '?days=365', '?period=last-edit', '?from=x']) {
      await window.goto(`http://localhost/review/pages/${id}${query}`);
      await assertNoFaults(window);
    }
    await window.locator('summary', { hasText: 'Lägg in en ändring' }).click();
    await assertNoFaults(window);
    await window.getByRole('link', { name: 'Ändra anteckningen' }).first().click();
    await window.getByRole('heading', { level: 1, name: 'Ändringen 2026-11-12' }).waitFor();
    await assertNoFaults(window);
    assert.deepEqual(visit.faults, []);
  });
});
