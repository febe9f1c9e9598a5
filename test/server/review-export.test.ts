import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { openReviewDesk, times, type ReviewDesk } from '../support/review-desk.ts';

const origin = 'https://www.example.se';

let desk: ReviewDesk;

beforeEach(async () => {
  desk = await openReviewDesk();
  await desk.play({ address: `${origin}/amne/a`, title: 'A' }, [
    { answer: 'no', comment: '=1+1; "hej" å\nrad', received: new Date('2026-11-01T22:30:00Z') },
    { answer: 'yes' },
  ]);
  await desk.play({ address: `${origin}/b`, title: 'B' }, [{ answer: 'partly', comment: 'Nej.' }]);
  await desk.signIn();
});
afterEach(() => desk.close());

const post = (fields: Record<string, string>) =>
  desk.request('/review/export/file', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });

interface Row {
  address: string;
  comment: string | null;
}

/** The rows of an export as JSON. */
async function rows(fields: Record<string, string> = {}): Promise<Row[]> {
  const response = await post({ format: 'json', ...fields });
  assert.equal(response.status, 200, response.status === 422 ? textOf(await response.text()) : '');
  return (await response.json()) as Row[];
}

const paths = async (fields: Record<string, string>) =>
  (await rows(fields)).map(({ address }) => address.slice(origin.length));

/** What the page says is wrong. */
async function faults(fields: Record<string, string>): Promise<string[]> {
  const response = await post({ format: 'json', ...fields });
  assert.equal(response.status, 422);
  const [summary = ''] = contentsOf(await response.text(), 'section');
  return contentsOf(summary, 'li').map(textOf);
}

const newestAudit = async () => {
  const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
  return entry;
};

