import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { countFound, countRows } from '../support/stored-rows.ts';
import { at, byKim, openTriageStore, type TriageStore } from '../support/triage-store.ts';

let here: TriageStore;
beforeEach(async () => {
  here = await openTriageStore();
});
afterEach(() => here.remove());

describe('words that are masked or deleted', () => {
  const own = 'Ring 0701740605';
  const masked = 'Ring [dolt]';

  it('are gone, and do not come back when the visitor sends them again', async () => {
    const first = here.incoming(own);
    await here.store.appendResponses([first]);
    const mask = { id: 1, siteId: here.site.id, text: masked, was: own };
    assert.equal(await here.store.maskComment(mask, byKim), true);
    assert.equal(countFound(here.database, '0701740605'), 0);
    const later = { ...first, revisionNo: 2 };
    const outcomes = await here.store.appendResponses([first, later]);
    assert.deepEqual(outcomes, [{ kind: 'too-late' }, { kind: 'too-late' }]);
    const [comment] = await here.store.findComments([here.site.id], [1]);
    assert.equal(comment?.text, masked);
    assert.deepEqual(await here.deedsOf(1), [{ action: 'masked' }]);
    assert.equal((await here.workOf(1)).version, 1);
  });

  it('stay when the visitor has changed them since they were seen', async () => {
    const first = here.incoming(own);
    await here.store.appendResponses([first]);
    const changed = { ...first.content, comment: 'Något annat' };
    await here.store.appendResponses([{ ...first, revisionNo: 2, content: changed }]);
    const mask = { id: 1, siteId: here.site.id, text: masked, was: own };
    assert.equal(await here.store.maskComment(mask, byKim), false);
    const [comment] = await here.store.findComments([here.site.id], [1]);
    assert.equal(comment?.text, 'Något annat');
    assert.deepEqual(await here.audited(), []);
  });

  it('take status, tags and history with them when they are deleted, and stay away', async () => {
    const first = here.incoming(own);
    await here.store.appendResponses([first]);
    const [tag] = await here.store.listTags(here.site.id);
    await here.change([{ id: 1, version: 0 }], { status: 'fixed', addTags: [tag?.id ?? 0] });
    await here.store.addNote({ id: 1, siteId: here.site.id }, 'En anteckning', byKim);
    assert.equal(await here.store.deleteComment({ id: 1, siteId: here.site.id }, byKim), true);
    await here.store.appendResponses([first]);
    const rows = countRows(here.database);
    for (const table of ['comment', 'comment_work', 'comment_tag', 'comment_event']) {
      assert.equal(rows[table], 0, table);
    }
    await here.rightCounts();
  });

  it('go with all that was done when they are too old to be kept', async () => {
    const seen = await here.write('Ett', 'Två');
    await here.change(seen, { status: 'in-progress' });
    const before = new Date(at.getTime() + 1);
    await here.store.deleteCommentsBefore(here.site.id, before, 100, byKim);
    const rows = countRows(here.database);
    assert.deepEqual([rows['comment_work'], rows['comment_event']], [0, 0]);
    assert.equal(here.waiting(), 0);
    await here.rightCounts();
  });
});

