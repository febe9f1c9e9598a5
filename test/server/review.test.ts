import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentsOf, textOf, unescapeText } from '../support/read-markup.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const address = 'https://www.example.se/blankett';

describe('the list of pages', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  /** What the entries of the list say, in their order. */
  const entries = async (path = '/review/') => {
    const [list = ''] = contentsOf(await desk.read(path), 'ol');
    return contentsOf(list, 'li').map(textOf);
  };

  it('has one name: in the tab, in the menu and above the list', async () => {
    for (const [language, name] of [
      ['sv', 'Svar från besökare'],
      ['en', 'Answers from visitors'],
    ] as const) {
      await desk.store.setEditorLanguage(desk.editor.id, language);
      const markup = await desk.read('/review/');
      assert.equal(textOf(contentsOf(markup, 'title')[0] ?? ''), `${name} – Gensvar`);
      assert.equal(textOf(contentsOf(markup, 'h1')[0] ?? ''), name);
      const [, inMenu = ''] =
        /<a href="\/review\/" aria-current="page">(.*?)<\/a>/.exec(markup) ?? [];
      assert.equal(inMenu, name);
      const lost = await (await desk.request('/review/none')).text();
      assert.ok(lost.includes(`<a href="/review/">${name}</a></p>`), 'the way back to it');
    }
  });

  it('tells what to do while there are no answers', async () => {
    const markup = await desk.read('/review/');
    assert.match(textOf(markup), /Inga svar än/);
    assert.match(unescapeText(contentsOf(markup, 'code')[0] ?? ''), /^<page-feedback>/);
    assert.match(markup, /href="http:\/\/localhost\/demo\/"/);
  });

  it('leads to the demo only where there is one', async () => {
    const plain = await openReviewDesk({ demo: false });
    await plain.signIn();
    const markup = await plain.read('/review/');
    await plain.close();
    assert.match(textOf(markup), /Inga svar än/);
    assert.doesNotMatch(markup, /demo/);
  });

  it('puts the page with the newest answer first', async () => {
    await desk.play({ address, title: 'Blankett' }, [{ answer: 'yes' }]);
    desk.forward(60_000);
    await desk.play({ address: `${address}/ny`, title: 'Ny sida' }, [{ answer: 'no' }]);
    const [first, second] = await entries();
    assert.match(first ?? '', /^Ny sida https:\/\/www\.example\.se\/blankett\/ny Svar 1 /);
    assert.match(second ?? '', /^Blankett /);
    desk.forward(60_000);
    await desk.play({ address, title: 'Blankett' }, [{ answer: 'yes' }]);
    assert.match((await entries())[0] ?? '', /^Blankett .* Senaste svaret 2026-11-22 13:02/);
  });

  it('names a page without title by its address, once', async () => {
    await desk.play({ address }, [{ answer: 'yes' }]);
    const [entry = ''] = await entries();
    assert.equal(entry.split(address).length - 1, 1);
  });

  it('says counts under ten answers, and from ten the share with its interval', async () => {
    await desk.play({ address }, [...times(6, { answer: 'yes' }), ...times(3, { answer: 'no' })]);
    const [nine = ''] = await entries();
    assert.match(nine, /6 av 9 svarade ja/);
    assert.doesNotMatch(nine, /%|Troligen/);

    await desk.play({ address }, [{ answer: 'partly' }]);
    const [ten = ''] = await entries();
    assert.match(ten, /60\s% svarade ja \(6 av 10\)/);
    assert.match(ten, /Troligen mellan 31\s% och 83\s%/);
  });

  it('says 100 % only of all and 0 % only of none', async () => {
    await desk.play({ address }, [...times(999, { answer: 'yes' }), { answer: 'no' }]);
    assert.match((await entries())[0] ?? '', /99\s% svarade ja \(999 av 1\s000\)/);
    desk.forward(1000);
    await desk.play({ address: `${address}/b` }, [
      ...times(999, { answer: 'no' }),
      { answer: 'yes' },
    ]);
    const newest = async () => (await entries('/review/?sort=newest'))[0] ?? '';
    assert.match(await newest(), /\b1\s% svarade ja/);
    desk.forward(1000);
    await desk.play({ address: `${address}/c` }, times(10, { answer: 'yes' }));
    assert.match(await newest(), /100\s% svarade ja \(10 av 10\)/);
  });

  it('shows the latest comment, cut at a word, and how many there are', async () => {
    const long = 'Jag hittade inte blanketten för överklagan. '.repeat(10).trim();
    await desk.play({ address }, [{ answer: 'yes', comment: 'Äldre' }]);
    desk.forward(60_000);
    await desk.play({ address }, [{ answer: 'no', comment: long }]);
    const [entry = ''] = await entries();
    assert.match(entry, /Kommentarer 2/);
    assert.match(entry, /Senaste kommentaren: Nej, 2026-11-22 13:01/);
    assert.match(entry, /Jag hittade inte blanketten …$/);
    assert.doesNotMatch(entry, /Äldre/);
  });

  it('says what the answers are not', async () => {
    await desk.play({ address }, [{ answer: 'yes' }]);
    assert.match(textOf(await desk.read('/review/')), /De är inget betyg på sidan\./);
  });

  it('shows fifty pages at a time', async () => {
    for (let n = 0; n < 51; n += 1) {
      desk.forward(1000);
      await desk.play({ address: `${address}/${n}` }, [{ answer: 'yes' }]);
    }
    const first = await desk.read('/review/');
    assert.equal((await entries()).length, 50);
    assert.match(first, /<a href="\/review\/\?page=2" rel="next">Nästa sida<\/a>/);
    assert.doesNotMatch(first, /rel="prev"/);
    assert.deepEqual(await entries('/review/?page=2'), await entries('/review/?page=99'));
    assert.match((await entries('/review/?page=2'))[0] ?? '', /blankett\/0 /);
    assert.equal((await entries('/review/?page=2')).length, 1);
    for (const page of ['0', '-1', 'x', '1e9', '']) {
      assert.deepEqual(await entries(`/review/?page=${page}`), await entries(), page);
    }
  });

  it("shows only the pages of the editor's sites", async () => {
    const other = await desk.store.addSite({
      ...desk.site,
      key: 'other',
      origins: ['https://other.example'],
    });
    await desk.play({ address, title: 'Min sida' }, [{ answer: 'yes' }]);
    const secret = { address: 'https://other.example/', title: 'Annans sida', site: other };
    const id = await desk.play(secret, [{ answer: 'no', comment: 'Hemligt' }]);
    assert.doesNotMatch(await desk.read('/review/'), /Annans sida|Hemligt/);

    const forbidden = await desk.request(`/review/pages/${id}`);
    const unknown = await desk.request('/review/pages/999999');
    assert.equal(forbidden.status, 404);
    assert.equal(unknown.status, 404);
    const withoutId = (text: string) => text.replaceAll(/\/review\/pages\/\d+/g, '');
    assert.equal(withoutId(await forbidden.text()), withoutId(await unknown.text()));

    await desk.signIn(await desk.store.addEditor({ name: 'Utan webbplats', siteIds: [] }));
    assert.match(textOf(await desk.read('/review/')), /Du har inte tillgång till någon webbplats/);
  });

  for (const hostile of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'&amp;"]) {
    it(`shows ${hostile} as text, in a comment and in a title`, async () => {
      const page = { address, title: `Titel ${hostile}` };
      for (const language of ['zz', 'sv']) {
        const id = await desk.play({ ...page, language }, [{ answer: 'no', comment: hostile }]);
        for (const path of ['/review/', `/review/pages/${id}`]) {
          const markup = await desk.read(path);
          assert.doesNotMatch(markup, /<script|<img/);
          assert.equal(unescapeText(contentsOf(markup, 'blockquote')[0] ?? ''), hostile);
          assert.equal(unescapeText(contentsOf(markup, 'bdi')[0] ?? ''), page.title);
        }
      }
    });
  }

  it("never shows a visitor's key", async () => {
    const id = await desk.play({ address }, times(3, { answer: 'no', comment: 'Hej' }));
    const markup = (await desk.read('/review/')) + (await desk.read(`/review/pages/${id}`));
    assert.equal(desk.keys.length, 3);
    for (const key of desk.keys) {
      assert.ok(!markup.includes(key) && !markup.includes(key.replaceAll('-', '')));
    }
  });

  it('says that a page is in its own language only when that language is known', async () => {
    await desk.play({ address, title: 'Form', language: 'en-GB' }, [{ answer: 'yes' }]);
    assert.match(await desk.read('/review/'), /<bdi lang="en-GB">Form<\/bdi>/);
    await desk.play({ address, title: 'Form', language: 'zz' }, [{ answer: 'yes' }]);
    assert.match(await desk.read('/review/'), /<bdi>Form<\/bdi>/);
  });

  it('works below a base path', async () => {
    const below = await openReviewDesk({ basePath: '/gensvar' });
    await below.signIn();
    const id = await below.play({ address }, [{ answer: 'yes' }]);
    const markup = await below.read('/gensvar/review/');
    const report = await below.request(`/gensvar/review/pages/${id}`);
    const bare = await below.request('/gensvar/review');
    await below.close();
    for (const [, href = ''] of markup.matchAll(/(?:href|action)="([^"]*)"/g)) {
      if (href !== address) assert.match(href, /^(#main|\/gensvar\/review\/)/);
    }
    assert.equal(report.status, 200);
    assert.equal(bare.headers.get('location'), '/gensvar/review/');
  });

  it('has no script and no inline style', async () => {
    const id = await desk.play({ address }, times(12, { answer: 'no', comment: 'Hej' }));
    for (const path of ['/review/', `/review/pages/${id}`]) {
      assert.doesNotMatch(await desk.read(path), /<script|<style|\sstyle=|\son\w+=/);
    }
  });
});
