import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settingsSchema } from '../../server/store/site-settings.ts';
import { pageLink } from '../../server/store/page-link.ts';
import { openReviewDesk } from '../support/review-desk.ts';

describe('the link to a page', () => {
  for (const [address, link] of [
    ['https://e.se/a', 'https://e.se/a/'],
    ['https://e.se/', 'https://e.se/'],
    ['https://e.se/a/b?id=1', 'https://e.se/a/b/?id=1'],
    ['https://e.se/a.html', 'https://e.se/a.html'],
    ['https://e.se/v1.2', 'https://e.se/v1.2/'],
  ] as const) {
    it(`is ${link} where addresses end with a slash`, () => {
      assert.equal(pageLink(address, true), link);
      assert.equal(pageLink(address, false), address);
    });
  }

  it('is what the report leads to', async () => {
    const desk = await openReviewDesk();
    try {
      await desk.signIn();
      const id = await desk.play({ address: 'https://www.example.se/a' }, [{ answer: 'no' }]);
      const settings = settingsSchema.parse({ endsWithSlash: true });
      const by = { at: desk.clock(), actor: 'test' };
      await desk.store.changeSite(desk.site, { ...desk.site, settings }, by);
      for (const path of ['/review/', `/review/pages/${id}`]) {
        assert.match(await desk.read(path), /href="https:\/\/www\.example\.se\/a\/"/, path);
      }
    } finally {
      await desk.close();
    }
  });
});
