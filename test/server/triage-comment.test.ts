import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fieldsOf, withField, type Fields } from '../support/form-fields.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { noticeOf, openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

const own = 'Ring Anna Berg på 070-174 06 05. Annas chef vet.';

let desk: TriageDesk;
let here: string;
let id: number;
beforeEach(async () => {
  desk = await openTriageDesk([own, 'Två']);
  id = desk.ids[0] ?? 0;
  here = `/review/comments/${id}`;
});
afterEach(() => desk.close());

const formTo = async (page: string, action: string) => fieldsOf(await desk.read(page), action);

const workNow = async () =>
  (await desk.store.readCommentWork([{ id, siteId: desk.site.id }])).get(id);

const historyOf = (markup: string) =>
  contentsOf(/<ol class="history".*?<\/ol>/s.exec(markup)?.[0] ?? '', 'li').map(textOf);

describe('a comment’s own page', () => {
  it('changes status, assignee, tags and what counts in one form', async () => {
    const [tag] = await desk.store.listTags(desk.site.id);
    let fields = await formTo(here, `${here}/handle`);
    fields = withField(fields, 'status', 'in-progress');
    fields = withField(fields, 'assignee', String(desk.editor.id));
    fields = withField(fields, 'tags', String(tag?.id));
    fields = fields.filter(([name]) => name !== 'counts');
    const markup = await desk.sendAndRead(`${here}/handle`, fields);
    assert.match(
      noticeOf(markup),
      /Status: Pågår\. Ansvarig: Redaktör\. Etikett: Övrigt\. Räknas inte i resultatet\. Ångra/,
    );
    assert.deepEqual(historyOf(markup), [
      '2026-11-22 13:00 Redaktör Status ändrad från Ny till Pågår',
      '2026-11-22 13:00 Redaktör Ansvarig: Redaktör',
      '2026-11-22 13:00 Redaktör Etikett: Övrigt',
      '2026-11-22 13:00 Redaktör Räknas inte i resultatet',
    ]);
    const unchanged = await formTo(here, `${here}/handle`);
    assert.match(noticeOf(await desk.sendAndRead(`${here}/handle`, unchanged)), /redan så/);
  });

  it('changes only what the editor changed, when another has changed the rest', async () => {
    const fields = withField(await formTo(here, `${here}/handle`), 'status', 'fixed');
    await desk.become('Kim');
    const others = withField(
      await formTo(here, `${here}/handle`),
      'assignee',
      String(desk.editor.id),
    );
    await desk.sendAndRead(`${here}/handle`, others);
    await desk.signIn();
    const response = await desk.send(`${here}/handle`, fields);
    assert.equal(response.status, 409);
    const conflict = await response.text();
    assert.match(textOf(conflict), /Kim Ansvarig: Redaktör.*ville du göra: Status: Åtgärdad/);
    await desk.sendAndRead(
      '/review/comments/change',
      fieldsOf(conflict, '/review/comments/change'),
    );
    const work = await workNow();
    assert.deepEqual([work?.status, work?.assignee?.name], ['fixed', 'Redaktör']);
  });

  it('is read by a reader, who can change nothing', async () => {
    await desk.become('Läsare', 'reader');
    const markup = await desk.read(here);
    assert.match(textOf(markup), /Ring Anna Berg.*Du har rollen läsare/);
    assert.doesNotMatch(markup, /action="\/review\/comments/);
    for (const path of ['handle', 'note', 'mask', 'delete']) {
      assert.equal((await desk.send(`${here}/${path}`, [['note', 'x']])).status, 404, path);
    }
    for (const path of ['mask', 'delete', 'hand-over']) {
      assert.equal((await desk.request(`${here}/${path}`)).status, 404, path);
    }
  });

  it('leads back to the list that the editor came from, and nowhere else', async () => {
    const from = '/review/comments?status=new';
    const markup = await desk.read(`${here}?from=${encodeURIComponent(from)}`);
    assert.match(markup, /<p class="back">\s*<a href="\/review\/comments\?status=new">/);
    const forged = await desk.read(`${here}?from=${encodeURIComponent('https://evil.example/x')}`);
    assert.doesNotMatch(forged, /href="https:\/\/evil/);
  });
});

describe('a note', () => {
  const note = (text: string) =>
    desk.send(`${here}/note`, [
      ['note', text],
      ['returnTo', here],
    ]);

  it('stands in the history, and can be taken back by the one who wrote it', async () => {
    const response = await note('Frågat <b>juristerna</b>.');
    const markup = await desk.read(response.headers.get('location')?.replace('#done', '') ?? '');
    assert.match(noticeOf(markup), /Anteckningen är sparad/);
    assert.match(historyOf(markup)[0] ?? '', /Anteckning Frågat <b>juristerna<\/b>\./);
    const batch = /name="batch" value="([^"]+)"/.exec(markup)?.[1] ?? '';
    const undo: Fields = [
      ['batch', batch],
      ['returnTo', here],
    ];
    await desk.become('Kim');
    assert.doesNotMatch(await desk.read(here), /Ta bort anteckningen/);
    assert.match(
      noticeOf(await desk.sendAndRead('/review/comments/undo', undo)),
      /inget att ångra/,
    );
    await desk.signIn();
    const removed = await desk.sendAndRead('/review/comments/undo', undo);
    assert.match(noticeOf(removed), /Anteckningen är borttagen/);
    assert.deepEqual(historyOf(removed), []);
  });

  it('is refused when it is empty or too long, and what was written is kept', async () => {
    const empty = await note('  ');
    assert.equal(empty.status, 422);
    assert.match(textOf(await empty.text()), /Skriv något i rutan/);
    const long = await note('å'.repeat(1001));
    assert.equal(long.status, 422);
    const markup = await long.text();
    assert.match(textOf(markup), /Texten är 1 tecken för lång/);
    assert.match(markup, /å{1001}<\/textarea>/);
    assert.equal((await note('å'.repeat(1000))).status, 303);
  });
});
