import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

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

type Fields = [string, string][];

/** The form of a page that is sent to an address, as it stands there, with its choices. */
async function formTo(page: string, action: string): Promise<Fields> {
  const markup = await desk.read(page);
  return fieldsOf(markup, action);
}

function fieldsOf(markup: string, action: string): Fields {
  const form = [...markup.matchAll(/<form\b[^>]*action="([^"]*)"[^>]*>(.*?)<\/form\s*>/gs)].find(
    ([, to = '']) => to.split('?')[0] === action,
  );
  assert.ok(form, `a form to ${action}`);
  const [, , content = ''] = form;
  const inputs = [...content.matchAll(/<input\b([^>]*)>/g)].flatMap(([, head = '']): Fields => {
    if (head.includes('type="checkbox"') && !/\bchecked\b/.test(head)) return [];
    return [[/name="([^"]*)"/.exec(head)?.[1] ?? '', /value="([^"]*)"/.exec(head)?.[1] ?? '']];
  });
  const selects = [...content.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>(.*?)<\/select\s*>/gs)];
  const chosen = selects.map(([, name = '', options = '']): [string, string] => [
    name,
    /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '',
  ]);
  return [...inputs, ...chosen];
}

const withField = (fields: Fields, name: string, value: string): Fields => [
  ...fields.filter(([each]) => each !== name),
  [name, value],
];

const textNow = async () => (await desk.store.findComments([desk.site.id], [id]))[0]?.text;
const workNow = async () =>
  (await desk.store.readCommentWork([{ id, siteId: desk.site.id }])).get(id);

const noticeOf = (markup: string) =>
  textOf(/<div[^>]*id="done".*?<\/div>/s.exec(markup)?.[0] ?? '');
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
      '2026-11-22 13:00 Redaktör Status: Ny → Pågår',
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

describe('masking', () => {
  const mask = `/review/comments/`;
  const step = (name: string, fields: Fields) =>
    desk.send(`${here}/mask`, [...fields, ['step', name]]);

  it('proposes what rules find, hides more on demand, shows the result and asks first', async () => {
    assert.ok(here.startsWith(mask));
    const form = await formTo(`${here}/mask`, `${here}/mask`);
    assert.match(textOf(await desk.read(`${here}/mask`)), /070-174 06 05/);
    const fields = withField(form, 'more', 'Anna Berg\r\nchef');
    const preview = await step('preview', fields);
    assert.equal(preview.status, 200);
    const page = await preview.text();
    assert.match(textOf(page), /Ring \[dolt\] på \[dolt\] \. Annas \[dolt\] vet\./);
    assert.equal(await textNow(), own, 'nothing is done yet');

    const done = await step('confirm', fieldsOf(page, `${here}/mask`));
    assert.equal(done.status, 303);
    assert.equal(await textNow(), 'Ring [dolt] på [dolt]. Annas [dolt] vet.');
    const back = await desk.read(done.headers.get('location')?.replace('#done', '') ?? '');
    assert.match(noticeOf(back), /Kommentaren är maskerad/);
    assert.doesNotMatch(noticeOf(back), /Ångra/);
    assert.match(historyOf(back).join(), /Redaktör Maskerade ord/);
    await desk.store.forgetDeletedWords();
    const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
    assert.deepEqual([entry?.action, entry?.detail], ['comment-masked', { response: id }]);
  });

  it('can be changed after the preview, with all that was chosen', async () => {
    const form = await formTo(`${here}/mask`, `${here}/mask`);
    const none = form.filter(([name]) => name !== 'found');
    const preview = await (await step('preview', withField(none, 'more', 'anna berg'))).text();
    assert.match(textOf(preview), /Ring \[dolt\] på 070-174 06 05\. Annas/, 'in any case');
    const again = await (await step('edit', fieldsOf(preview, `${here}/mask`))).text();
    assert.match(again, />\s*anna berg<\/textarea>/);
    assert.doesNotMatch(again, / checked/);
  });

  it('says what is wrong, and keeps what was written', async () => {
    const form = await formTo(`${here}/mask`, `${here}/mask`);
    const missing = await step('preview', withField(form, 'more', 'Kalle\nchef'));
    assert.equal(missing.status, 422);
    const markup = await missing.text();
    assert.match(textOf(markup), /Det här finns inte i kommentaren: ”Kalle”\./);
    assert.match(markup, /Kalle\nchef<\/textarea>/);
    const nothing = await step(
      'preview',
      form.filter(([name]) => name === 'mark'),
    );
    assert.equal(nothing.status, 422);
    assert.match(textOf(await nothing.text()), /Välj ett förslag eller skriv/);
  });

  it('does nothing when the text has been changed meanwhile', async () => {
    const form = withField(await formTo(`${here}/mask`, `${here}/mask`), 'more', 'Annas');
    const by = { at: desk.clock(), actor: 'Kim' };
    await desk.store.maskComment({ id, siteId: desk.site.id, text: 'Ring [dolt]' }, by);
    const response = await step('confirm', form);
    assert.equal(response.status, 409);
    assert.match(textOf(await response.text()), /Kommentaren har en annan text nu/);
    assert.equal(await textNow(), 'Ring [dolt]');
  });
});

