import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { noticeOf, openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
});
afterEach(() => desk.close());

const change = '/review/comments/change';
const list = '/review/comments';

const statusOf = async (id: number) =>
  (await desk.store.readCommentWork([{ id, siteId: desk.site.id }])).get(id)?.status;

/** A comment's value in a form, as nobody has touched it. */
const seen = (index: number, version = 0) => `${desk.ids[index]}.${version}`;

describe('a list of comments', () => {
  it('shows status, tags and who is responsible on each card', async () => {
    const [id = 0] = desk.ids;
    const [tag] = await desk.store.listTags(desk.site.id);
    await desk.store.changeComments(
      desk.site.id,
      [{ id, version: 0 }],
      { status: 'in-progress', assigneeId: desk.editor.id, addTags: [tag?.id ?? 0] },
      { at: desk.clock(), actor: 'Kim' },
    );
    const cards = contentsOf(await desk.read(list), 'li').map(textOf);
    const card = cards.find((text) => text.includes('Ett'));
    assert.match(card ?? '', /Status Pågår Ansvarig Redaktör Etiketter Övrigt/);
    assert.match(cards.find((text) => text.includes('Två')) ?? '', /Status Ny/);
  });

  it('tells comments of the same minute apart by their numbers', async () => {
    const twins = ['Tvilling', 'Tvilling till'].map((comment) => ({
      answer: 'no' as const,
      comment,
    }));
    await desk.play({ address: 'https://www.example.se/a', title: 'A' }, twins);
    const names = (await desk.read(list)).matchAll(/<a [^>]*aria-label="(Öppna [^"]*)"/g);
    const open = [...names].map(([, name = '']) => name);
    assert.equal(new Set(open).size, 5, open.join());
    assert.equal(open.filter((text) => text.includes(', nummer ')).length, 2);
  });

  it('tells in each control which comment it is about', async () => {
    const markup = await desk.read(list);
    const card = contentsOf(markup, 'li').find((text) => text.includes('>Ett<')) ?? '';
    for (const name of ['Välj', 'Öppna']) {
      assert.match(card, new RegExp(`aria-label="${name} kommentaren från 2026-11-22 12:00"`));
    }
    for (const button of contentsOf(card, 'button')) {
      assert.match(textOf(button), / kommentaren från 2026-11-22 12:00$/);
    }
  });

  it('has nothing to change for a reader', async () => {
    await desk.become('Läsare', 'reader');
    const markup = await desk.read(list);
    assert.match(textOf(markup), /Ett/);
    assert.doesNotMatch(markup, /name="chosen"|name="one"|id="bulk"/);
  });
});

