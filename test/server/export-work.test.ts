import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { partSize } from '../../server/export/read-parts.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const origin = 'https://www.example.se';

let desk: ReviewDesk;
let byText: (text: string) => number;

const by = (actor = 'Redaktör') => ({ at: desk.clock(), actor });

/** Two comments that editors have worked with, one that they have not, and none. */
beforeEach(async () => {
  desk = await openReviewDesk();
  const { store, site } = desk;
  const pageId = await desk.play({ address: `${origin}/a`, title: 'A' }, [
    { answer: 'no', comment: 'Fel telefontid.' },
    { answer: 'no', comment: 'Länken är trasig.' },
    { answer: 'partly', comment: 'Tack.' },
    { answer: 'yes' },
  ]);
  const comments = await store.listComments(pageId, { limit: 9, offset: 0 });
  byText = (text) => comments.find((comment) => comment.text === text)?.id ?? 0;
  await store.addTag(site.id, '=1+1', by());
  await store.addTag(site.id, 'Kontakt', by());
  const [formula, contact] = (await store.listTags(site.id)).slice(-2).map(({ id }) => id);
  assert.ok(formula !== undefined && contact !== undefined);
  const colleague = await store.addEditor({ name: '@Kim', siteIds: [site.id], role: 'editor' });
  const first = { id: byText('Fel telefontid.'), version: 0 };
  const work = { status: 'in-progress' as const, assigneeId: desk.editor.id };
  await store.changeComments(site.id, [first], { ...work, addTags: [contact] }, by());
  desk.forward(60_000);
  const note = 'Ringt växeln.\n=1+1 är fel.';
  await store.addNote({ id: first.id, siteId: site.id }, note, by('@Kim'));
  const second = { id: byText('Länken är trasig.'), version: 0 };
  const more = { assigneeId: colleague.id, addTags: [formula, contact] };
  await store.changeComments(site.id, [second], more, by());
  await desk.signIn();
});
afterEach(() => desk.close());

const post = (format: string, more: Record<string, string> = {}) =>
  desk.request('/review/export/file', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ format, separator: ';', ...more }),
  });

const rows = async () => (await (await post('json')).json()) as Record<string, unknown>[];

const handled = async () =>
  (await rows()).map(({ status, assignee, tags, history }) => ({
    ...{ status, assignee, tags, history },
  }));

describe('what editors did with comments, in an export', () => {
  it('is told to programs in the words of the contract, without numbers', async () => {
    const [first, , third, fourth] = await handled();
    const [at, later] = ['2026-11-22T12:00:00.000Z', '2026-11-22T12:01:00.000Z'];
    assert.deepEqual(first, {
      ...{ status: 'in-progress', assignee: 'Redaktör', tags: ['Kontakt'] },
      history: [
        { at, actor: 'Redaktör', action: 'status', from: 'new', to: 'in-progress' },
        { at, actor: 'Redaktör', action: 'assigned', from: null, to: 'Redaktör' },
        { at, actor: 'Redaktör', action: 'tagged', tag: 'Kontakt' },
        { at: later, actor: '@Kim', action: 'noted', note: 'Ringt växeln.\n=1+1 är fel.' },
      ],
    });
    assert.deepEqual(third, { status: 'new', assignee: null, tags: [], history: [] });
    assert.deepEqual(fourth, { status: null, assignee: null, tags: null, history: null });
    assert.doesNotMatch(JSON.stringify(await rows()), /"(id|batch|version|commentId|siteId)"/);
  });

  it('is told to people as the page of the comment tells it', async () => {
    const text = await (await post('csv')).text();
    assert.match(text, /;Kommentar;Status;Ansvarig;Etiketter;Historik\r\n/);
    const lines = [
      '2026-11-22 13:00 Redaktör: Status ändrad från Ny till Pågår',
      '2026-11-22 13:00 Redaktör: Ansvarig: Redaktör',
      '2026-11-22 13:00 Redaktör: Etikett: Kontakt',
      // A note cannot pass for another event.
      '2026-11-22 13:01 @Kim: Anteckning: Ringt växeln.\n    =1+1 är fel.',
    ];
    const told = `;Fel telefontid.;Pågår;Redaktör;Kontakt;"${lines.join('\n')}"\r\n`;
    assert.ok(text.includes(told), text);
    assert.ok(text.includes(';Tack.;Ny;;;\r\n'), text);
    assert.ok(text.endsWith(';;;;;\r\n'), text);
    assert.match(text, /;Nej;;Frågan på sidan;/);
    assert.doesNotMatch(text, /;page;/);
  });

  it('has no cell that is taken for a formula', async () => {
    const text = await (await post('csv')).text();
    assert.ok(text.includes(`;Länken är trasig.;Ny;'@Kim;"'=1+1, Kontakt";"2026-`), text);
    const workbook = await (await post('xlsx')).arrayBuffer();
    const { sheets } = await readXlsx(new Uint8Array(workbook));
    const cells = sheets[0]?.rows[2]?.slice(-4) ?? [];
    assert.deepEqual(cells.slice(0, 3), ['Ny', '@Kim', '=1+1, Kontakt']);
    assert.match(String(cells[3]), /^2026-11-22 13:01 Redaktör: Ansvarig: @Kim\n/);
  });

  it('tells of words that were masked, and nothing of a comment that is deleted', async () => {
    const { store, site } = desk;
    const masked = { id: byText('Fel telefontid.'), siteId: site.id };
    await store.maskComment({ ...masked, text: 'Fel X.' }, by());
    await store.deleteComment({ id: byText('Länken är trasig.'), siteId: site.id }, by());
    const [first, second] = await rows();
    assert.equal(first?.['comment'], 'Fel X.');
    const last = (first['history'] as { action: string }[]).at(-1);
    assert.equal(last?.action, 'masked');
    assert.match(await (await post('csv')).text(), /Redaktör: Maskerade ord"\r\n/);
    const { comment, status, history } = second ?? {};
    assert.deepEqual([comment, status, history], [null, null, null]);
  });

  it('is read once for each part that has comments', async () => {
    const { store } = desk;
    await desk.play({ address: `${origin}/b` }, times(partSize * 2, { answer: 'yes' }));
    const some = times(partSize + 50, { answer: 'no', comment: 'Ord.' });
    await desk.play({ address: `${origin}/c` }, some);
    const asked: number[] = [];
    const read = store.readWorkForExport.bind(store);
    store.readWorkForExport = (siteId, ids) => {
      asked.push(ids.length);
      return read(siteId, ids);
    };
    assert.equal((await rows()).length, 4 + partSize * 3 + 50);
    assert.deepEqual(asked, [3, partSize, 50]);
  });
});
