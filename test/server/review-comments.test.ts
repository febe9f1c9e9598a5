import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';

let desk: ReviewDesk;
let pageId: number;
let otherPage: number;

const aDay = 24 * 60 * 60 * 1000;

before(async () => {
  desk = await openReviewDesk();
  const comment = (text: string, days: number, answer: 'yes' | 'no' = 'no') => ({
    answer,
    comment: text,
    received: new Date(desk.clock().getTime() - days * aDay),
  });
  pageId = await desk.play(
    { address: 'https://www.example.se/stod/bidrag', title: 'Bidrag', language: 'sv' },
    [
      comment('Hälsa på blanketten', 1),
      comment('halsa <b>fet</b>', 2, 'yes'),
      comment('Annat helt', 3),
    ],
  );
  await desk.play({ address: 'https://www.example.se/en', title: 'Grants', language: 'en' }, [
    comment('The form is broken', 4),
  ]);
  await desk.play(
    { address: 'https://www.example.se/lista', title: 'Lista', language: 'sv' },
    Array.from({ length: 120 }, (_, n) => comment(`Nummer ${n + 1}`, 100 + n)),
  );
  const site = await desk.store.addSite({
    key: 'other',
    name: 'Andras',
    origins: ['https://www.andras.se'],
    foldWww: false,
    queryParameters: [],
    allowedNumbers: [],
  });
  otherPage = await desk.play({ address: 'https://www.andras.se/', title: 'Andras', site }, [
    comment('Andras hemlighet', 1),
  ]);
  await desk.signIn();
});
after(() => desk.close());

const read = (query = '') => desk.read(`/review/comments${query}`);

/** The comments of the list, in its order, without spaces around. */
const listed = (markup: string) =>
  contentsOf(markup, 'blockquote').map((text) => textOf(text).trim());

