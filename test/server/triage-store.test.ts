import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { byKim, byRobin, openTriageStore, type TriageStore } from '../support/triage-store.ts';

let here: TriageStore;
beforeEach(async () => {
  here = await openTriageStore();
});
afterEach(() => here.remove());

describe('changing comments', () => {
  it('sets status, assignee and tags, and tells of it in the history and the log', async () => {
    const [one] = await here.write('Ett');
    assert.ok(one);
    const [tag] = await here.store.listTags(here.site.id);
    assert.ok(tag);
    const outcome = await here.change([one], {
      status: 'in-progress',
      assigneeId: here.kim.id,
      addTags: [tag.id],
    });
    assert.deepEqual(outcome.changed, [one.id]);
    const assignee = { id: here.kim.id, name: 'Kim' };
    assert.deepEqual(await here.workOf(one.id), {
      status: 'in-progress',
      assignee,
      tags: [tag],
      version: 1,
    });
    assert.deepEqual(await here.deedsOf(one.id), [
      { action: 'status', from: 'new', to: 'in-progress' },
      { action: 'assigned', from: null, to: assignee },
      { action: 'tagged', tag },
    ]);
    const detail = { status: 'in-progress', assignee: 'Kim', tagged: 'Övrigt' };
    assert.deepEqual(await here.audited(), [
      ['Kim', 'comment-changed', { ...detail, response: one.id, comments: 1 }],
    ]);
  });

  it('keeps count of the comments that wait', async () => {
    const [one, two, three] = await here.write('Ett', 'Två', 'Tre');
    assert.ok(one && two && three);
    assert.equal(here.waiting(), 3);
    await here.change([one, two], { status: 'fixed' });
    assert.equal(here.waiting(), 1);
    await here.change([three], { leftOut: true });
    assert.equal(here.waiting(), 0);
    await here.rightCounts();
    await here.change([{ ...one, version: 1 }], { status: 'new' });
    await here.change([{ ...two, version: 1 }], { leftOut: true });
    assert.equal(here.waiting(), 1);
    await here.change([{ ...three, version: 1 }], { leftOut: false });
    assert.equal(here.waiting(), 2);
    await here.rightCounts();
  });

  it('changes what counts, for all that are chosen', async () => {
    const seen = await here.write('Ett', 'Två', 'Tre');
    await here.change(seen.slice(1), { leftOut: true });
    const [page] = await here.store.listPages([here.site.id], { limit: 1, offset: 0 });
    assert.deepEqual([page?.no, page?.comments, page?.leftOut], [1, 1, 2]);
    await here.rightCounts();
    assert.deepEqual(await here.audited(), [
      ['Kim', 'score-changed', { leftOut: true, comments: 2 }],
    ]);
  });

  it('leaves those that another editor has changed, and does the rest', async () => {
    const seen = await here.write('Ett', 'Två', 'Tre');
    const [, two] = seen;
    assert.ok(two);
    await here.change([two], { status: 'no-action' }, byRobin);
    const outcome = await here.change(seen, { status: 'fixed' });
    assert.deepEqual(outcome.stale, [two.id]);
    assert.equal(outcome.changed.length, 2);
    assert.equal((await here.workOf(two.id)).status, 'no-action');
    assert.deepEqual((await here.audited())[0]?.[2], { status: 'fixed', comments: 2 });
    await here.rightCounts();
  });

  it('counts right when another editor has made some new again meanwhile', async () => {
    const seen = await here.write('Ett', 'Två', 'Tre');
    const { changed } = await here.change(seen, { status: 'fixed', leftOut: true });
    const fixed = changed.map((id) => ({ id, version: 1 }));
    await here.change(fixed.slice(0, 1), { status: 'new', leftOut: false }, byRobin);
    assert.equal(here.waiting(), 1);
    for (const wanted of [{ status: 'in-progress' }, { status: 'new', leftOut: false }] as const) {
      const outcome = await here.change(fixed, wanted);
      assert.equal(outcome.changed.length, 'leftOut' in wanted ? 0 : 2);
      await here.rightCounts();
    }
    assert.equal(here.waiting(), 1);
  });

  it('lets one of two editors win who press at the same moment', async () => {
    const seen = await here.write(...Array.from({ length: 20 }, (_, n) => `Nummer ${n}`));
    const outcomes = await Promise.all([
      here.change(seen, { status: 'fixed', leftOut: true }),
      here.change([...seen].reverse(), { status: 'no-action', leftOut: true }, byRobin),
      here.change(seen, { assigneeId: here.kim.id }, byRobin),
    ]);
    const changed = outcomes.flatMap((outcome) => outcome.changed);
    assert.equal(new Set(changed).size, changed.length, 'nothing is changed twice');
    assert.equal(changed.length, seen.length);
    for (const { id } of seen) {
      const { status, version } = await here.workOf(id);
      const [won] = outcomes.filter((outcome) => outcome.changed.includes(id));
      assert.equal(status, ['fixed', 'no-action', 'new'][outcomes.indexOf(won ?? outcomes[2])]);
      assert.equal(version, 1);
    }
    await here.rightCounts();
  });

  it('does nothing, and tells nothing, when all is like that already', async () => {
    const [one] = await here.write('Ett');
    assert.ok(one);
    const outcome = await here.change([one], { status: 'new', assigneeId: null, leftOut: false });
    assert.deepEqual(outcome.same, [one.id]);
    assert.deepEqual(await here.audited(), []);
  });

  it('reaches neither comments nor tags of another site, nor people who may only read', async () => {
    const [one] = await here.write('Ett');
    assert.ok(one);
    const other = here.otherSite;
    const { store } = here;
    const there = await store.changeComments(other.id, [one], { status: 'fixed' }, byKim);
    assert.deepEqual(there.missing, [one.id]);
    const [foreign] = await store.listTags(other.id);
    const reader = await store.addEditor({ name: 'L', siteIds: [here.site.id], role: 'reader' });
    const tags = [foreign?.id ?? 0];
    const outcome = await here.change([one], { addTags: tags, assigneeId: reader.id });
    assert.deepEqual(outcome.same, [one.id]);
    assert.deepEqual(await here.store.findComments([other.id], [one.id]), []);
  });

  it('refuses more than 200 at once', async () => {
    const many = Array.from({ length: 201 }, (_, n) => ({ id: n + 1, version: 0 }));
    await assert.rejects(here.change(many, { status: 'fixed' }), RangeError);
  });
});

