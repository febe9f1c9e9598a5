import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentsOf, textOf } from '../support/read-markup.ts';
import {
  openReviewDesk,
  times,
  type PlayedAnswer,
  type ReviewDesk,
} from '../support/review-desk.ts';

const site = 'https://www.example.se';
const anHour = 60 * 60 * 1000;

describe('the work list since the last edits of pages', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const entries = async (query: string) => {
    const lists = contentsOf(await desk.read(`/review/?days=edit${query}`), 'ol');
    return lists.flatMap((list) => contentsOf(list, 'li')).map(textOf);
  };
  const titles = async (query = '') =>
    (await entries(query)).map((entry) => entry.split(' ')[0] ?? '');

  const on = (day: string, yes: number, no: number): PlayedAnswer[] => {
    const received = new Date(`${day}T11:00:00Z`);
    return [...times(yes, { answer: 'yes', received }), ...times(no, { answer: 'no', received })];
  };

  /** Plays answers about a page, and then edits it. */
  async function play(title: string, played: PlayedAnswer[], ...days: string[]) {
    const page = { address: `${site}/${title.toLowerCase()}`, title };
    const pageId = await desk.play(page, played);
    for (const day of days) await edit(pageId, day);
    return pageId;
  }

  const edit = (pageId: number, day: string) =>
    desk.store.addRevision(
      { siteId: desk.site.id, pageId, day, note: null },
      { at: desk.clock(), actor: 'Kim' },
    );

  it('counts from the day after the last edit of each, and leaves others out', async () => {
    const answers = [
      ...on('2026-07-01', 40, 0),
      ...on('2026-11-10', 0, 7),
      ...on('2026-11-11', 12, 1),
    ];
    await play('Ändrad', answers, '2026-06-01', '2026-11-10');
    await play('Tidigare', answers, '2026-06-01');
    await play('Orörd', answers);
    await play('Planerad', answers, '2026-11-23');
    const list = await entries('&sort=title');
    assert.equal(list.length, 2);
    assert.match(list[0] ?? '', /^Tidigare .*Svar 60 /);
    assert.match(list[1] ?? '', /^Ändrad .*Svar 13 /);
    const markup = await desk.read('/review/?days=edit');
    assert.match(markup, /<option value="edit" selected>Sedan senaste ändringen<\/option>/);
    assert.match(textOf(markup), /Sidor utan känd ändring är inte med\./);
    assert.match(textOf(markup), /2 sidor/);
  });

  it('is in the order of what was answered since then', async () => {
    await play('Bättre', [...on('2026-11-01', 0, 90), ...on('2026-11-11', 50, 2)], '2026-11-10');
    await play('Sämre', [...on('2026-11-01', 90, 0), ...on('2026-11-11', 5, 25)], '2026-11-10');
    await play('Äldst', [...on('2025-12-01', 10, 30)], '2025-11-30');
    assert.deepEqual(await titles('&sort=attention'), ['Äldst', 'Sämre', 'Bättre']);
    assert.deepEqual(await titles('&sort=answers'), ['Bättre', 'Äldst', 'Sämre']);
    const [, worse = '', better = ''] = await entries('&sort=attention');
    assert.match(
      worse,
      /Behöver ses över: 25 av 30 svarade nej sedan senaste ändringen, troligen minst 66\s%\./,
    );
    assert.doesNotMatch(better, /Behöver ses över/);
    const lead = /<p class="lead">.*?<\/p>/s.exec(await desk.read('/review/?days=edit'))?.[0];
    assert.match(lead ?? '', /2 sidor behöver ses över/);
  });

  it('is in that order too among the pages with as many new comments', async () => {
    const comments = (count: number): PlayedAnswer[] =>
      times(count, { answer: 'no', comment: 'Fel' });
    const ids = [
      await play('Orörd', comments(3)),
      await play('Illa', [...comments(2), ...on('2026-11-11', 0, 30)], '2026-11-10'),
      await play('Lugn', [...comments(2), ...on('2026-11-01', 0, 90)], '2026-11-10'),
      await play('En', comments(1), '2026-11-10'),
    ];
    const today = '2026-11-22';
    await desk.store.refreshSinceEdit(ids, today);
    const filter = { siteIds: [desk.site.id], period: 30 as const, sinceEdit: { today } };
    const first = { limit: 2, offset: 0 };
    const pages = await desk.store.listWork(filter, '2026-10-24', 'new', first);
    assert.deepEqual(
      pages.map(({ title }) => title),
      ['Illa', 'Lugn'],
    );
    assert.deepEqual(await titles(), ['Illa', 'Lugn', 'En']);
  });

  it('follows new answers at once, and new edits within the hour', async () => {
    const id = await play('Sida', on('2026-11-11', 0, 30), '2026-11-10');
    await play('Annan', on('2026-11-11', 0, 20), '2026-11-10');
    assert.deepEqual(await titles('&sort=attention'), ['Sida', 'Annan']);
    await desk.play({ address: `${site}/annan`, title: 'Annan' }, times(30, { answer: 'no' }));
    assert.deepEqual(await titles('&sort=attention'), ['Annan', 'Sida']);
    await edit(id, '2026-11-22');
    assert.match((await entries('&sort=title'))[1] ?? '', /^Sida .*Svar 0 /);
    desk.forward(anHour);
    await desk.signIn();
    const lead = /<p class="lead">.*?<\/p>/s.exec(await desk.read('/review/?days=edit'))?.[0];
    assert.match(lead ?? '', /En sida behöver ses över/);
  });

  it('keeps the period in the ways to other parts of the list', async () => {
    await play('Sida', [{ answer: 'no', comment: 'Fel' }], '2026-11-10');
    const markup = await desk.read('/review/?days=edit');
    assert.match(markup, /href="\/review\/\?days=edit&amp;new=1"/);
    assert.deepEqual(await titles('&new=1'), ['Sida']);
    assert.deepEqual(await titles('&q=annat'), []);
    const nothing = await desk.read('/review/?days=edit&responsible=mine');
    assert.match(textOf(nothing), /Visa alla sidor/);
  });
});