describe('deleting', () => {
  it('asks first, and leads back to the list', async () => {
    const from = '/review/comments?status=new';
    const page = `${here}/delete?from=${encodeURIComponent(from)}`;
    const fields = await formTo(page, `${here}/delete`);
    const markup = await desk.sendAndRead(`${here}/delete`, fields);
    assert.match(noticeOf(markup), /Kommentaren är raderad/);
    assert.equal(await textNow(), undefined);
    assert.equal((await desk.request(here)).status, 404);
    assert.equal((await desk.store.findPage(desk.pageId))?.no, 2, 'its answer counts');
  });

  it('asks again when somebody has done something with the comment meanwhile', async () => {
    const fields = await formTo(`${here}/delete`, `${here}/delete`);
    await desk.store.addNote({ id, siteId: desk.site.id }, 'Spara!', {
      at: desk.clock(),
      actor: 'Kim',
    });
    const response = await desk.send(`${here}/delete`, fields);
    assert.equal(response.status, 409);
    const markup = await response.text();
    assert.match(textOf(markup), /Inget är raderat än.*Kim Anteckning Spara!/);
    assert.equal(await textNow(), own);
    await desk.sendAndRead(`${here}/delete`, fieldsOf(markup, `${here}/delete`));
    assert.equal(await textNow(), undefined);
  });
});

describe('handing over to the registrator', () => {
  it('sets the status, logs it, and only then shows the text to take away', async () => {
    const page = `${here}/hand-over`;
    const before = await desk.read(page);
    assert.doesNotMatch(before, /class="panel slip"/);
    assert.match(textOf(before), /Om det är ett hot Ring 112 om faran är akut/);
    const fields = fieldsOf(before, '/review/comments/change');
    const markup = await desk.sendAndRead('/review/comments/change', fields);
    assert.match(noticeOf(markup), /Status: Överlämnad till registrator/);
    const slip = textOf(/<div class="panel slip">.*?<\/dl>/s.exec(markup)?.[0] ?? '');
    const told = [
      `Kommentarens nummer ${id}`,
      'Webbplats Test',
      'Sida A',
      'Adress https://www.example.se/a',
      'Kom in 2026-11-22 12:00',
      '”Hjälpte denna information dig?” Nej',
      'Överlämnad 2026-11-22 13:00 av Redaktör',
      `Kommentar ${own}`,
    ];
    for (const part of told) assert.ok(slip.includes(part), `${part} in ${slip}`);
    const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
    assert.equal(entry?.action, 'comment-handed-over');
    assert.doesNotMatch(JSON.stringify(entry.detail), /Anna/);
    await desk.store.setRole(desk.editor.id, desk.site.id, 'administrator');
    const log = textOf(await desk.read('/review/audit?action=comment-handed-over'));
    assert.match(log, new RegExp(`Lämnade över till registrator Test .*Kommentar nummer ${id}`));
  });
});