describe('undoing', () => {
  it('puts each comment back to what it was', async () => {
    const seen = await here.write('Ett', 'Två');
    const [one, two] = seen;
    assert.ok(one && two);
    const [tag] = await here.store.listTags(here.site.id);
    assert.ok(tag);
    await here.change([one], { status: 'in-progress', addTags: [tag.id], assigneeId: here.kim.id });
    const { batch } = await here.change([{ ...one, version: 1 }, two], {
      status: 'fixed',
      removeTags: [tag.id],
      assigneeId: null,
      leftOut: true,
    });
    const undone = await here.store.undoChange(here.site.id, batch, byKim);
    assert.equal(undone.changed.length, 2);
    const assignee = { id: here.kim.id, name: 'Kim' };
    assert.deepEqual(await here.workOf(one.id), {
      ...{ status: 'in-progress', assignee, tags: [tag], version: 3 },
    });
    assert.equal((await here.workOf(two.id)).status, 'new');
    assert.equal(here.waiting(), 1);
    await here.rightCounts();
  });

  it('leaves what another editor has changed since', async () => {
    const seen = await here.write('Ett', 'Två');
    const [one] = seen;
    assert.ok(one);
    const { batch } = await here.change(seen, { status: 'fixed' });
    await here.change([{ ...one, version: 1 }], { status: 'no-action' }, byRobin);
    const undone = await here.store.undoChange(here.site.id, batch, byKim);
    assert.deepEqual(undone.stale, [one.id]);
    assert.equal((await here.workOf(one.id)).status, 'no-action');
  });

  it('is for the one who did it', async () => {
    const [one] = await here.write('Ett');
    assert.ok(one);
    const { batch } = await here.change([one], { status: 'fixed' });
    assert.deepEqual((await here.store.undoChange(here.site.id, batch, byRobin)).changed, []);
    assert.deepEqual((await here.store.undoChange(here.site.id + 1, batch, byKim)).changed, []);
    assert.equal((await here.workOf(one.id)).status, 'fixed');
  });
});

describe('notes', () => {
  it('stand in the history, change no version, and are not told to the log', async () => {
    const [one] = await here.write('Ett');
    assert.ok(one);
    const place = { ...one, siteId: here.site.id };
    const batch = await here.store.addNote(place, 'Frågat juristerna.', byKim);
    assert.ok(batch);
    assert.deepEqual(await here.deedsOf(one.id), [{ action: 'noted', note: 'Frågat juristerna.' }]);
    assert.equal((await here.workOf(one.id)).version, 0);
    assert.doesNotMatch(JSON.stringify(await here.audited()), /juristerna/);
    assert.equal(await here.store.removeNote(here.site.id, batch, byRobin), false);
    assert.equal(await here.store.removeNote(here.site.id, batch, byKim), true);
    assert.deepEqual(await here.deedsOf(one.id), []);
  });

  it('are refused for another site', async () => {
    const [one] = await here.write('Ett');
    assert.ok(one);
    const place = { ...one, siteId: here.site.id + 1 };
    assert.equal(await here.store.addNote(place, 'x', byKim), null);
    assert.deepEqual(await here.audited(), []);
  });
});