const links = (markup: string) =>
  [...markup.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(([, href = '', text = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    text: text.trim(),
  }));

const linkNamed = (markup: string, text: string) =>
  links(markup).find((link) => link.text === text)?.href;

describe('the page of comments across pages', () => {
  it('shows the newest first, with the pages they are about, and how many there are', async () => {
    const markup = await read();
    assert.equal(listed(markup).length, 50);
    assert.deepEqual(listed(markup).slice(0, 2), ['Hälsa på blanketten', 'halsa <b>fet</b>']);
    assert.match(markup, /124 kommentarer/);
    assert.equal(links(markup).filter(({ href }) => href === `/review/pages/${pageId}`).length, 3);
    assert.doesNotMatch(markup, /Andras/);
  });

  it('is turned by key, each comment once', async () => {
    const all: string[] = [];
    let address: string | undefined = '/review/comments';
    for (let part = 0; address !== undefined; part += 1) {
      assert.ok(part < 4);
      const markup: string = await desk.read(address);
      all.push(...listed(markup));
      address = linkNamed(markup, 'Nästa kommentarer');
    }
    assert.equal(all.length, 124);
    assert.equal(new Set(all).size, 124);
    assert.equal(all.at(-1), 'Nummer 120');
  });

  it('shows the oldest first when asked', async () => {
    assert.equal(listed(await read('?order=oldest'))[0], 'Nummer 120');
  });

  it('marks what was searched for, and shows nothing else as markup', async () => {
    const markup = await read('?q=halsa');
    assert.deepEqual(listed(markup), ['halsa <b>fet</b>', 'Hälsa på blanketten']);
    assert.match(markup, /<mark>halsa<\/mark> &lt;b&gt;fet/);
    assert.match(markup, /<mark>Hälsa<\/mark> på/);
    assert.match(markup, /value="halsa"/);
  });

  const cases: [query: string, texts: string[], chip: RegExp][] = [
    ['?answer=yes', ['halsa <b>fet</b>'], /Svar: Ja/],
    ['?language=en', ['The form is broken'], /Sidans språk: engelska/],
    ['?section=/en', ['The form is broken'], /Del av webbplatsen: \/en/],
    ['?section=stod&q=annat', ['Annat helt'], /Del av webbplatsen: stod/],
    ['?from=2026-11-20&to=2026-11-20', ['halsa <b>fet</b>'], /Från och med: 2026-11-20/],
    ['?score=left-out', [], /Räknas i resultatet: Nej/],
    ['?responsible=mine', [], /Ansvarig: Jag/],
    ['?status=fixed', [], /Status: /],
  ];
  for (const [query, texts, chip] of cases) {
    it(`filters by ${query}, tells so, and lets it be taken away`, async () => {
      const markup = await read(query);
      assert.deepEqual(listed(markup), texts);
      assert.match(textOf(contentsOf(markup, 'main').join('')), chip);
      const less = [...markup.matchAll(/>Ta bort urvalet [^<]*</g)];
      assert.equal(less.length, new URLSearchParams(query).size);
      if (texts.length === 0) assert.match(markup, /Inga kommentarer passar/);
    });
  }

  it('keeps the other choices in each link that takes one away', async () => {
    const markup = await read('?q=halsa&answer=yes&order=oldest');
    const hrefs = links(markup).map(({ href }) => href);
    assert.ok(hrefs.includes('/review/comments?answer=yes&order=oldest'));
    assert.ok(hrefs.includes('/review/comments?q=halsa&order=oldest'));
    assert.equal(linkNamed(markup, 'Ta bort alla urval'), '/review/comments?order=oldest');
  });

  it('shows those of one page, and of those the ones since its last edit', async () => {
    assert.equal(listed(await read(`?page=${pageId}`)).length, 3);
    const by = { at: desk.clock(), actor: desk.editor.name };
    const siteId = desk.site.id;
    await desk.store.addRevision({ siteId, pageId, day: '2026-11-20', note: null }, by);
    const markup = await read(`?page=${pageId}&since=edit`);
    assert.deepEqual(listed(markup), ['Hälsa på blanketten'], 'without the day of the edit');
    assert.match(markup, /Sedan senaste ändringen, 2026-11-20/);
  });

  it('shows across pages those since the last edit of each, and none of unedited pages', async () => {
    const by = { at: desk.clock(), actor: desk.editor.name };
    const siteId = desk.site.id;
    const list = (await desk.store.listPages([siteId], { limit: 9, offset: 0 })).find(
      ({ title }) => title === 'Lista',
    );
    assert.ok(list);
    for (const [id, day] of [
      [pageId, '2026-11-20'],
      [list.id, '2026-08-13'],
    ] as const) {
      await desk.store.addRevision({ siteId, pageId: id, day, note: null }, by);
    }
    const markup = await read('?since=edit');
    assert.deepEqual(listed(markup), ['Hälsa på blanketten', 'Nummer 1']);
    const chosen = textOf(contentsOf(markup, 'main').join(''));
    assert.match(chosen, /Ta bort urvalet Sedan senaste ändringen/);
    assert.match(chosen, /Sidor utan känd ändring är inte med/);
    assert.match(markup, /id="since"[^>]*checked/);
    assert.match(markup, /<label for="since">Sedan senaste ändringen</);
  });

  it('tells of no other site’s pages', async () => {
    for (const query of [`?page=${otherPage}`, '?page=999999', '?site=other', '?site=none']) {
      assert.equal((await desk.request(`/review/comments${query}`)).status, 404, query);
    }
  });

  it('says what to do about dates and searches that it cannot read', async () => {
    const badDate = await read('?from=igår');
    assert.match(badDate, /Skriv datumet med år, månad och dag/);
    assert.match(badDate, /value="igår"/);
    assert.match(await read('?from=2026-11-22&to=2026-11-20'), /slutar innan den börjar/);
    const noWord = await read(`?q=${encodeURIComponent('😀!')}`);
    assert.match(noWord, /Sökningen innehåller inget ord/);
    assert.match(noWord, /value="😀!"/);
  });

  it('takes any address', async () => {
    const queries = [
      ['q', '"><script>'],
      ['q', '\0\ud800"('],
      ['after', '0-1-1'],
      ['after', 'x'],
      ['after', '9-9-9'],
      ['tag', '7'],
      ['responsible', '999'],
      ['status', 'x'],
      ['section', '%00%%'],
      ['language', "'"],
      ['page', '-1'],
    ];
    for (const [name = '', value = ''] of queries) {
      const query = new URLSearchParams({ [name]: value }).toString();
      const response = await desk.request(`/review/comments?${query}`);
      assert.equal(response.status, 200, query);
      assert.doesNotMatch(await response.text(), /"><script>/);
    }
  });

  it('is for those who are signed in', async () => {
    const response = await desk.request('/review/comments', { headers: { cookie: 'none=1' } });
    assert.equal(response.status, 401);
  });
});

describe('the page of comments before the first one', () => {
  it('says what will be there', async () => {
    const empty = await openReviewDesk();
    try {
      await empty.signIn();
      assert.match(await empty.read('/review/comments'), /inga kommentarer än/);
    } finally {
      await empty.close();
    }
  });
});
