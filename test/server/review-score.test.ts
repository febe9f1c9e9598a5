import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { PageSummary } from '../../server/store/store.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';

const address = 'https://www.example.se/a';

let desk: ReviewDesk;
let page: PageSummary;
beforeEach(async () => {
  desk = await openReviewDesk();
  await desk.play({ address }, [
    { answer: 'no', comment: 'Det saknas ett datum.' },
    { answer: 'yes' },
  ]);
  page = await read();
  await desk.signIn();
});
afterEach(() => desk.close());

async function read(): Promise<PageSummary> {
  const [found] = await desk.store.listPages([desk.site.id], { limit: 1, offset: 0 });
  assert.ok(found);
  return found;
}

const report = () => desk.read(`/review/pages/${page.id}`);
const comments = async () => textOf(contentsOf(await report(), 'ol').join(''));

const score = (fields: Record<string, string>) =>
  desk.request(`/review/pages/${page.id}/score`, {
    method: 'POST',
    body: new URLSearchParams({ comment: String(page.latestComment?.id), ...fields }),
    headers: { origin: 'http://localhost' },
  });

const counts = async () => {
  const { yes, no, comments: written, leftOut } = await read();
  return { yes, no, comments: written, leftOut };
};

describe('what counts', () => {
  it('is the editor’s to say, and the page tells it', async () => {
    const response = await score({ counts: 'no' });
    assert.equal(response.status, 303);
    assert.match(response.headers.get('location') ?? '', /\/review\/pages\/\d+#comment-\d+$/);
    assert.deepEqual(await counts(), { yes: 1, no: 0, comments: 0, leftOut: 1 });
    assert.match(await comments(), /Det saknas ett datum\..*Räknas inte i resultatet\./s);
    assert.match(textOf(await report()), /1 räknas inte/);
  });

  it('leads back to the same part of the list', async () => {
    const markup = await desk.read(`/review/pages/${page.id}?days=90&page=1`);
    const action = /class="score" method="post" action="([^"]+)"/.exec(markup)?.[1] ?? '';
    const response = await desk.request(action.replaceAll('&amp;', '&'), {
      method: 'POST',
      body: new URLSearchParams({ comment: String(page.latestComment?.id), counts: 'no' }),
      headers: { origin: 'http://localhost' },
    });
    const back = response.headers.get('location') ?? '';
    assert.match(back, /\/review\/pages\/\d+\?days=90&page=1#comment-\d+$/);
  });

  it('can be taken back', async () => {
    await score({ counts: 'no' });
    await score({ counts: 'yes' });
    assert.deepEqual(await counts(), { yes: 1, no: 1, comments: 1, leftOut: 0 });
    assert.doesNotMatch(await comments(), /Räknas inte/);
  });

  it('tells of a suspected robot, whose comment is still shown', async () => {
    await desk.store.appendResponses([
      {
        ...{
          key: crypto.randomUUID(),
          siteId: desk.site.id,
          address,
          received: new Date(),
          revisionNo: 1,
        },
        ...{ day: '2026-11-22', suspicion: 'links' },
        content: { answer: 'yes', survey: 'page', comment: 'Köp här' },
      },
    ]);
    assert.match(await comments(), /Köp här.*Den ser ut att komma från en robot\./s);
    assert.equal((await counts()).leftOut, 1);
  });

  it('stays as it is when the form is wrong', async () => {
    for (const fields of [{ counts: 'maybe' }, { comment: '999', counts: 'no' }, {}]) {
      assert.equal((await score(fields)).status, 303);
    }
    assert.deepEqual(await counts(), { yes: 1, no: 1, comments: 1, leftOut: 0 });
  });
});