describe('a button on a card', () => {
  it('does it, leads back to the list, tells what was done and offers to undo it', async () => {
    const returnTo = '/review/comments?status=new';
    const response = await desk.send(change, [
      ['one', `${seen(0)}.fixed`],
      ['returnTo', returnTo],
    ]);
    const location = response.headers.get('location') ?? '';
    assert.match(location, /^\/review\/comments\?status=new&done=[0-9a-f-]{36}#done$/);
    const markup = await desk.read(location.replace('#done', ''));
    assert.match(noticeOf(markup), /Kommentaren från 2026-11-22 12:00: Status: Åtgärdad\./);
    assert.match(markup, /<div[^>]*id="done"[^>]*tabindex="-1"/, 'focus can land there');

    const undo = (await desk.forms(location.replace('#done', ''))).find(({ action }) =>
      action.endsWith('/comments/undo'),
    );
    assert.ok(undo);
    const undone = await desk.sendAndRead(undo.action, Object.entries(undo.fields));
    assert.match(noticeOf(undone), /Ändringen är ångrad/);
    assert.equal(await statusOf(desk.ids[0] ?? 0), 'new');
  });

  it('leaves a comment out of the score, and counts it again', async () => {
    const out = await desk.sendAndRead(change, [['one', `${seen(0)}.left-out`]]);
    assert.ok(out);
    assert.equal((await desk.store.findPage(desk.pageId))?.leftOut, 1);
    await desk.send(change, [['one', `${seen(0, 1)}.counted`]]);
    assert.equal((await desk.store.findPage(desk.pageId))?.leftOut, 0);
    assert.deepEqual(await desk.store.findCountDifferences(), []);
  });

  it('asks first when somebody else has changed the comment', async () => {
    await desk.send(change, [['one', `${seen(0)}.fixed`]]);
    await desk.become('Kim');
    const response = await desk.send(change, [
      ['one', `${seen(0)}.left-out`],
      ['returnTo', '/review/comments?q=x'],
    ]);
    assert.equal(response.status, 409);
    const markup = await response.text();
    const text = textOf(markup);
    assert.match(text, /Någon annan har ändrat kommentaren/);
    assert.match(text, /Redaktör Status ändrad från Ny till Åtgärdad/);
    assert.match(text, /Det här ville du göra: Räknas inte i resultatet/);
    assert.match(markup, /href="\/review\/comments\?q=x"/);
    assert.equal((await desk.store.findPage(desk.pageId))?.leftOut, 0);

    const again = /<form method="post" action="\/review\/comments\/change">(.*?)<\/form>/s.exec(
      markup,
    );
    const fields = [...(again?.[1] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    );
    assert.match(noticeOf(await desk.sendAndRead(change, fields)), /Räknas inte i resultatet/);
    assert.equal(await statusOf(desk.ids[0] ?? 0), 'fixed', 'what the other did stays');
  });
});

describe('several comments at once', () => {
  const everything = (index: number): [string, string] => ['chosen', seen(index)];

  it('are changed together, and undone together', async () => {
    const [tag] = await desk.store.listTags(desk.site.id);
    const markup = await desk.sendAndRead(change, [
      everything(0),
      everything(2),
      ['status', 'no-action'],
      ['assignee', String(desk.editor.id)],
      ['tag', `add.${tag?.id}`],
      ['score', 'left-out'],
      ['returnTo', list],
    ]);
    assert.match(
      noticeOf(markup),
      /2 kommentarer: Status: Ingen åtgärd\. Ansvarig: Redaktör\. Etikett: Övrigt\. Räknas inte/,
    );
    assert.deepEqual(await Promise.all(desk.ids.map(statusOf)), ['no-action', 'new', 'no-action']);
    const undo = /name="batch" value="([^"]+)"/.exec(markup)?.[1] ?? '';
    assert.match(
      noticeOf(
        await desk.sendAndRead('/review/comments/undo', [
          ['batch', undo],
          ['returnTo', list],
        ]),
      ),
      /Ändringen är ångrad\. Antal kommentarer: 2\./,
    );
    assert.deepEqual(await Promise.all(desk.ids.map(statusOf)), ['new', 'new', 'new']);
    assert.deepEqual(await desk.store.findCountDifferences(), []);
  });

  it('are all on the page when that is chosen', async () => {
    const bulk = (await desk.forms(list)).find(({ markup }) => markup.includes('name="all"'));
    assert.ok(bulk);
    await desk.sendAndRead(change, [
      ['all', 'yes'],
      ['shown', bulk.fields['shown'] ?? ''],
      ['status', 'fixed'],
    ]);
    assert.deepEqual(await Promise.all(desk.ids.map(statusOf)), ['fixed', 'fixed', 'fixed']);
  });

  it('leave one that somebody else has changed as it is, and tell which', async () => {
    await desk.send(change, [['one', `${seen(1)}.fixed`]]);
    await desk.become('Kim');
    const markup = await desk.sendAndRead(change, [
      everything(0),
      everything(1),
      ['status', 'in-progress'],
      ['returnTo', list],
    ]);
    assert.match(noticeOf(markup), /från 2026-11-22 12:00: Status: Pågår\./);
    assert.match(noticeOf(markup), /Någon annan ändrade.*Kommentar från 2026-11-22 12:01/);
    assert.deepEqual(await Promise.all(desk.ids.map(statusOf)), ['in-progress', 'fixed', 'new']);
  });

  it('keep what was chosen when something is missing, and say what', async () => {
    const shown: [string, string] = ['shown', [0, 1, 2].map((index) => seen(index)).join(',')];
    const none = await desk.send(change, [shown, ['status', 'fixed'], ['returnTo', list]]);
    assert.equal(none.status, 422);
    const page = await none.text();
    assert.match(textOf(page), /Välj minst en kommentar\./);
    assert.match(page, /<option value="fixed" selected/);

    const nothing = await desk.send(change, [shown, everything(1), ['returnTo', list]]);
    assert.equal(nothing.status, 422);
    const again = await nothing.text();
    assert.match(textOf(again), /Välj vad som ska ändras/);
    assert.match(again, new RegExp(`value="${seen(1).replace('.', '\\.')}" checked`));
    assert.equal((again.match(/ checked/g) ?? []).length, 1);
  });

  it('are at most 200', async () => {
    const many = Array.from({ length: 201 }, (_, n) => `${n + 1}.0`).join(',');
    const response = await desk.send(change, [
      ['all', 'yes'],
      ['shown', many],
      ['status', 'fixed'],
    ]);
    assert.equal(response.status, 422);
    assert.match(textOf(await response.text()), /Välj högst 200 kommentarer/);
  });
});
