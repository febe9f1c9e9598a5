import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Editor } from '../../server/store/store.ts';
import { aDay } from '../support/moving-clock.ts';
import { contentsOf, readForms, textOf } from '../support/read-markup.ts';
import {
  openReviewDesk,
  times,
  type PlayedAnswer,
  type ReviewDesk,
} from '../support/review-desk.ts';

const page = { address: 'https://www.example.se/blankett', title: 'Blankett' };

describe('changes of a page in its report', () => {
  let desk: ReviewDesk;
  let id: number;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
    id = await desk.play(page, [{ answer: 'yes' }]);
  });
  afterEach(() => desk.close());

  const daysAgo = (days: number) => new Date(desk.clock().getTime() - days * aDay);
  const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);
  const play = (days: number, yes: number, no: number) => {
    const at = (answer: PlayedAnswer['answer']) => ({ answer, received: daysAgo(days) });
    return desk.play(page, [...times(yes, at('yes')), ...times(no, at('no'))]);
  };
  const place = () => ({ siteId: desk.site.id, pageId: id });
  const enter = (day: string, note: string | null = null) =>
    desk.store.addRevision({ ...place(), day, note }, { at: desk.clock(), actor: 'Kim' });

  const read = (query = '') => desk.read(`/review/pages/${id}${query}`);
  const send = (path: string, fields: Record<string, string>) =>
    desk.request(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  /** Sends a form of the page with some fields written into it. */
  async function fill(markup: string, endOfAction: RegExp, fields: Record<string, string>) {
    const form = readForms(markup, 'http://localhost/').find(({ action }) =>
      endOfAction.test(action),
    );
    assert.ok(form, `no form ${endOfAction.source}`);
    const { pathname, search } = new URL(form.action);
    return send(pathname + search, { ...form.fields, ...fields });
  }
  /** The changes as they are listed. */
  const edits = (markup: string) => {
    const list = /<ol class="edits">.*?<\/ol\s*>/s.exec(markup)?.[0] ?? '';
    return contentsOf(list, 'li').map(textOf);
  };

  it('are marked in the picture with the numbers of the list', async () => {
    await enter(dayAgo(20));
    await enter(dayAgo(2));
    await enter(dayAgo(40));
    const markup = await read();
    const marks = [...markup.matchAll(/class="edit-mark" x="([\d.]+)%".*?<text[^>]*>(\d+)</gs)];
    assert.deepEqual(
      marks.map(([, x, number]) => [Number(x).toFixed(1), number]),
      [
        [(((29 - 20 + 0.5) / 30) * 100).toFixed(1), '2'],
        [(((29 - 2 + 0.5) / 30) * 100).toFixed(1), '1'],
      ],
    );
    const description = /<desc id="chart-description">(.*?)<\/desc>/s.exec(markup)?.[1] ?? '';
    assert.match(textOf(description), /Sidan ändrades: 2026-11-20, 2026-11-02\./);
    const year = await read('?days=365');
    assert.equal((year.match(/class="edit-mark" x=/g) ?? []).length, 3);
  });

  it('are a period to choose: since the last one', async () => {
    assert.doesNotMatch(await read(), /period=last-edit/);
    assert.match(textOf(await read('?period=last-edit')), /ingen känd ändring att räkna från/);
    await play(12, 5, 5);
    await enter(dayAgo(10));
    const markup = await read('?period=last-edit');
    assert.match(markup, /\?period=last-edit" aria-current="page"/);
    assert.match(textOf(markup), /Perioden \(2026-11-13 till 2026-11-22\) 1 av 1 svarade ja/);
  });

  it('are ten at first, and all when asked for', async () => {
    for (let days = 1; days <= 12; days += 1) await enter(dayAgo(days));
    assert.equal(edits(await read()).length, 10);
    assert.match(textOf(await read()), /Visa alla 12 ändringar/);
    assert.equal(edits(await read('?edits=all')).length, 12);
  });

  describe('entered by an editor', () => {
    it('are added and told, with the period kept', async () => {
      const fields = { day: '2026-11-10', note: '  Nya   länkar ' };
      const response = await fill(await read('?days=90'), /\/edits\?days=90$/, fields);
      assert.equal(response.status, 303);
      const location = response.headers.get('location') ?? '';
      assert.equal(location, `/review/pages/${id}?days=90&edit=added#edit-done`);
      const markup = await desk.read(location);
      assert.match(textOf(markup), /Ändringen är inlagd\./);
      assert.match(edits(markup)[0] ?? '', /^1\. 2026-11-10 Nya länkar Inlagd av Redaktör\./);
    });

    it('are refused with what was written kept and the reason in the label', async () => {
      for (const [day, reason] of [
        ['2026-11-31', /^Dag då sidan ändrades Skriv en dag som finns/],
        ['2026-11-23', /^Dag då sidan ändrades Skriv en dag som finns/],
        ['1991-08-05', /^Dag då sidan ändrades Dagen är för tidig: före 1991-08-06/],
        ['0001-01-01', /^Dag då sidan ändrades Dagen är för tidig: före 1991-08-06/],
        ['igår', /^Dag då sidan ändrades Skriv en dag som finns/],
      ] as const) {
        const response = await fill(await read(), /\/edits\?days=30$/, { day, note: 'Min text' });
        const markup = await response.text();
        assert.equal(response.status, 422);
        assert.match(textOf(contentsOf(markup, 'label')[0] ?? ''), reason);
        const [form] = readForms(markup, 'http://localhost/').filter(({ action }) =>
          action.includes('/edits'),
        );
        assert.deepEqual(form?.fields, { day, note: 'Min text' });
      }
      const first = await fill(await read(), /\/edits\?days=30$/, { day: '1991-08-06' });
      assert.equal(first.status, 303, 'the first day of all');
      await enter('2026-11-10');
      const known = await fill(await read(), /\/edits\?/, { day: '2026-11-10' });
      assert.match(textOf(await known.text()), /Den dagen finns redan inlagd/);
      const long = await fill(await read(), /\/edits\?/, {
        day: '2026-11-11',
        note: 'å'.repeat(201),
      });
      assert.equal(long.status, 422);
      assert.match(textOf(await long.text()), /Korta den till högst 200 tecken/);
      assert.equal(edits(await read()).length, 2);
    });

    it('have their notes changed, and are taken away', async () => {
      await enter('2026-11-10', 'Gammal');
      const [, address = ''] = /href="([^"]*\/edits\/\d+\?days=30)"/.exec(await read()) ?? [];
      const changed = await fill(await desk.read(address), /\/edits\/\d+\?days=30$/, {
        note: 'Ny',
      });
      assert.match(changed.headers.get('location') ?? '', /\?days=30&edit=changed#edit-done$/);
      assert.match(edits(await read())[0] ?? '', /^1\. 2026-11-10 Ny Inlagd av Kim/);
      const deleted = await fill(await desk.read(address), /\/delete\?days=30$/, {});
      assert.match(deleted.headers.get('location') ?? '', /edit=deleted#edit-done$/);
      assert.deepEqual(edits(await read()), []);
      // And once more, from a page that stood open.
      const again = await send(address, { note: 'x', version: '2' });
      assert.match(again.headers.get('location') ?? '', /edit=gone#edit-done$/);
    });

    it('are not overwritten unseen: both notes are shown, and what was written is kept', async () => {
      await enter('2026-11-10', 'Gammal');
      const [revision] = await desk.store.listRevisions(id, 1);
      assert.ok(revision);
      const address = `/review/pages/${id}/edits/${revision.id}`;
      const open = await desk.read(address);
      await desk.store.changeRevisionNote(revision, 'Kims', { at: desk.clock(), actor: 'Kim' });
      const response = await fill(open, /\/edits\/\d+\?/, { note: 'Min' });
      assert.equal(response.status, 409);
      const markup = await response.text();
      assert.match(textOf(markup), /Någon annan har ändrat anteckningen .* Kims/);
      assert.match(markup, /name="note"[^>]*value="Min"/);
      const saved = await fill(markup, /\/edits\/\d+\?/, {});
      assert.equal(saved.status, 303);
      assert.match(edits(await read())[0] ?? '', /Min Inlagd/);
      const deletion = await fill(open, /\/delete\?/, {});
      assert.equal(deletion.status, 409);
    });

    it('are not for readers, other sites or other pages', async () => {
      await enter('2026-11-10');
      const [revision] = await desk.store.listRevisions(id, 1);
      const address = `/review/pages/${id}/edits/${revision?.id}`;
      const other = await desk.store.addSite({
        ...{ key: 'annan', name: 'Annan', origins: ['https://annan.example'] },
        ...{ foldWww: false, queryParameters: [], allowedNumbers: [] },
      });
      const reader: Editor = await desk.store.addEditor({
        ...{ name: 'Läsare', siteIds: [desk.site.id], role: 'reader' },
      });
      const stranger: Editor = await desk.store.addEditor({
        name: 'Främling',
        siteIds: [other.id],
      });
      const elsewhere = await desk.play({ address: 'https://www.example.se/annan' }, [
        { answer: 'no' },
      ]);
      const wrongPage = `/review/pages/${elsewhere}/edits/${revision?.id}`;
      assert.equal((await desk.request(wrongPage)).status, 404);
      for (const who of [reader, stranger]) {
        await desk.signIn(who);
        const body = { note: 'x', day: '2026-11-11', version: '1' };
        assert.equal((await desk.request(address)).status, 404);
        assert.equal((await send(address, body)).status, 404);
        assert.equal((await send(`${address}/delete`, body)).status, 404);
        assert.equal((await send(`/review/pages/${id}/edits`, body)).status, 404);
      }
      await desk.signIn(reader);
      assert.equal(edits(await read()).length, 1);
      assert.doesNotMatch(await read(), /\/edits/);
    });
  });
});
