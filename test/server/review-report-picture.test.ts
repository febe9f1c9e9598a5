import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { aDay } from '../support/moving-clock.ts';
import { textOf } from '../support/read-markup.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const page = { address: 'https://www.example.se/blankett?a=1&b=2', title: 'Blankett' };

describe('the picture in a page’s report', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const daysAgo = (days: number) => new Date(desk.clock().getTime() - days * aDay);

  it('draws each day with answers as a bar in the row of its answer', async () => {
    const id = await desk.play(page, [
      ...times(4, { answer: 'yes', received: daysAgo(6) }),
      { answer: 'yes' },
      { answer: 'no' },
      { answer: 'partly' },
    ]);
    const markup = await desk.read(`/review/pages/${id}?days=7`);
    const bars = (answer: string) => [
      ...markup.matchAll(
        new RegExp(`class="bar bar-${answer}"\\s+x="([\\d.]+)%"[^>]*height="([\\d.]+)%"`, 'g'),
      ),
    ];
    const yes = bars('yes').map(([, x, height]) => ({ x: Number(x), height: Number(height) }));
    assert.equal(yes.length, 2, 'five days are gaps');
    assert.deepEqual(
      yes.map(({ height }) => height),
      [100, 25],
    );
    assert.ok(yes[0] && yes[0].x < 100 / 7 && yes[1] && yes[1].x > (100 / 7) * 6);
    assert.equal(bars('no').length, 1);
    assert.equal(bars('partly').length, 1);
    for (const pattern of ['chart-no', 'chart-partly']) {
      assert.ok(markup.includes(`id="${pattern}"`) && markup.includes(`fill="url(#${pattern})"`));
    }
  });

  it('says in words what the picture shows', async () => {
    const id = await desk.play(page, [
      ...times(4, { answer: 'yes', received: daysAgo(1) }),
      { answer: 'no' },
    ]);
    const markup = await desk.read(`/review/pages/${id}?days=7`);
    assert.match(markup, /role="img"\s+aria-labelledby="chart-title chart-description"/);
    const title = textOf(/<title id="chart-title">(.*?)<\/title>/s.exec(markup)?.[1] ?? '');
    assert.equal(title, 'Stapeldiagram över svar per dag, 2026-11-16 till 2026-11-22');
    const description = /<desc id="chart-description">(.*?)<\/desc>/s.exec(markup)?.[1] ?? '';
    assert.equal(textOf(description), 'Ja: 4. Nej: 1.');
    assert.match(
      textOf(markup),
      /Ja: som mest 4 på en dag\. Nej: som mest 1 på en dag\. Dagar utan svar: 5 av 7\./,
    );
  });

  it('has no picture and no table when nobody answered in the period', async () => {
    const id = await desk.play(page, [{ answer: 'yes', received: daysAgo(20) }]);
    const markup = await desk.read(`/review/pages/${id}?days=7`);
    assert.match(textOf(markup), /Ingen svarade under perioden\. Välj en längre period\./);
    assert.doesNotMatch(markup, /daily-chart|<table/);
  });
});
