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

const textNow = async () => (await desk.store.findComments([desk.site.id], [id]))[0]?.text;

const historyOf = (markup: string) =>
  contentsOf(/<ol class="history".*?<\/ol>/s.exec(markup)?.[0] ?? '', 'li').map(textOf);

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
