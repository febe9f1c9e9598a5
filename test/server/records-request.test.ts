import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { boxOf, choosePath, fieldsOf, recordsForms, type Field } from '../support/records-forms.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

const origin = 'https://www.example.se';

let desk: ReviewDesk;

beforeEach(async () => {
  desk = await openReviewDesk();
  await desk.play({ address: `${origin}/a`, title: 'Sida A' }, [
    { answer: 'no', comment: 'Ring 070-174 06 05 i morgon.' },
    { answer: 'yes' },
    { answer: 'no', comment: 'Fråga Kim Ek, inte Kims bror. Likadant för Kimura.' },
    { answer: 'partly', comment: 'Granne bor på Storgatan 3.' },
  ]);
  await desk.play({ address: `${origin}/b`, title: 'Sida B' }, [
    { answer: 'yes', comment: 'Bra om <b>allt</b>!' },
  ]);
  await desk.signIn();
});
afterEach(() => desk.close());

const { choose, preview, take, send } = recordsForms(() => desk);

const headingOf = (markup: string) => textOf(contentsOf(markup, 'h1')[0] ?? '');
const factsOf = (markup: string) =>
  Object.fromEntries(
    contentsOf(contentsOf(markup, 'dl')[0] ?? '', 'div').map((fact) => [
      textOf(contentsOf(fact, 'dt')[0] ?? ''),
      textOf(contentsOf(fact, 'dd')[0] ?? ''),
    ]),
  );

const stored = async () =>
  (await desk.store.listComments(1, { limit: 10, offset: 0 })).map(({ text }) => text);

