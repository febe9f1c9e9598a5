import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
});
afterEach(() => desk.close());

const list = '/review/comments';

/** What is told of the part of a list that the form stands in. */
const folds = (markup: string) =>
  [...markup.matchAll(/<details class="bulk-fold"([^>]*)>/g)].map(([, more = '']) => more.trim());

describe('the form that changes several comments', () => {
  it('is closed until it is wanted, and a link leads to what opens it', async () => {
    const markup = await desk.read(list);
    assert.deepEqual(folds(markup), ['']);
    assert.match(markup, /<a href="#bulk-start">Ändra flera kommentarer på en gång</);
    assert.match(markup, /<summary id="bulk-start">Ändra flera kommentarer</);
  });

  it('is open with what was chosen when something is wrong', async () => {
    const refused = await desk.send('/review/comments/change', [
      ['shown', desk.ids.map((id) => `${id}.0`).join(',')],
      ['status', 'fixed'],
      ['score', 'left-out'],
      ['returnTo', list],
    ]);
    assert.equal(refused.status, 422);
    const markup = await refused.text();
    assert.deepEqual(folds(markup), ['open']);
    assert.match(markup, /value="fixed" selected/);
    assert.match(markup, /value="left-out" selected/);
  });
});
