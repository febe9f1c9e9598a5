import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { textOf } from '../support/read-markup.ts';
import { openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk(['Det saknas ett datum.']);
  await desk.play({ address: 'https://www.example.se/a' }, [{ answer: 'yes' }]);
});
afterEach(() => desk.close());

const score = (version: number, deed: string) =>
  desk.sendAndRead('/review/comments/change', [
    ['one', `${desk.ids[0]}.${version}.${deed}`],
    ['returnTo', `${desk.report}?days=90`],
  ]);

const counts = async () => {
  const page = await desk.store.findPage(desk.pageId);
  return [page?.yes, page?.no, page?.comments, page?.leftOut];
};

describe('what counts', () => {
  it('is the editor’s to say, and the page tells it', async () => {
    const report = textOf(await score(0, 'left-out'));
    assert.deepEqual(await counts(), [1, 0, 0, 1]);
    assert.match(report, /Det saknas ett datum\..*Räknas inte i resultatet\./s);
    assert.match(report, /1 räknas inte/);
  });

  it('can be taken back', async () => {
    await score(0, 'left-out');
    const report = textOf(await score(1, 'counted'));
    assert.deepEqual(await counts(), [1, 1, 1, 0]);
    assert.match(report, /Räknas i resultatet/);
  });

  it('tells of a suspected robot, whose comment is still shown', async () => {
    await desk.store.appendResponses([
      {
        ...{ key: crypto.randomUUID(), siteId: desk.site.id, received: desk.clock() },
        ...{ address: 'https://www.example.se/a', day: '2026-11-22', revisionNo: 1 },
        suspicion: 'links',
        content: { answer: 'yes', survey: 'page', comment: 'Köp här' },
      },
    ]);
    const report = textOf(await desk.read(desk.report));
    assert.match(report, /Köp här.*Den ser ut att komma från en robot\./s);
    assert.deepEqual(await counts(), [1, 1, 1, 1]);
  });

  it('is told of where suspected answers have no comment', async () => {
    await desk.store.appendResponses([
      {
        ...{ key: crypto.randomUUID(), siteId: desk.site.id, received: desk.clock() },
        ...{ address: 'https://www.example.se/a', day: '2026-11-22', revisionNo: 1 },
        suspicion: 'flood',
        content: { answer: 'yes', survey: 'page' },
      },
    ]);
    const report = await desk.read(desk.report);
    assert.match(textOf(report), /2026-11-22 skickade många svar på kort tid 1 0 Räkna med/);
    const form = (await desk.forms(desk.report)).find(({ action }) =>
      action.endsWith('/suspected'),
    );
    assert.ok(form);
    const fields = { ...form.fields, counts: 'yes' };
    const after = textOf(await desk.sendAndRead(form.action, Object.entries(fields)));
    assert.match(after, /Svaren från 2026-11-22 räknas nu med/);
    assert.deepEqual(await counts(), [2, 1, 1, 0]);
  });
});