describe('a copy to hand out', () => {
  it('shows every comment, and what the rules mask of it', async () => {
    const markup = await choose();
    assert.match(textOf(markup), /Urvalet har 5 svar och 4 kommentarer/);
    const [first = ''] = contentsOf(markup, 'li').filter((item) => item.includes('070'));
    assert.match(textOf(first), /Så står den i kopian: Ring \[maskerat\] i morgon\./);
    const [box = ''] = /<input type="checkbox"[^>]*>/.exec(first) ?? [];
    assert.match(box, /aria-label="Maskera hela kommentaren, kommentaren 2026-11-22 13:00"/);
    assert.equal(textOf(contentsOf(first, 'label')[0] ?? ''), 'Maskera hela kommentaren');
    assert.doesNotMatch(markup, /id="changed"/, 'nothing has changed');
  });

  it('masks what the rules find, what is marked and chosen words, and nothing else', async () => {
    const before = await stored();
    const seen = await preview(['Storgatan'], 'Kim Ek\r\nKim\n');
    assert.equal(headingOf(seen), 'Förhandsgranska kopian');
    const document = await take(seen, 'html');
    assert.equal(document.status, 200);
    const markup = await document.text();
    const rows = contentsOf(markup, 'tr').flatMap((row) => {
      const cells = contentsOf(row, 'td').map(textOf);
      return cells.length > 0 ? [cells.slice(1)] : [];
    });
    assert.deepEqual(rows, [
      ['Nej', 'Ring [maskerat] i morgon.', 'Status Ny'],
      ['Ja', '', ''],
      ['Nej', 'Fråga [maskerat], inte [maskerat] bror. Likadant för Kimura.', 'Status Ny'],
      ['Delvis', '[maskerat]', 'Status Ny'],
      ['Ja', 'Bra om <b>allt</b>!', 'Status Ny'],
    ]);
    assert.deepEqual(await stored(), before, 'what is stored is as it was');
  });

  it('says who made it, when, of what, how many and how many are masked', async () => {
    const markup = await (await take(await preview(), 'html')).text();
    assert.deepEqual(factsOf(markup), {
      Webbplats: 'Test',
      Sidor: 'Hela webbplatsen',
      Period: '2026-10-24 till 2026-11-22',
      Gjord: '2026-11-22 13:00',
      Av: 'Redaktör',
      Svar: '5',
      Kommentarer: '4',
      'Maskerade kommentarer': '1',
    });
    assert.match(markup, /Slut på kopian\./);
    assert.doesNotMatch(markup, /<script|style="|070-174/);
  });

  it('is the same as a workbook, CSV and JSON', async () => {
    const seen = await preview(['Storgatan']);
    const json = (await (await take(seen, 'json')).json()) as Record<string, unknown>[];
    assert.deepEqual(json[3], {
      ...{ address: `${origin}/a`, title: 'Sida A', day: '2026-11-22', answer: 'partly' },
      ...{ received: '2026-11-22T12:00:00.000Z', rating: null },
      ...{ comment: '[maskerat]', masked: 'yes' },
      ...{ status: 'new', assignee: null, tags: [], history: [] },
    });
    const csv = await (await take(seen, 'csv')).text();
    assert.match(csv, /;Ring \[maskerat\] i morgon\.;Ja;Ny;;;\r\n/);
    const workbook = await (await take(seen, 'xlsx')).arrayBuffer();
    const { sheets } = await readXlsx(new Uint8Array(workbook));
    assert.deepEqual(sheets[0]?.rows[4]?.slice(6, 9), ['[maskerat]', 'Ja', 'Ny']);
    for (const text of [JSON.stringify(json), csv, JSON.stringify(sheets)]) {
      assert.doesNotMatch(text, /Storgatan|070-174/);
    }
  });

  it('is of one page when that is asked for', async () => {
    const markup = await choose('scope=page&address=/b&period=all');
    assert.match(textOf(markup), /Urvalet har 1 svar och 1 kommentarer/);
  });

  it('keeps what is marked on the way through many comments', async () => {
    await desk.play(
      { address: `${origin}/c` },
      Array.from({ length: 230 }, (_, index) => ({
        answer: 'no' as const,
        comment: `Nummer ${index}.`,
      })),
    );
    const go = async (markup: string, where: string, ...marks: string[]) => {
      const fields: Field[] = [...fieldsOf(markup, choosePath), ['go', where]];
      for (const text of marks) fields.push(['mark', boxOf(markup, text)]);
      return (await send(choosePath, fields)).text();
    };
    const first = await choose('scope=page&address=/c');
    assert.equal(contentsOf(first, 'li').filter((item) => item.includes('Nummer')).length, 100);
    const second = await go(first, 'next', 'Nummer 7.');
    const third = await go(second, 'next', 'Nummer 150.');
    const back = await go(third, 'previous', 'Nummer 229.');
    assert.equal(fieldsOf(back, choosePath).filter(([name]) => name === 'mark').length, 1);
    // A tick that is taken away is no longer marked.
    const fields = fieldsOf(back, choosePath).filter(([name]) => name !== 'mark');
    const seen = await (await send(choosePath, [...fields, ['go', 'preview']])).text();
    const json = (await (await take(seen, 'json')).json()) as { masked: string }[];
    const masked = json.flatMap((row, index) => (row.masked === 'yes' ? [index] : []));
    assert.deepEqual(masked, [7, 229]);
  });

  it('does not hold what came in after the editor began', async () => {
    const markup = await choose();
    desk.forward(60_000);
    await desk.play({ address: `${origin}/a` }, [{ answer: 'no', comment: 'Ny kommentar.' }]);
    const fields = fieldsOf(markup, choosePath);
    const seen = await (await send(choosePath, [...fields, ['go', 'preview']])).text();
    assert.equal(headingOf(seen), 'Förhandsgranska kopian');
    assert.doesNotMatch(await (await take(seen, 'html')).text(), /Ny kommentar/);
  });

  it('is looked through again when a comment has been changed since', async () => {
    const seen = await preview();
    const by = { at: desk.clock(), actor: 'Redaktör' };
    await desk.store.maskComment({ id: 4, siteId: desk.site.id, text: 'Granne bor på X.' }, by);
    const again = await (await take(seen, 'html')).text();
    assert.equal(headingOf(again), 'Välj vad som ska maskeras');
    // The form leads to the fragment, so that the focus lands on the notice.
    const [notice = ''] =
      /<div class="notice" id="changed" tabindex="-1".*?<\/div>/s.exec(again) ?? [];
    assert.match(textOf(notice), /Svaren har ändrats sedan du valde/);
    assert.doesNotMatch(again, /role="status"/);
    assert.match(again, /Granne bor på X\./);
    const entries = await desk.store.listAudit([desk.site.id], { limit: 9, offset: 0 }, 'export');
    assert.deepEqual(entries, []);
  });

  it('is in the audit log, without a word of a visitor', async () => {
    await (await take(await preview(['Storgatan'], 'Kim'), 'html')).text();
    const entries = await desk.store.listAudit([desk.site.id], { limit: 9, offset: 0 }, 'export');
    const known = { content: 'copy', masked: 3, format: 'html', days: '2026-10-24--2026-11-22' };
    assert.deepEqual(
      entries.map(({ actor, detail }) => [actor, detail]),
      [
        ['Redaktör', { ...known, rows: 5, outcome: 'complete' }],
        ['Redaktör', { ...known, outcome: 'begun' }],
      ],
    );
  });

  it('is told to be too large, or empty, before anybody looks through it', async () => {
    assert.match(textOf(await choose('scope=site&period=last-year')), /Det finns inga svar/);
  });

  it('is in English for those who read English', async () => {
    await desk.store.setEditorLanguage(desk.editor.id, 'en');
    assert.match(textOf(await choose()), /Ring \[masked\] i morgon/);
  });
});
