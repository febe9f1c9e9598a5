import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { WorkFilter } from '../../server/store/work-list.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

const site = 'https://www.example.se';

describe('what is looked for in titles and addresses', () => {
  let desk: ReviewDesk;
  beforeEach(async () => {
    desk = await openReviewDesk();
  });
  afterEach(() => desk.close());

  const play = (title: string, path: string) =>
    desk.play({ address: site + path, title }, [{ answer: 'yes' }]);
  /** The titles of the pages with a text, in the order of the alphabet. */
  async function find(text: string) {
    const filter: WorkFilter = { siteIds: [desk.site.id], period: 30, text };
    const pages = await desk.store.listWork(filter, '2026-01-01', 'title', { limit: 9, offset: 0 });
    assert.equal(await desk.store.countWork(filter), pages.length, 'listed and counted alike');
    return pages.map(({ title }) => title);
  }
  async function assertFinds(expected: string[], texts: string[]) {
    for (const text of texts) assert.deepEqual(await find(text), expected, text);
  }

  it('is found with and without accents, in small letters and capitals', async () => {
    await play('Öppettider på Åkerö', '/a');
    await play('Annat', '/b');
    const ways = [
      'oppettider',
      'Öppettider',
      'ÖPPETTIDER',
      'öppet',
      'TIDER PÅ',
      'pa akero',
      'åkerÖ',
    ];
    await assertFinds(['Öppettider på Åkerö'], ways);
    await assertFinds([], ['oppettidar', 'ppettiderp', 'pe tider']);
  });

  it('is found in an address that has no accents, or their codes', async () => {
    await play('Bara', '/oppettider');
    await play('Koder', '/%C3%96ppet/a%CC%8Akero%CC%88/%C3%A9n%20sak');
    await play('Annat', '/xyz%C3%85');
    await assertFinds(['Bara'], ['Öppettider', 'OPPETTIDER']);
    await assertFinds(['Bara', 'Koder'], ['/öppet', '/oppet', '%C3%96ppet', '%c3%b6PPET']);
    await assertFinds(['Koder'], ['åkerö', 'AKERO', 'en sak', '%C3%96ppet/']);
  });

  it('is found where accents are characters of their own', async () => {
    await play('Öppettider på Åkerö'.normalize('NFD'), '/a');
    await play('Öppettider på Åkerö', '/b');
    for (const text of ['oppettider', 'öppettider', 'PÅ ÅKERÖ', 'öppettider'.normalize('NFD')]) {
      assert.equal((await find(text)).length, 2, text);
    }
  });

  it('is found in other languages, in capitals and codes too', async () => {
    await play('Čálus', '/sami');
    await play('Crème brûlée', '/fr');
    await play('ПОМОЩЬ', '/%D0%9F%D0%9E%D0%9C');
    await assertFinds(['Čálus'], ['čalus', 'ČÁLUS', 'čálus', 'Č']);
    await assertFinds(['Crème brûlée'], ['creme brulee', 'BRÛLÉE']);
    await assertFinds(['ПОМОЩЬ'], ['помощь', '/пом']);
  });

  it('takes signs of patterns as they are', async () => {
    await play('a[b]c*d?e%f_g\\h-i]^j', '/a');
    await play('axbycxdxexfxgxh', '/b');
    const whole = 'a[b]c*d?e%f_g\\h-i]^j';
    await assertFinds(
      [whole],
      [whole, '[b]', 'c*d', 'd?e', 'e%f', 'f_g', 'g\\h', 'h-i', ']^', 'å[B]'],
    );
    await assertFinds([], ['a*c', 'a?b', 'a%c', 'a_b', '[ab]', '\\a', "'"]);
  });

  it('takes any text', async () => {
    await play('Sida', '/a');
    for (const text of ['\u0308', '\ud800', '%', '%%C3', '😀', 'ß', 'ﬁ', 'İ', 'x'.repeat(200)]) {
      await find(text);
    }
    const many = Array.from({ length: 200 }, (_, number) => String.fromCodePoint(0x4e00 + number));
    assert.deepEqual(await find(many.join('')), []);
  });
});