describe('tags', () => {
  const names = async () => (await here.store.listTags(here.site.id)).map(({ name }) => name);

  it('are Övrigt from the start, and at most 15', async () => {
    assert.deepEqual(await names(), ['Övrigt']);
    for (let n = 1; n < 15; n += 1) {
      assert.equal(await here.store.addTag(here.site.id, `Etikett ${n}`, byKim), null);
    }
    assert.equal(await here.store.addTag(here.site.id, 'En till', byKim), 'too-many');
    assert.equal((await names()).length, 15);
    assert.equal((await names())[14], 'Etikett 14');
  });

  it('are never more than 15, also when two administrators add at the same moment', async () => {
    for (let n = 1; n < 14; n += 1) await here.store.addTag(here.site.id, `Etikett ${n}`, byKim);
    const add = (name: string) => here.store.addTag(here.site.id, name, byKim);
    await Promise.all([add('A'), add('B'), add('C')]);
    assert.equal((await names()).length, 15);
    const added = (await here.audited()).filter(([, , detail]) =>
      JSON.stringify(detail).includes('added'),
    );
    assert.equal(added.length, 14);
  });

  it('have names of their own', async () => {
    assert.equal(await here.store.addTag(here.site.id, 'övrigt', byKim), 'taken');
    assert.equal(await here.store.addTag(here.site.id, 'Språk', byKim), null);
    const [first, second] = await here.store.listTags(here.site.id);
    assert.ok(first && second);
    const rename = (name: string, was: string) =>
      here.store.renameTag(here.site.id, { id: second.id, name, was }, byKim);
    assert.equal(await rename('ÖVRIGT', 'Språk'), 'taken');
    assert.equal(await rename('Begripligt', 'Språk'), null);
    assert.equal(await rename('Annat', 'Språk'), 'gone', 'somebody else renamed it');
    assert.deepEqual(await names(), ['Övrigt', 'Begripligt']);
  });

  it('are moved, counted and deleted, from the comments too', async () => {
    const seen = await here.write('Ett', 'Två');
    await here.store.addTag(here.site.id, 'Språk', byKim);
    const [other, language] = await here.store.listTags(here.site.id);
    assert.ok(other && language);
    assert.equal(await here.store.moveTag(here.site.id, language.id, 'up', byKim), true);
    assert.deepEqual(await names(), ['Språk', 'Övrigt']);
    assert.equal(await here.store.moveTag(here.site.id, language.id, 'up', byKim), false);
    await here.change(seen, { addTags: [language.id] });
    assert.equal(await here.store.countTagged(here.site.id, language.id), 2);
    const wrong = { ...language, name: 'Annat' };
    assert.equal(await here.store.deleteTag(here.site.id, wrong, byKim), false);
    assert.equal(await here.store.deleteTag(here.site.id + 1, language, byKim), false);
    assert.equal(await here.store.deleteTag(here.site.id, language, byKim), true);
    assert.deepEqual((await here.workOf(1)).tags, []);
    assert.deepEqual((await here.audited()).at(0), ['Kim', 'tags-changed', { change: 'deleted' }]);
  });
});

describe('suspected answers without a comment', () => {
  const page = () => ({ id: 1, siteId: here.site.id });
  const suspect = (day: string, suspicion: string) => here.incoming(undefined, { day, suspicion });
  const list = () => here.store.listSuspectedAnswers(page(), '2026-11-01', '2026-11-30');

  beforeEach(async () => {
    await here.store.appendResponses([
      suspect('2026-11-21', 'fast'),
      suspect('2026-11-22', 'fast'),
      suspect('2026-11-22', 'fast'),
      suspect('2026-11-22', 'crowd'),
      suspect('2026-10-01', 'crowd'),
      here.incoming(undefined),
      here.incoming('Med kommentar', { suspicion: 'fast' }),
    ]);
  });

  it('are told of by day and layer', async () => {
    assert.deepEqual(await list(), [
      { day: '2026-11-22', suspicion: 'crowd', leftOut: 1, counted: 0 },
      { day: '2026-11-22', suspicion: 'fast', leftOut: 2, counted: 0 },
      { day: '2026-11-21', suspicion: 'fast', leftOut: 1, counted: 0 },
    ]);
  });

  it('count when an editor says so, some at a time, and back again', async () => {
    const { store } = here;
    const which = { siteId: here.site.id, pageId: 1, day: '2026-11-22', suspicion: 'fast' };
    assert.equal(await store.changeSuspectedAnswers(which, false, 1, byKim), 1);
    assert.equal(await store.changeSuspectedAnswers(which, false, 9, byKim), 1);
    assert.equal(await store.changeSuspectedAnswers(which, false, 9, byKim), 0);
    assert.deepEqual((await list())[1], {
      ...{ day: '2026-11-22', suspicion: 'fast', leftOut: 0, counted: 2 },
    });
    await here.rightCounts();
    assert.equal(await store.changeSuspectedAnswers(which, true, 9, byKim), 2);
    await here.rightCounts();
    const [last] = await here.audited();
    const detail = { day: '2026-11-22', suspicion: 'fast', leftOut: true, answers: 2 };
    assert.deepEqual(last, ['Kim', 'score-changed', detail]);
    const elsewhere = { ...which, siteId: here.site.id + 1 };
    assert.equal(await store.changeSuspectedAnswers(elsewhere, false, 9, byKim), 0);
  });
});
