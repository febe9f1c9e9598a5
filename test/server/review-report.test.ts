import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { aDay, anHour } from '../support/moving-clock.ts';
import { contentsOf, textOf, unescapeText } from '../support/read-markup.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const page = { address: 'https://www.example.se/blankett?a=1&b=2', title: 'Blankett' };

describe("a page's report", () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const daysAgo = (days: number) => new Date(desk.clock().getTime() - days * aDay);

  /** The rows of the table: the day and its figures. */
  const rows = (markup: string) =>
    contentsOf(contentsOf(markup, 'tbody')[0] ?? '', 'tr').map(textOf);

  it('names the page and links to it without telling where the editor comes from', async () => {
    const id = await desk.play(page, [{ answer: 'yes' }]);
    const markup = await desk.read(`/review/pages/${id}`);
    assert.deepEqual(contentsOf(markup, 'h1').map(textOf), ['Blankett']);
    const link = `<a href="${page.address.replace('&', '&amp;')}" rel="noreferrer">`;
    assert.ok(markup.includes(link));
  });

  it('counts all answers, whatever the period', async () => {
    const id = await desk.play(page, [
      ...times(30, { answer: 'yes', received: daysAgo(400) }),
      ...times(10, { answer: 'no' }),
    ]);
    const markup = await desk.read(`/review/pages/${id}`);
    const facts = textOf(contentsOf(markup, 'dl')[0] ?? '');
    assert.match(
      facts,
      /^Svar 40 .* 75\s% svarade ja \(30 av 40\) Troligen mellan 60\s% och 86\s%/,
    );
    assert.match(facts, /Fördelning Ja\s30, Nej\s10 Kommentarer 0/);
    assert.match(
      textOf(markup),
      /Perioden \(2026-10-24 till 2026-11-22\) 0\s% svarade ja \(0 av 10\)/,
    );
    assert.match(textOf(markup), /Alla svar hittills: Svar 40/);
  });

  it('lists the days with answers of the period, newest first', async () => {
    const id = await desk.play(page, [
      { answer: 'yes', received: daysAgo(29) },
      { answer: 'no', received: daysAgo(30) },
      { answer: 'no', received: daysAgo(2) },
      { answer: 'yes', received: daysAgo(2) },
      { answer: 'yes' },
    ]);
    const month = await desk.read(`/review/pages/${id}`);
    assert.deepEqual(rows(month), ['2026-11-22 1 0 1', '2026-11-20 1 1 2', '2026-10-24 1 0 1']);
    assert.match(month, /<a href="\/review\/pages\/\d+\?days=30" aria-current="page"/);
    const week = await desk.read(`/review/pages/${id}?days=7`);
    assert.deepEqual(rows(week), ['2026-11-22 1 0 1', '2026-11-20 1 1 2']);
    for (const other of ['31', 'x', '-7']) {
      assert.deepEqual(rows(await desk.read(`/review/pages/${id}?days=${other}`)), rows(month));
    }
  });

  it('lists weeks in place of days when the period is long', async () => {
    const id = await desk.play(page, [
      { answer: 'yes' },
      { answer: 'no', received: daysAgo(6) },
      { answer: 'no', received: daysAgo(7) },
      { answer: 'no', received: daysAgo(89) },
    ]);
    const quarter = await desk.read(`/review/pages/${id}?days=90`);
    assert.deepEqual(rows(quarter), [
      'v. 47, 2026 1 1 2',
      'v. 46, 2026 0 1 1',
      'v. 35, 2026 0 1 1',
    ]);
    assert.ok(quarter.includes('<time datetime="2026-W47">'));
    const text = textOf(quarter);
    assert.match(
      text,
      /Svar per vecka Tabell: 3 veckor med svar Veckor med svar, den senaste först Vecka Ja Nej/,
    );
    assert.match(text, /Nej: som mest 1 på en vecka\. Veckor utan svar: 10 av 13\./);
    assert.equal((quarter.match(/class="bar /g) ?? []).length, 4);
  });

  it('comes to the comments right after the result and the picture', async () => {
    const id = await desk.play(page, [{ answer: 'no', comment: 'Hej' }]);
    const markup = await desk.read(`/review/pages/${id}`);
    assert.deepEqual(contentsOf(markup, 'h2').map(textOf), [
      'Resultat för perioden',
      'Svar per dag',
      'Kommentarer',
      'Ändringar av sidan',
      'Ansvarig för sidan',
    ]);
    // The long table and the many choices are opened by whoever wants them.
    const folds = contentsOf(markup, 'details');
    assert.deepEqual(
      folds.map((fold) => textOf(contentsOf(fold, 'summary')[0] ?? '')),
      [
        'Egna datum',
        'Tabell: en dag med svar',
        'Ändra flera kommentarer',
        'Lägg in en ändring',
        'Ändra ansvarig',
      ],
    );
    assert.ok(folds[1]?.includes('<table class="days">'));
    assert.doesNotMatch(markup, /<details[^>]*\sopen/);
    const [picture = ''] = /<svg\s+class="daily-chart".*?<\/svg>/s.exec(markup) ?? [];
    assert.ok(!folds.some((fold) => fold.includes('daily-chart')), 'the picture is shown');
    assert.match(textOf(picture), /Stapeldiagram över svar per dag.*Ja: 0\. Nej: 1\./);
  });

  it('shows the time between two dates, and says what is wrong with dates that are none', async () => {
    const id = await desk.play(page, [
      { answer: 'yes', received: daysAgo(10) },
      { answer: 'no', received: daysAgo(5) },
    ]);
    const own = await desk.read(`/review/pages/${id}?from=2026-11-10&to=2026-11-14`);
    assert.deepEqual(rows(own), ['2026-11-12 1 0 1']);
    assert.match(own, /<details class="fold" open>/);
    const wrong = await desk.read(`/review/pages/${id}?from=2026-13-01&to=2026-11-14`);
    assert.match(textOf(contentsOf(wrong, 'title')[0] ?? ''), /^Fel: Blankett/);
    const [label = ''] = contentsOf(wrong, 'label');
    assert.match(textOf(label), /^Från och med Skriv ett datum som finns/);
    assert.match(wrong, /name="from"[^>]*value="2026-13-01"[^>]*aria-invalid="true"/);
    assert.match(wrong, /name="to"[^>]*value="2026-11-14"/);
    const reversed = await desk.read(`/review/pages/${id}?from=2026-11-14&to=2026-11-01`);
    assert.match(textOf(reversed), /Välj ett datum som kommer före/);
  });

  it('compares the period with as long a time before it', async () => {
    const id = await desk.play(page, [
      ...times(60, { answer: 'yes', received: daysAgo(2) }),
      ...times(20, { answer: 'no', received: daysAgo(6) }),
      ...times(30, { answer: 'yes', received: daysAgo(7) }),
      ...times(50, { answer: 'no', received: daysAgo(13) }),
      ...times(50, { answer: 'yes', received: daysAgo(14) }),
    ]);
    const result = textOf(await desk.read(`/review/pages/${id}?days=7`));
    assert.match(result, /Perioden \(2026-11-16 till 2026-11-22\) 75\s% svarade ja \(60 av 80\)/);
    assert.match(
      result,
      /Lika lång tid före \(2026-11-09 till 2026-11-15\) 38\s% svarade ja \(30 av 80\)/,
    );
    assert.match(
      result,
      /Jämfört med lika lång tid före: Klart bättre\. Skillnad: \+38 procentenheter, troligen mellan \+22 och \+50\./,
    );
  });

  it('counts an answer just before midnight to the day of the service', async () => {
    desk.moveTo('2026-11-21T23:30:00Z');
    const id = await desk.play(page, [{ answer: 'yes' }]);
    desk.forward(-anHour);
    await desk.play(page, [{ answer: 'no' }]);
    desk.forward(anHour);
    const markup = await desk.read(`/review/pages/${id}?days=7`);
    assert.deepEqual(rows(markup), ['2026-11-22 1 0 1', '2026-11-21 0 1 1']);
  });

  it('shows comments whole and newest first, with answer and time', async () => {
    const long = `${'Två rader.\n'.repeat(60)}Slut`;
    const id = await desk.play(page, [
      { answer: 'yes', comment: 'Först', received: daysAgo(1) },
      { answer: 'no', comment: long },
    ]);
    const markup = await desk.read(`/review/pages/${id}`);
    const comments = contentsOf(markup, 'blockquote').map(unescapeText);
    assert.deepEqual(comments, [long, 'Först']);
    const [newest = '', oldest = ''] = contentsOf(contentsOf(markup, 'ol')[0] ?? '', 'li');
    assert.match(textOf(newest), / Nej 2026-11-22 13:00 Två rader/);
    assert.match(textOf(oldest), / Ja 2026-11-21 13:00 Först/);
    assert.match(markup, /<blockquote lang="" dir="auto">/);
  });

  it('shows fifty comments at a time and keeps the period while turning', async () => {
    const id = await desk.play(
      page,
      times(51, { answer: 'no' }).map((answer, n) => ({
        ...answer,
        comment: `Nummer ${n}`,
        received: new Date(desk.clock().getTime() + n * 1000),
      })),
    );
    const comments = async (query: string) =>
      contentsOf(await desk.read(`/review/pages/${id}${query}`), 'blockquote');
    assert.equal((await comments('')).length, 50);
    assert.equal((await comments(''))[0], 'Nummer 50');
    assert.deepEqual(await comments('?days=90&page=2'), ['Nummer 0']);
    const markup = await desk.read(`/review/pages/${id}?days=90`);
    assert.ok(markup.includes(`href="/review/pages/${id}?days=90&amp;page=2#comments"`));
  });

  it('leads to the comments and the export of the page, over the same period', async () => {
    const id = await desk.play(page, [{ answer: 'yes' }]);
    const day = '2026-11-10';
    const by = { at: desk.clock(), actor: 'Kim' };
    await desk.store.addRevision({ siteId: desk.site.id, pageId: id, day, note: null }, by);
    const ways = async (query: string) => {
      const markup = await desk.read(`/review/pages/${id}${query}`);
      const links = /<p class="ways">.*?<\/p\s*>/s.exec(markup)?.[0] ?? '';
      return [...links.matchAll(/href="([^"]*)"/g)]
        .map(([, href = '']) => new URL(unescapeText(href), 'http://localhost'))
        .filter(({ pathname }) => !pathname.endsWith('/merge'))
        .map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)]);
    };
    const ofPage = { site: 'test', scope: 'page', address: page.address };
    const number = String(id);
    assert.deepEqual(await ways('?days=7'), [
      ['/review/comments', { page: number, from: '2026-11-16', to: '2026-11-22' }],
      ['/review/export', { ...ofPage, period: '7' }],
    ]);
    assert.deepEqual(await ways('?period=last-edit'), [
      ['/review/comments', { page: number, since: 'edit' }],
      ['/review/export', { ...ofPage, period: 'edit' }],
    ]);
    assert.deepEqual(await ways('?from=2026-11-01&to=2026-11-05'), [
      ['/review/comments', { page: number, from: '2026-11-01', to: '2026-11-05' }],
      ['/review/export', { ...ofPage, period: 'dates', from: '2026-11-01', to: '2026-11-05' }],
    ]);
    const reader = await desk.store.addEditor({
      ...{ name: 'Läsare', siteIds: [desk.site.id], role: 'reader' },
    });
    await desk.signIn(reader);
    assert.equal((await ways('')).length, 1, 'readers export nothing');
  });

  it('is 404 for what is no page', async () => {
    for (const path of ['pages/x', 'pages/', 'pages/1.5', `pages/${'9'.repeat(30)}`, 'pages/0']) {
      const response = await desk.request(`/review/${path}`);
      assert.equal(response.status, 404, path);
      assert.match(textOf(await response.text()), /Sidan finns inte/);
    }
  });
});
