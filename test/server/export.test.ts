import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { partSize, readResponses } from '../../server/export/read-parts.ts';
import { runGensvar } from '../support/gensvar-process.ts';
import { sendForm } from '../support/send-response.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';

let service: TestService;
let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  const clock = () => new Date('2026-11-22T09:30:00Z');
  service = await startTestService({ pageOrigin: origin, clock });
});
afterEach(async () => {
  await service.stop();
  await folder.remove();
});

const answer = (path: string, more: Record<string, string> = {}) =>
  sendForm(service.url, {
    id: crypto.randomUUID(),
    page: `${origin}${path}`,
    title: 'E-faktura',
    pageLanguage: 'sv',
    answer: 'no',
    ...more,
  });

const gensvar = (...words: string[]) =>
  runGensvar(['export', ...words], {
    folder: folder.path,
    environment: { GENSVAR_DATABASE: service.database },
  });

interface Row {
  address: string;
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('gensvar export', () => {
  it('writes each response with its comment as JSON', async () => {
    await answer('/a', { comment: 'Rad ett\nrad "två"' });
    const { output, errors, code } = await gensvar('--site', 'test');
    assert.equal(code, 0, errors);
    assert.deepEqual(JSON.parse(output), [
      {
        address: `${origin}/a`,
        title: 'E-faktura',
        day: '2026-11-22',
        received: '2026-11-22T09:30:00.000Z',
        answer: 'no',
        rating: null,
        survey: 'page',
        pageLanguage: 'sv',
        widgetLanguage: null,
        pageUpdated: null,
        leftOut: 'no',
        suspicion: null,
        comment: 'Rad ett\nrad "två"',
        ...{ status: 'new', assignee: null, tags: [], history: [] },
      },
    ]);
    assert.match(errors, /1 responses/);
  });

  it('writes CSV in which no cell is taken for a formula', async () => {
    await answer('/a', { comment: '=HYPERLINK("https://x.example")' });
    const { output } = await gensvar('--site', 'test', '--format', 'csv');
    const [header, row] = output.split('\r\n');
    assert.match(header ?? '', /^address,title,day,received,answer,/);
    assert.ok(row?.endsWith(`"'=HYPERLINK(""https://x.example"")",new,,,`), row);
  });

  it('writes lines of JSON, and CSV as a spreadsheet in Sweden wants it', async () => {
    await answer('/a', { comment: 'Å' });
    await answer('/b');
    const json = await gensvar('--site', 'test', '--format', 'jsonl');
    const addresses = lines(json.output).map((line) => (JSON.parse(line) as Row).address);
    assert.deepEqual(addresses, [`${origin}/a`, `${origin}/b`]);
    const csv = await gensvar('--site', 'test', '--format', 'csv', '--separator', ';', '--bom');
    assert.match(csv.output, /^\ufeffaddress;title;day;/);
  });

  it('writes a workbook', async () => {
    await answer('/a', { comment: 'Å' });
    const { bytes, errors } = await gensvar('--site', 'test', '--format', 'xlsx');
    const [sheet] = (await readXlsx(bytes)).sheets;
    assert.deepEqual(sheet?.rows[1]?.slice(0, 2), [`${origin}/a`, 'E-faktura'], errors);
    assert.equal(sheet.rows.length, 2);
  });

  it('writes how many answered each day', async () => {
    await answer('/a', { comment: 'Å' });
    await answer('/a');
    const { output } = await gensvar('--site', 'test', '--content', 'counts', '--format', 'csv');
    assert.deepEqual(output.split('\r\n'), [
      'address,title,day,yes,no,partly,comments,notCounted',
      `${origin}/a,E-faktura,2026-11-22,0,2,0,1,0`,
      '',
    ]);
  });

  it('is of one page, a section or some days when they are told', async () => {
    for (const path of ['/a', '/b', '/b/c', '/bc']) await answer(path);
    const exported = async (...words: string[]) => {
      const { output } = await gensvar('--site', 'test', ...words);
      return (JSON.parse(output) as Row[]).map(({ address }) => address.slice(origin.length));
    };
    assert.deepEqual(await exported('--page', `${origin}/b/?utm=1`), ['/b']);
    assert.deepEqual(await exported('--section', '/b/'), ['/b', '/b/c']);
    assert.deepEqual(await exported('--to', '2026-11-21'), []);
    const day = ['--from', '2026-11-22', '--to', '2026-11-22'];
    assert.deepEqual(await exported(...day), ['/a', '/b', '/b/c', '/bc']);
  });

  it('is in the audit log', async () => {
    await answer('/a');
    await gensvar('--site', 'test', '--page', `${origin}/a`);
    const entries = await service.store.listAudit([service.site.id], { limit: 9, offset: 0 });
    const known = { content: 'responses', format: 'json', days: '0000-01-01--9999-12-31' };
    assert.deepEqual(
      entries.map(({ action, actor, subject, detail }) => ({ action, actor, subject, detail })),
      [{ rows: 1, outcome: 'complete' }, { outcome: 'begun' }].map((how) => ({
        ...{ action: 'export', actor: 'gensvar export', subject: `${origin}/a` },
        detail: { ...known, ...how },
      })),
    );
  });

  for (const [fault, words] of [
    ['no site', []],
    ['an unknown site', ['--site', 'other']],
    ['an unknown page', ['--site', 'test', '--page', `${origin}/none`]],
    ['a day that does not exist', ['--site', 'test', '--from', '2026-02-30']],
    ['an unknown format', ['--site', 'test', '--format', 'xml']],
    ['days the wrong way round', ['--site', 'test', '--from', '2026-02-02', '--to', '2026-02-01']],
    ['a page and a section', ['--site', 'test', '--page', '/a', '--section', '/a']],
  ] as const) {
    it(`says what is wrong when it is given ${fault}`, async () => {
      const { code, output, errors } = await gensvar(...words);
      assert.equal(code, 1);
      assert.equal(output, '');
      assert.match(errors, /^[A-Z-].+\.\n$/);
    });
  }
});

describe('an export of many responses', () => {
  it('comes in parts, with every response once', async () => {
    const list = Array.from({ length: 2300 }, (_, index) => ({
      key: crypto.randomUUID(),
      siteId: service.site.id,
      address: `${origin}/sida-${index % 7}`,
      received: new Date('2026-11-22T09:30:00Z'),
      day: `2026-11-${String(1 + (index % 20)).padStart(2, '0')}`,
      revisionNo: 1,
      content: { answer: 'yes' as const, survey: 'page' as const, comment: `Nummer ${index}.` },
    }));
    await service.store.appendResponses(list);
    const filter = { siteId: service.site.id, fromDay: '2026-11-01', toDay: '2026-11-30' };
    const sizes: number[] = [];
    const comments = new Set<string | null>();
    for await (const part of readResponses(service.store, filter)) {
      sizes.push(part.length);
      for (const { comment } of part) comments.add(comment);
    }
    assert.ok(
      sizes.every((size) => size <= partSize),
      String(sizes),
    );
    assert.equal(
      sizes.reduce((sum, size) => sum + size),
      2300,
    );
    assert.equal(comments.size, 2300);
  });

  it('reads small pages together, and misses none that grows meanwhile', async () => {
    const answers = (page: number, count: number) =>
      Array.from({ length: count }, () => ({
        key: crypto.randomUUID(),
        siteId: service.site.id,
        address: `${origin}/sida-${page}`,
        received: new Date('2026-11-22T09:30:00Z'),
        day: '2026-11-22',
        revisionNo: 1,
        content: { answer: 'yes' as const, survey: 'page' as const },
      }));
    for (let page = 0; page < 150; page += 1) {
      await service.store.appendResponses(answers(page, 1 + (page % 5)));
    }
    const list = service.store.listForExport.bind(service.store);
    let queries = 0;
    service.store.listForExport = async (...asked) => {
      queries += 1;
      if (queries === 1) await service.store.appendResponses(answers(1, 400));
      return list(...asked);
    };
    const filter = { siteId: service.site.id, fromDay: '2026-11-01', toDay: '2026-11-30' };
    const perPage = new Map<string, number>();
    const ids = new Set<number>();
    for await (const part of readResponses(service.store, filter)) {
      for (const { page, id } of part) {
        ids.add(id);
        perPage.set(page.address, (perPage.get(page.address) ?? 0) + 1);
      }
    }
    assert.equal(ids.size, 450 + 400);
    assert.equal(perPage.get(`${origin}/sida-1`), 402);
    assert.equal(perPage.get(`${origin}/sida-149`), 5);
    // 450 answers of 150 pages in parts, and the 400 more of one page.
    assert.ok(queries <= 850 / partSize + 4, String(queries));
  });
});
