import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { aDay, createMovingClock } from '../support/moving-clock.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { sendForm } from '../support/send-response.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const firstUpdate = '2026-09-01';
const secondUpdate = '2026-10-16';

/** Visitors of two pages, edited on the same day: one edit helps by 40 points, one does nothing. */
const pages = [
  { address: `${origin}/mended`, before: 0.4, after: 0.8 },
  { address: `${origin}/same`, before: 0.6, after: 0.6 },
];

describe('thirty days of answers before an edit and thirty after, sent over HTTP', () => {
  let service: TestService;
  let reports: string[];

  before(async () => {
    const time = createMovingClock('2026-09-16T06:00:00Z');
    const random = createSeededRandom(20261016);
    service = await startTestService({ pageOrigin: origin, clock: time.clock });
    for (let day = 0; day < 60; day += 1) {
      const today = time.clock().toISOString().slice(0, 10);
      const isEdited = today >= secondUpdate;
      const visitors = pages.flatMap((page) => Array.from({ length: 5 }, () => page));
      const answers = visitors.map((page) =>
        sendForm(service.url, {
          id: randomUUID(),
          page: page.address,
          title: page.address,
          // As the page's own metadata says it, in the language of machines.
          pageUpdated: isEdited ? `${secondUpdate}T08:00:00+02:00` : firstUpdate,
          answer: random.chance(isEdited ? page.after : page.before) ? 'yes' : 'no',
        }),
      );
      for (const { status } of await Promise.all(answers)) assert.equal(status, 201);
      time.forward(aDay);
    }
    time.forward(-aDay);
    const link = await service.signInLink();
    const signedIn = await fetch(link, { redirect: 'manual' });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const listed = await service.store.listPages([service.site.id], { limit: 10, offset: 0 });
    reports = await Promise.all(
      pages.map(async ({ address }) => {
        const id = listed.find((page) => page.address === address)?.id;
        const response = await fetch(`${service.url}/review/pages/${id}`, { headers: { cookie } });
        return response.text();
      }),
    );
  });
  after(() => service.stop());

  const edits = (markup: string | undefined) =>
    contentsOf(/<ol class="edits">.*?<\/ol\s*>/s.exec(markup ?? '')?.[0] ?? '', 'li').map(textOf);

  it('shows both days that the pages told, and no others', () => {
    for (const report of reports) {
      const days = edits(report).map((edit) => /\d{4}-\d\d-\d\d/.exec(edit)?.[0]);
      assert.deepEqual(days, [secondUpdate, firstUpdate]);
      assert.match(edits(report)[0] ?? '', /Datumet kommer från sidan\./);
    }
  });

  it('finds the effect where there is one', () => {
    const [edit = ''] = edits(reports[0]);
    assert.match(edit, /Före \(2026-09-02 till 2026-10-15\) \d+\s% svarade ja \(\d+ av 150\)/);
    assert.match(edit, /Efter \(2026-10-17 till 2026-11-14\) \d+\s% svarade ja \(\d+ av 145\)/);
    assert.match(edit, /Klart bättre\. Skillnad: \+\d\d procentenheter/);
  });

  it('finds none where there is none', () => {
    const [edit = ''] = edits(reports[1]);
    assert.match(edit, /\(\d+ av 150\).*\(\d+ av 145\).*Går inte att säga/);
  });
});