describe('an export in the review', () => {
  it('is CSV as Excel in Sweden opens it, with no cell taken for a formula', async () => {
    const response = await post({ format: 'csv', separator: ';', mark: 'yes' });
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(
      response.headers.get('content-disposition'),
      'attachment; filename="gensvar-responses-test-2026-11-22.csv"',
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const text = bytes.subarray(3).toString('utf8');
    assert.match(text, /^Adress;Titel;Dag;Kom in;Svar;/);
    assert.ok(text.includes(`A;2026-11-01;2026-11-01 23:30:00;Nej;`), text);
    assert.ok(text.includes(`;"'=1+1; ""hej"" å\nrad";Ny;;;\r\n`), text);
  });

  it('is CSV with commas and without a mark when that is chosen', async () => {
    const text = await (await post({ format: 'csv', separator: ',' })).text();
    assert.match(text, /^Adress,Titel,/);
  });

  it('is a workbook that others can read', async () => {
    const response = await post({ format: 'xlsx' });
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Svar'],
    );
    const [header, first] = sheets[0]?.rows ?? [];
    const place = header?.indexOf('Kommentar') ?? -1;
    assert.equal(first?.[place], '=1+1; "hej" å\nrad');
  });

  it('is one array of JSON, in the words of the contract', async () => {
    const [first] = await rows();
    assert.deepEqual(first, {
      ...{ address: `${origin}/amne/a`, title: 'A', day: '2026-11-01', answer: 'no', rating: null },
      ...{ received: '2026-11-01T22:30:00.000Z', survey: 'page', pageLanguage: null },
      ...{ widgetLanguage: null, pageUpdated: null, leftOut: 'no', suspicion: null },
      comment: '=1+1; "hej" å\nrad',
      ...{ status: 'new', assignee: null, tags: [], history: [] },
    });
    assert.deepEqual(await rows({ scope: 'page', address: '/b', period: 'last-year' }), []);
  });

  it('tells no key of a visitor and no number of the database', async () => {
    const text = await (await post({ format: 'json', period: 'all' })).text();
    for (const key of desk.keys) assert.ok(!text.includes(key));
    assert.doesNotMatch(text, /"(id|responseId|pageId|key)"/);
  });

  it('counts per page and day', async () => {
    assert.deepEqual(await rows({ content: 'counts', scope: 'page', address: '/amne/a' }), [
      { address: `${origin}/amne/a`, title: 'A', day: '2026-11-01', ...counts(0, 1, 1) },
      { address: `${origin}/amne/a`, title: 'A', day: '2026-11-22', ...counts(1, 0, 0) },
    ]);
  });

  it('is of a section, a page and a time', async () => {
    assert.deepEqual(await paths({ scope: 'section', address: '/amne/' }), ['/amne/a', '/amne/a']);
    assert.deepEqual(await paths({ scope: 'section', address: '/am' }), []);
    assert.deepEqual(await paths({ scope: 'page', address: `${origin}/b?x=1` }), ['/b']);
    assert.deepEqual(await paths({ period: '7' }), ['/amne/a', '/b']);
    const dates = { period: 'dates', from: '2026-11-01', to: '2026-11-21' };
    assert.deepEqual(await paths(dates), ['/amne/a']);
    assert.equal((await paths({ period: 'dates', to: '2026-11-22' })).length, 3);
  });

  it('is of the time since a page was last changed', async () => {
    const page = { scope: 'page', address: '/amne/a', period: 'edit' };
    assert.deepEqual(await faults(page), [
      'Det är inte känt när sidan ändrades. Välj en annan period.',
    ]);
    assert.deepEqual(await faults({ period: 'edit' }), [
      'Välj en enda sida, eller en annan period.',
    ]);
    const pages = await desk.store.listPages([desk.site.id], { limit: 100, offset: 0 });
    const pageId = pages.find(({ address }) => address === `${origin}/amne/a`)?.id ?? 0;
    const by = { at: desk.clock(), actor: 'Kim' };
    const edit = (day: string) =>
      desk.store.addRevision({ siteId: desk.site.id, pageId, day, note: null }, by);
    await edit('2026-11-01');
    assert.deepEqual(await paths(page), ['/amne/a'], 'without the day of the edit');
    await edit('2026-11-22');
    assert.deepEqual(await paths(page), [], 'nothing yet of what was edited today');
  });

  it('says which field is wrong, and keeps what was written', async () => {
    assert.deepEqual(await faults({ scope: 'page', address: ' ' }), ['Skriv en adress.']);
    const gone = { scope: 'page', address: '/finns-inte', period: 'edit' };
    assert.deepEqual(await faults(gone), [
      'Det finns inga svar om en sida med den adressen. Kontrollera adressen.',
    ]);
    assert.deepEqual(await faults({ scope: 'section', address: 'https://annan.example/' }), [
      'Adressen hör inte till webbplatsen. Kontrollera hur den är skriven.',
    ]);
    const wrong = { period: 'dates', from: '2026-02-30', to: 'i går' };
    assert.equal((await faults(wrong)).length, 2);
    assert.match(await (await post(wrong)).text(), /value="2026-02-30"/);
    assert.deepEqual(await faults({ period: 'dates', from: '2026-11-02', to: '2026-11-01' }), [
      'Börja tidigare än du slutar.',
    ]);
  });

  it('is in the audit log with what, how many and how it went', async () => {
    await rows({ scope: 'section', address: '/amne', period: 'all' });
    const entry = await newestAudit();
    assert.equal(entry?.action, 'export');
    assert.equal(entry.actor, 'Redaktör');
    assert.equal(entry.subject, '/amne');
    const known = { content: 'responses', format: 'json', days: '0000-01-01--9999-12-31' };
    assert.deepEqual(entry.detail, { ...known, rows: 2, outcome: 'complete' });
    const some = { limit: 9, offset: 0 };
    const [, begun, ...others] = await desk.store.listAudit([desk.site.id], some, 'export');
    assert.deepEqual(begun, { ...entry, detail: { ...known, outcome: 'begun' } });
    assert.deepEqual(others, []);
  });

  it('is in the audit log as broken off when whoever asked goes away', async () => {
    // More than fits into a few parts.
    const long = { answer: 'no' as const, comment: 'Ord på vägen. '.repeat(60) };
    await desk.play({ address: 'https://www.example.se/lang' }, times(400, long));
    const response = await post({ format: 'csv', period: 'all' });
    const reader = response.body?.getReader();
    assert.equal((await reader?.read())?.done, false);
    await reader?.cancel();
    const entry = await newestAudit();
    assert.equal(entry?.action, 'export');
    assert.equal(entry.detail['outcome'], 'broken off');
  });

  it('is offered to editors, told of to readers, and hidden for what is not theirs', async () => {
    assert.match(await desk.read('/review/'), /href="\/review\/export"/);
    const other = await desk.store.addSite({
      ...{ key: 'other', name: 'Annan', origins: ['https://annan.example'], foldWww: false },
      ...{ queryParameters: [], allowedNumbers: [] },
    });
    assert.equal((await post({ site: other.key })).status, 404);
    const sites = { siteIds: [desk.site.id], role: 'reader' as const };
    await desk.signIn(await desk.store.addEditor({ name: 'Läsare', ...sites }));
    assert.doesNotMatch(await desk.read('/review/'), /\/review\/export/);
    for (const path of ['/review/export', '/review/records-request']) {
      assert.equal((await desk.request(path)).status, 403);
    }
    assert.equal((await post({ format: 'json' })).status, 403);
    assert.notEqual((await newestAudit())?.action, 'export');
  });

  it('lets an editor of several sites choose among those alone', async () => {
    const more = [];
    for (const [key, role] of [
      ['two', 'editor'],
      ['three', 'reader'],
    ] as const) {
      const site = await desk.store.addSite({
        ...{ key, name: key, origins: [`https://${key}.example`], foldWww: false },
        ...{ queryParameters: [], allowedNumbers: [] },
      });
      await desk.store.setRole(desk.editor.id, site.id, role);
      more.push(site);
    }
    const [select = ''] = contentsOf(await desk.read('/review/export'), 'select');
    assert.deepEqual(contentsOf(select, 'option').map(textOf), ['Test', 'two']);
    assert.deepEqual(await rows({ site: 'two' }), []);
  });
});

const counts = (yes: number, no: number, comments: number) => ({
  ...{ yes, no, partly: 0, comments, notCounted: 0 },
});
