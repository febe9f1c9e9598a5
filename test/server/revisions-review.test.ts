import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { aDay } from '../support/moving-clock.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';
import {
  openReviewDesk,
  times,
  type PlayedAnswer,
  type ReviewDesk,
} from '../support/review-desk.ts';

const page = { address: 'https://www.example.se/blankett', title: 'Blankett' };

describe('changes of a page in its report', () => {
  let desk: ReviewDesk;
  let id: number;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
    id = await desk.play(page, [{ answer: 'yes' }]);
  });
  afterEach(() => desk.close());

  const daysAgo = (days: number) => new Date(desk.clock().getTime() - days * aDay);
  const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);
  const play = (days: number, yes: number, no: number) => {
    const at = (answer: PlayedAnswer['answer']) => ({ answer, received: daysAgo(days) });
    return desk.play(page, [...times(yes, at('yes')), ...times(no, at('no'))]);
  };
  const place = () => ({ siteId: desk.site.id, pageId: id });
  const enter = (day: string, note: string | null = null) =>
    desk.store.addRevision({ ...place(), day, note }, { at: desk.clock(), actor: 'Kim' });

  const read = (query = '') => desk.read(`/review/pages/${id}${query}`);
  /** The changes as they are listed. */
  const edits = (markup: string) => {
    const list = /<ol class="edits">.*?<\/ol\s*>/s.exec(markup)?.[0] ?? '';
    return contentsOf(list, 'li').map(textOf);
  };

  describe('before and after', () => {
    it('says clearly better, with the figures of both sides', async () => {
      await play(20, 48, 32);
      await play(3, 66, 14);
      await enter(dayAgo(10), 'Kortare text');
      assert.deepEqual(
        edits(await read()),
        [
          '1. 2026-11-12 Kortare text Inlagd av Kim. ' +
            'Före (2026-08-14 till 2026-11-11) 60\u00a0% svarade ja (48 av 80) ' +
            'Troligen mellan 49\u00a0% och 70\u00a0% ' +
            'Efter (2026-11-13 till 2026-11-22) 83\u00a0% svarade ja (67 av 81) ' +
            'Troligen mellan 73\u00a0% och 89\u00a0% ' +
            'Klart bättre. Skillnad: +23 procentenheter, troligen mellan +9 och +36. ' +
            'Ändra anteckningen eller ta bort',
        ].map((text) => text.replaceAll('\u00a0', ' ')),
      );
    });

    it('says clearly worse', async () => {
      await play(20, 66, 14);
      await play(3, 48, 32);
      await enter(dayAgo(10));
      assert.match(edits(await read())[0] ?? '', /Klart sämre\. Skillnad: −2\d procentenheter/);
    });

    it('says that it cannot tell, which way it looks and about how many answers are needed', async () => {
      await play(20, 48, 32);
      await play(3, 55, 14);
      await enter(dayAgo(10));
      assert.match(
        edits(await read())[0] ?? '',
        /Går inte att säga: ungefär 35 svar till behövs\. Det ser bättre ut, men kan vara en slump\. Skillnad: \+20 procentenheter, troligen mellan \+5 och \+33\./,
      );
    });

    it('says how many are missing when there are only counts to tell', async () => {
      await play(20, 48, 32);
      await play(3, 3, 1);
      await enter(dayAgo(10));
      const [edit = ''] = edits(await read());
      assert.match(edit, /Efter \(2026-11-13 till 2026-11-22\) 4 av 5 svarade ja Går inte/);
      assert.match(edit, /Går inte att säga: minst 5 svar till behövs\./);
      assert.doesNotMatch(edit, /Skillnad/);
      const list = /<ol class="edits">.*?<\/ol\s*>/s.exec(await read())?.[0] ?? '';
      assert.equal((list.match(/class="share-bar"/g) ?? []).length, 1, 'no share is drawn of few');
    });

    it('says when the answers from before will never do', async () => {
      await play(20, 4, 5);
      await play(3, 30, 0);
      await enter(dayAgo(10));
      assert.match(edits(await read())[0] ?? '', /det finns för få svar från tiden före/);
    });

    it('ends at the edits before and after, and leaves out the days of the edits', async () => {
      await play(25, 0, 100);
      await play(20, 0, 100);
      await play(15, 40, 0);
      await play(10, 0, 100);
      await play(8, 0, 20);
      await play(5, 0, 100);
      await enter(dayAgo(20));
      await enter(dayAgo(10));
      await enter(dayAgo(5));
      const [newest = '', middle = '', oldest = ''] = edits(await read());
      assert.match(newest, /Före \(2026-11-13 till 2026-11-16\) 0\s% svarade ja \(0 av 20\)/);
      assert.match(newest, /Efter \(2026-11-18 till 2026-11-22\) 1 av 1 svarade ja/);
      assert.match(middle, /Före \(2026-11-03 till 2026-11-11\) 100\s% svarade ja \(40 av 40\)/);
      assert.match(middle, /Efter \(2026-11-13 till 2026-11-16\) 0\s% svarade ja \(0 av 20\)/);
      assert.match(oldest, /Före \(2026-08-04 till 2026-11-01\) 0\s% svarade ja \(0 av 100\)/);
      assert.match(oldest, /Efter \(2026-11-03 till 2026-11-11\)/);
    });

    it('reaches back 90 days at most', async () => {
      await play(101, 0, 50);
      await play(100, 12, 0);
      await enter(dayAgo(10));
      assert.match(edits(await read())[0] ?? '', /Före \(2026-08-14 till .* \(12 av 12\)/);
    });

    it('has nothing after an edit of today', async () => {
      await enter(dayAgo(0));
      assert.match(edits(await read())[0] ?? '', /Efter Inga dagar att räkna/);
      assert.match(textOf(await read('?period=last-edit')), /räknas från i morgon/);
    });

    it('takes what the page told and an editor entered of one day for one change', async () => {
      await desk.store.appendResponses([
        {
          ...{ key: crypto.randomUUID(), siteId: desk.site.id, address: page.address },
          ...{ received: daysAgo(4), day: dayAgo(4), revisionNo: 1 },
          content: { answer: 'no', survey: 'page', pageUpdated: dayAgo(5) },
        },
      ]);
      await enter(dayAgo(5), 'Samma dag');
      await enter(dayAgo(9));
      const markup = await read();
      const [edit = '', ...earlier] = edits(markup);
      assert.match(edit, /^1\. \S+ Datumet kommer från sidan\. Samma dag Inlagd av Kim\. Före/);
      assert.equal(edit.match(/Ändra anteckningen/g)?.length, 1);
      assert.match(earlier.join(), /^2\. \S+ Inlagd av Kim\./);
      const [told] = (await desk.store.listRevisions(id, 9)).filter((each) => each.actor === null);
      assert.ok(told);
      assert.ok(!markup.includes(`/edits/${told.id}?`), 'the editor’s own is changed');
      const seen = { id: told.id, siteId: told.siteId, version: told.version };
      const by = { at: desk.clock(), actor: 'Kim' };
      assert.ok(await desk.store.changeRevisionNote(seen, 'Sidans egen', by));
      assert.ok((await read()).includes(`/edits/${told.id}?`), 'unless there is a note to change');
    });
  });
});
