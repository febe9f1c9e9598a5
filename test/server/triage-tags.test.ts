import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { openTriageDesk, type TriageDesk } from '../support/triage-desk.ts';

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
  await desk.store.setRole(desk.editor.id, desk.site.id, 'administrator');
});
afterEach(() => desk.close());

const tags = () => desk.store.listTags(desk.site.id);
const names = async () => (await tags()).map(({ name }) => name);
const idOf = async (name: string) => (await tags()).find((tag) => tag.name === name)?.id ?? 0;
const add = (name: string) => desk.send('/review/tags/test/add', [['name', name]]);

describe('the tags of a site', () => {
  it('are added, renamed and moved by an administrator', async () => {
    assert.match(await desk.read('/review/tags'), /value="Övrigt"/);
    const added = await desk.sendAndRead('/review/tags/test/add', [['name', '  Svårt   språk ']]);
    assert.match(textOf(added), /Etiketten är tillagd\./);
    const id = await idOf('Svårt språk');
    await desk.sendAndRead(`/review/tags/test/${id}/move`, [['to', 'up']]);
    await desk.sendAndRead(`/review/tags/test/${id}/rename`, [
      ['was', 'Svårt språk'],
      ['name', 'Språk'],
    ]);
    assert.deepEqual(await names(), ['Språk', 'Övrigt']);
    const markup = await desk.read('/review/audit?action=tags-changed');
    const log = contentsOf(contentsOf(markup, 'tbody').join(''), 'tr').map(textOf);
    assert.match(log[0] ?? '', /Ändrade etiketter Test Språk Bytte namn; Hette Svårt språk$/);
    assert.match(log[2] ?? '', /Svårt språk Lade till$/);
  });

  it('are refused when they have no name, a long one or one that is taken', async () => {
    const cases: [string, RegExp][] = [
      ['  ', /Skriv ett namn med 1 till 40 tecken/],
      ['x'.repeat(41), /Skriv ett namn med 1 till 40 tecken/],
      ['ÖVRIGT', /En etikett har redan det namnet/],
    ];
    for (const [name, fault] of cases) {
      const response = await add(name);
      assert.equal(response.status, 422, name);
      const markup = await response.text();
      assert.match(textOf(markup), fault);
      if (name.trim()) assert.ok(markup.includes(`value="${name}"`), 'what was typed is kept');
    }
    assert.deepEqual(await names(), ['Övrigt']);
  });

  it('are at most 15', async () => {
    for (let n = 1; n < 15; n += 1) assert.equal((await add(`Etikett ${n}`)).status, 303);
    const markup = await desk.read('/review/tags');
    assert.match(textOf(markup), /Webbplatsen har 15 etiketter\. Ta bort en/);
    assert.doesNotMatch(markup, /test\/add"/);
    const response = await add('En till');
    assert.equal(response.status, 422);
    assert.equal((await names()).length, 15);
  });

  it('are renamed by one administrator at a time', async () => {
    await add('Språk');
    const id = await idOf('Språk');
    const rename = (was: string, name: string) =>
      desk.send(`/review/tags/test/${id}/rename`, [
        ['was', was],
        ['name', name],
      ]);
    assert.equal((await rename('Språk', 'Begripligt')).status, 303);
    const late = await rename('Språk', 'Annat');
    assert.equal(late.status, 422);
    assert.match(textOf(await late.text()), /Någon annan har ändrat etiketten/);
    assert.deepEqual(await names(), ['Övrigt', 'Begripligt']);
  });

  it('are deleted after a warning of how many comments carry them', async () => {
    const id = await idOf('Övrigt');
    const page = `/review/tags/test/${id}/delete`;
    assert.match(textOf(await desk.read(page)), /Ingen kommentar har etiketten/);
    const by = { at: desk.clock(), actor: 'Kim' };
    const seen = desk.ids.slice(0, 2).map((comment) => ({ id: comment, version: 0 }));
    await desk.store.changeComments(desk.site.id, seen, { addTags: [id] }, by);
    const stale = await desk.send(page, [
      ['name', 'Övrigt'],
      ['count', '0'],
    ]);
    assert.equal(stale.status, 409);
    assert.match(textOf(await stale.text()), /Fler kommentarer har fått etiketten.*Nu är de 2/);
    assert.match(textOf(await desk.read(page)), /försvinner från så här många kommentarer: 2\./);
    await desk.sendAndRead(page, [
      ['name', 'Övrigt'],
      ['count', '2'],
    ]);
    assert.deepEqual(await names(), []);
  });

  it('are neither for editors nor for administrators of other sites', async () => {
    const id = await idOf('Övrigt');
    const paths = ['/add', `/${id}/rename`, `/${id}/move`, `/${id}/delete`];
    const refusedAll = async () => {
      for (const path of paths) {
        const fields: [string, string][] = [
          ['name', 'Övrigt'],
          ['count', '9'],
          ['to', 'up'],
        ];
        assert.equal((await desk.send(`/review/tags/test${path}`, fields)).status, 404, path);
      }
    };
    await desk.become('Kim');
    assert.equal((await desk.request('/review/tags')).status, 404);
    await refusedAll();
    const { id: _, ...site } = desk.site;
    const other = await desk.store.addSite({ ...site, key: 'o', origins: ['https://o.example'] });
    const robin = await desk.store.addEditor({
      ...{ name: 'Robin', siteIds: [other.id], role: 'administrator' },
    });
    await desk.signIn(robin);
    await refusedAll();
    const strange = await desk.send(`/review/tags/o/${id}/rename`, [
      ['name', 'x'],
      ['was', 'Övrigt'],
    ]);
    assert.equal(strange.status, 404, 'a tag of another site');
    assert.deepEqual(await names(), ['Övrigt']);
  });
});

describe('suspected answers without a comment', () => {
  const suspected = () => `/review/pages/${desk.pageId}/suspected`;
  beforeEach(async () => {
    await desk.store.appendResponses(
      Array.from({ length: 250 }, () => ({
        key: crypto.randomUUID(),
        siteId: desk.site.id,
        address: 'https://www.example.se/a',
        received: desk.clock(),
        day: '2026-11-22',
        revisionNo: 1,
        suspicion: 'flood, too-quick',
        content: { answer: 'yes' as const, survey: 'page' as const },
      })),
    );
  });

  const which: [string, string][] = [
    ['day', '2026-11-22'],
    ['suspicion', 'flood, too-quick'],
  ];

  it('count when an editor says so, all of them, and can be left out again', async () => {
    const response = await desk.send(suspected(), [
      ...which,
      ['counts', 'yes'],
      ['returnTo', `${desk.report}?days=7`],
    ]);
    assert.match(
      response.headers.get('location') ?? '',
      /^\/review\/pages\/1\?days=7&suspected=2026-11-22\.yes\.flood.*#suspected-done$/,
    );
    assert.equal((await desk.store.findPage(desk.pageId))?.yes, 250);
    assert.deepEqual(await desk.store.findCountDifferences(), []);
    await desk.send(suspected(), [...which, ['counts', 'no']]);
    assert.equal((await desk.store.findPage(desk.pageId))?.yes, 0);
    assert.equal((await desk.store.findPage(desk.pageId))?.leftOut, 250);
    const markup = await desk.read('/review/audit?action=score-changed');
    assert.match(textOf(contentsOf(markup, 'tbody').join('')), /Räknas inte.*Antal svar: 200/);
  });

  it('are changed neither by readers nor by forged forms', async () => {
    assert.equal((await desk.send(suspected(), [['counts', 'yes']])).status, 400);
    await desk.become('Läsare', 'reader');
    assert.equal((await desk.send(suspected(), [...which, ['counts', 'yes']])).status, 404);
    assert.equal((await desk.store.findPage(desk.pageId))?.yes, 0);
  });
});
