import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { leastNoShare } from '../../server/numbers/no-share.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';
import {
  openReviewDesk,
  times,
  type PlayedAnswer,
  type ReviewDesk,
} from '../support/review-desk.ts';

const site = 'https://www.example.se';
const aDay = 24 * 60 * 60 * 1000;

const answers = (yes: number, no: number): PlayedAnswer[] => [
  ...times(yes, { answer: 'yes' }),
  ...times(no, { answer: 'no' }),
];

describe('the work list', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const entries = async (query = '') => {
    const lists = contentsOf(await desk.read(`/review/${query}`), 'ol');
    return lists.flatMap((list) => contentsOf(list, 'li')).map(textOf);
  };
  /** The first word of each entry, which is the page's title. */
  const titles = async (query = '') =>
    (await entries(query)).map((entry) => entry.split(' ')[0] ?? '');
  const lead = async (query = '') =>
    textOf(/<p class="lead">.*?<\/p>/s.exec(await desk.read(`/review/${query}`))?.[0] ?? '');
  const play = (title: string, played: PlayedAnswer[], path = `/${title.toLowerCase()}`) =>
    desk.play({ address: site + path, title }, played);
  const comments = (count: number): PlayedAnswer[] =>
    Array.from({ length: count }, (_, number) => ({ answer: 'no', comment: `Nummer ${number}` }));

  it('says in one sentence what awaits', async () => {
    await play('Lugn', answers(5, 0));
    assert.equal(await lead(), 'Inga nya kommentarer. Ingen sida behöver ses över.');
    await play('Ett', comments(1));
    assert.equal(await lead(), 'En ny kommentar. Ingen sida behöver ses över.');
    await play('Två', [...comments(11), ...answers(0, 29)]);
    assert.equal(await lead(), '12 nya kommentarer på 2 sidor. En sida behöver ses över.');
  });

  it('puts pages with new comments first, then those that need attention', async () => {
    await play('Illa', answers(10, 30));
    await play('Värst', answers(5, 95));
    await play('Två', comments(2));
    await play('En', comments(1));
    desk.forward(60_000);
    await play('Lugn', answers(30, 0));
    assert.deepEqual(await titles(), ['Två', 'En', 'Värst', 'Illa', 'Lugn']);
    assert.deepEqual((await titles('?sort=attention')).slice(0, 2), ['Värst', 'Illa']);
    assert.equal((await titles('?sort=newest'))[0], 'Lugn');
    assert.equal((await titles('?sort=answers'))[0], 'Värst');
    assert.deepEqual(await titles('?new=1'), ['Två', 'En']);
  });

  it('ranks 30 no of 40 above 3 of 3 and above 10 of 10, and never under ten answers', async () => {
    await play('Trettio', answers(10, 30));
    desk.forward(1000);
    await play('Tio', answers(0, 10));
    desk.forward(1000);
    await play('Tre', answers(0, 3));
    await play('Nio', answers(0, 9));
    const found = await titles('?sort=attention');
    assert.deepEqual(found.slice(0, 2), ['Trettio', 'Tio']);
    for (const entry of await entries('?sort=attention')) {
      assert.equal(/Behöver ses över/.test(entry), /^(Trettio|Tio) /.test(entry), entry);
    }
    assert.match(await lead(), /2 sidor behöver ses över/);
  });

  it('never ranks by the raw share: many with half beat few with all', async () => {
    await play('Alla', answers(0, 10));
    await play('Hälften', answers(200, 200));
    assert.deepEqual(await titles('?sort=attention'), ['Hälften', 'Alla']);
  });

  it('does not let a large page where few say no hide a small one that fails', async () => {
    await play('Nöjd', answers(9000, 1000));
    await play('Stor', answers(280, 120));
    await play('Liten', answers(2, 38));
    assert.deepEqual(await titles('?sort=attention'), ['Liten', 'Stor', 'Nöjd']);
    assert.match(await lead(), /2 sidor behöver ses över/);
  });

  it('says why a page is there, by the lower end of the interval', async () => {
    await play('Illa', answers(10, 30));
    assert.equal(leastNoShare({ yes: 10, no: 30, partly: 0 }).toFixed(3), '0.598');
    assert.match(
      (await entries())[0] ?? '',
      /Behöver ses över: 30 av 40 svarade nej de senaste 30 dagarna, troligen minst 60\s%\./,
    );
  });

  it('calls for attention from a quarter, as the database and the numbers agree', async () => {
    for (const [yes, no] of [
      [4, 6],
      [5, 5],
      [30, 20],
      [36, 14],
      [63, 37],
      [66, 34],
    ] as const) {
      const title = `N${no}av${yes + no}`;
      await play(title, answers(yes, no));
      const entry = (await entries()).find((text) => text.startsWith(title)) ?? '';
      const expected = leastNoShare({ yes, no, partly: 0 }) >= 0.25;
      assert.equal(/Behöver ses över/.test(entry), expected, title);
    }
  });

  it('counts only the period that was chosen', async () => {
    const before = (days: number) => new Date(desk.clock().getTime() - days * aDay);
    const at = (days: number, list: PlayedAnswer[]) =>
      list.map((answer) => ({ ...answer, received: before(days) }));
    await play('Gammal', [...at(60, answers(0, 40)), ...at(2, answers(12, 0))]);
    assert.match((await entries())[0] ?? '', /Svar 12 .*100\s% svarade ja/);
    assert.doesNotMatch((await entries())[0] ?? '', /Behöver ses över/);
    const long = (await entries('?days=90'))[0] ?? '';
    assert.match(long, /Svar 52 /);
    assert.match(long, /40 av 52 svarade nej de senaste 90 dagarna/);
    assert.match((await entries('?days=7'))[0] ?? '', /Svar 12 /);
  });

  it('forgets answers that have grown older than the period', async () => {
    await play('Illa', answers(10, 30));
    assert.match(await lead('?days=7'), /En sida behöver/);
    desk.forward(8 * aDay);
    await desk.signIn();
    assert.match(await lead('?days=7'), /Ingen sida behöver/);
    assert.match(await lead('?days=30'), /En sida behöver/);
  });

  it('follows what editors leave out of the score, within the hour', async () => {
    await play('Illa', [...answers(3, 6), { answer: 'no', comment: 'Skräp' }]);
    assert.match(await lead(), /En sida behöver/);
    const [page] = await desk.store.listPages([desk.site.id], { limit: 1, offset: 0 });
    const id = page?.latestComment?.id ?? 0;
    const by = { at: desk.clock(), actor: 'Kim' };
    await desk.store.setLeftOut({ id, siteId: desk.site.id, leftOut: true }, by);
    desk.forward(60 * 60 * 1000);
    assert.match(await lead(), /Ingen sida behöver/);
  });

  it('leads to the report and to the page itself', async () => {
    const id = await play('Sida', answers(1, 0));
    const markup = await desk.read('/review/');
    assert.match(markup, new RegExp(`<h3><a href="/review/pages/${id}">`));
    assert.match(markup, /<a href="https:\/\/www\.example\.se\/sida" rel="noreferrer">/);
  });

  describe('shows only', () => {
    it('a section and all below it', async () => {
      await play('Stöd', answers(1, 0), '/stod');
      await play('Under', answers(1, 0), '/stod/bidrag');
      await play('Grannen', answers(1, 0), '/stod-2');
      for (const section of ['/stod', 'stod/', 'https://www.example.se/stod?x=1']) {
        const found = await titles(`?section=${encodeURIComponent(section)}`);
        assert.deepEqual(found.sort(), ['Stöd', 'Under'], section);
      }
      assert.equal((await titles('?section=/')).length, 3);
    });

    it('what is looked for in title and address, however it is written in capitals', async () => {
      await play('Hälsodeklaration', answers(1, 0), '/h%C3%A4lsa');
      await play('ÖVRIGT', answers(1, 0), '/100%25_rabatt');
      await play('Annat', answers(1, 0));
      assert.deepEqual(await titles('?q=hälsoDEKL'), ['Hälsodeklaration']);
      assert.deepEqual(await titles('?q=%C3%A4lsa'), ['Hälsodeklaration']);
      assert.deepEqual(await titles('?q=övri'), ['ÖVRIGT']);
      assert.deepEqual(await titles('?q=25_r'), ['ÖVRIGT']);
      assert.deepEqual(await titles("?q=%25'"), []);
      assert.deepEqual(await titles('?q=_n_at'), []);
    });

    it('a language with its variants', async () => {
      const address = (name: string) => `${site}/${name}`;
      await desk.play({ address: address('a'), title: 'A', language: 'sv' }, answers(1, 0));
      await desk.play({ address: address('b'), title: 'B', language: 'sv-FI' }, answers(1, 0));
      await desk.play({ address: address('c'), title: 'C', language: 'en' }, answers(1, 0));
      assert.deepEqual((await titles('?language=sv')).sort(), ['A', 'B']);
    });

    it('one site, and never one that the editor may not see', async () => {
      const added = async (key: string) =>
        desk.store.addSite({ ...desk.site, key, name: key, origins: [`https://${key}.example`] });
      const [second, secret] = [await added('second'), await added('secret')];
      const both = await desk.store.addEditor({ name: 'Kim', siteIds: [desk.site.id, second.id] });
      await play('Första', answers(1, 0));
      const second1 = { address: 'https://second.example/', title: 'Andra', site: second };
      await desk.play(second1, answers(1, 0));
      const hidden = { address: 'https://secret.example/', title: 'Hemlig', site: secret };
      await desk.play(hidden, comments(3));
      await desk.signIn(both);
      assert.deepEqual(await titles('?site=second'), ['Andra']);
      assert.deepEqual((await titles('?site=secret')).sort(), ['Andra', 'Första']);
      assert.match(await lead(), /Inga nya kommentarer/);
      assert.doesNotMatch(await desk.read('/review/?q=Hemlig'), /secret\.example/);
    });
  });

  it('sorts titles by the Swedish alphabet', async () => {
    for (const title of ['Östra', 'Zebra', 'ärende', 'Åre', 'apa'])
      await play(title, answers(1, 0));
    const expected = ['apa', 'Zebra', 'Åre', 'ärende', 'Östra'];
    assert.deepEqual(await titles('?sort=title'), expected);
  });

  it('keeps the choices when it is turned, and in its form', async () => {
    for (let n = 0; n < 51; n += 1) await play(`S${n}`, answers(1, 0));
    const markup = await desk.read('/review/?sort=title&section=%2F&responsible=nobody&days=90');
    const next = /<a href="([^"]*)" rel="next">/.exec(markup)?.[1] ?? '';
    assert.match(next, /sort=title&amp;days=90&amp;section=%2F&amp;responsible=nobody&amp;page=2/);
    assert.match(markup, /<option value="title" selected>/);
    assert.match(markup, /<option value="nobody" selected>/);
    assert.match(markup, /<details open>/);
  });

  it('says what to do when nothing is found', async () => {
    await play('Sida', answers(1, 0));
    assert.match(textOf(await desk.read('/review/?q=finnsinte')), /Inga sidor passar valen/);
    assert.doesNotMatch(
      await desk.read('/review/?q=finnsinte'),
      /Ingen sida behöver/,
      'of nothing',
    );
    assert.match(textOf(await desk.read('/review/?new=1')), /Allt är hanterat/);
    assert.match(textOf(await desk.read('/review/?responsible=mine')), /Öppna en sidas rapport/);
  });

  it('takes what cannot be chosen as not chosen', async () => {
    await play('Sida', answers(1, 0));
    const odd = '?sort=x&days=31&site=y&section=%00&language=%27&responsible=-1&new=2&q=%00';
    assert.deepEqual(await titles(odd), ['Sida']);
  });
});
