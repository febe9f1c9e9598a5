import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { toCsvRow } from '../../server/export/csv.ts';
import type { ExportRecord } from '../../server/export/export-table.ts';
import { contractVoice } from '../../server/export/export-voice.ts';
import { createLocalTime } from '../../server/export/local-time.ts';
import { writeXlsx } from '../../server/export/sheet/write-xlsx.ts';
import { xmlFault } from '../support/well-formed.ts';

const columns = ['address', 'day', 'received', 'rating', 'comment'] as const;
const localTime = createLocalTime('Europe/Stockholm');

async function* inParts(...parts: ExportRecord[][]) {
  for (const part of parts) yield await Promise.resolve(part);
}

async function toWorkbook(parts: ExportRecord[][], rowsPerSheet?: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const choice = { localTime, ...(rowsPerSheet !== undefined && { rowsPerSheet }) };
  const table = { columns, parts: inParts(...parts) };
  for await (const chunk of writeXlsx(table, contractVoice, choice)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const comments = (...texts: string[]) => texts.map((comment) => ({ comment }));

/** The comments of the first sheet as another program reads them. */
async function readComments(workbook: Buffer): Promise<unknown[]> {
  const { sheets } = await readXlsx(workbook);
  return sheets[0]?.rows.slice(1).map((row) => row[4]) ?? [];
}

/** The files of an archive, by what its directory at the end says of them. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let place = archive.readUInt32LE(end + 16);
  const files = new Map<string, string>();
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(place + 28);
    const name = archive.toString('utf8', place + 46, place + 46 + nameLength);
    const offset = archive.readUInt32LE(place + 42);
    const start = offset + 30 + archive.readUInt16LE(offset + 26);
    const packed = archive.subarray(start, start + archive.readUInt32LE(place + 20));
    const plain = inflateRawSync(packed);
    assert.equal(plain.length, archive.readUInt32LE(place + 24), name);
    files.set(name, plain.toString('utf8'));
    place += 46 + nameLength;
  }
  return files;
}

const awkward = [
  'Å, ä och ö: smörgås 😀 👩‍👩‍👧',
  'rad ett\nrad två\ttabb',
  '=HYPERLINK("https://x.example")',
  '+1',
  '<b>&amp;</b> "citat" \' ]]>',
  ' mellanrum ',
  '_x0041_ och _x005F_',
];

describe('a workbook', () => {
  it('holds every text as it was written', async () => {
    assert.deepEqual(await readComments(await toWorkbook([comments(...awkward)])), awkward);
  });

  it('leaves out what no XML can hold', async () => {
    const workbook = await toWorkbook([comments('a\u0000b\u0001c\u001bd\u007f\ufffee', 'x\r\ny')]);
    assert.deepEqual(await readComments(workbook), ['abcde', 'x\ny']);
    const [half = ''] = (await readComments(await toWorkbook([comments('x\ud83dy')]))) as string[];
    assert.equal(half, 'x\ufffdy');
  });

  it('cuts what is longer than a cell can be, and says so', async () => {
    const workbook = await toWorkbook([comments('å'.repeat(32_767), `x${'😀'.repeat(20_000)}`)]);
    const [fitting, cut] = (await readComments(workbook)) as string[];
    assert.equal(fitting, 'å'.repeat(32_767));
    assert.ok(cut && cut.length <= 32_767 && cut.length > 32_700, String(cut?.length));
    assert.ok(cut.endsWith('😀…'));
  });

  it('has no formula, whatever a text begins with', async () => {
    const sheet = unzip(await toWorkbook([comments('=1+1', '@SUM(1)')])).get(
      'xl/worksheets/sheet1.xml',
    );
    assert.doesNotMatch(sheet ?? '', /<f[ >]/);
    assert.match(sheet ?? '', /t="inlineStr"><is><t xml:space="preserve">=1\+1</);
  });

  it('has days and moments that sort, in the clocks of the agency', async () => {
    const row = { day: '2026-07-01', received: '2026-07-01T22:30:15.000Z', rating: 4 };
    const { sheets } = await readXlsx(await toWorkbook([[row]]));
    const [, day, received, rating] = sheets[0]?.rows[1] ?? [];
    assert.deepEqual(day, new Date('2026-07-01T00:00:00Z'));
    // Two hours after Greenwich in summer; sheets have no time zones.
    assert.deepEqual(received, new Date('2026-07-02T00:30:15Z'));
    assert.equal(rating, 4);
  });

  it('keeps its first row in sight', async () => {
    const sheet = unzip(await toWorkbook([[]])).get('xl/worksheets/sheet1.xml') ?? '';
    assert.match(sheet, /<pane ySplit="1" topLeftCell="A2" [^>]*state="frozen"\/>/);
  });

  it('is made of well-formed files, each named by its kind', async () => {
    const files = unzip(await toWorkbook([comments(...awkward)]));
    const names = [...files.keys()];
    for (const [name, text] of files) assert.equal(xmlFault(text), undefined, name);
    // Whoever judges must find what is wrong.
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    assert.match(xmlFault(sheet.replace('</row>', '')) ?? '', /closes another|never closed/);
    assert.match(xmlFault(sheet.replace('&lt;', '<')) ?? '', /breaks off/);
    assert.match(xmlFault(sheet.replace('rad ett', 'rad\u0001')) ?? '', /breaks off/);
    const types = files.get('[Content_Types].xml') ?? '';
    for (const name of names.filter((path) => /^xl\/[^_]/.test(path))) {
      assert.ok(types.includes(`PartName="/${name}"`), name);
    }
  });

  for (const [count, expected] of [
    [0, [1]],
    [3, [4]],
    [4, [4, 2]],
    [7, [4, 4, 2]],
  ] as const) {
    it(`of ${count} rows, four to a sheet, loses none`, async () => {
      const texts = Array.from({ length: count }, (_, index) => `nummer ${index}`);
      const { sheets } = await readXlsx(await toWorkbook([comments(...texts)], 4));
      assert.deepEqual(
        sheets.map(({ rows }) => rows.length),
        expected,
      );
      const read = sheets.flatMap(({ rows }) => rows.slice(1).map((row) => row[4]));
      assert.deepEqual(read, texts);
    });
  }

  it('has no valid end when its source fails', async () => {
    async function* failing() {
      yield await Promise.resolve(comments('a'));
      throw new Error('The disk is gone.');
    }
    const chunks: Buffer[] = [];
    await assert.rejects(async () => {
      const table = { columns, parts: failing() };
      for await (const chunk of writeXlsx(table, contractVoice, { localTime })) chunks.push(chunk);
    }, /The disk is gone/);
    await assert.rejects(readXlsx(Buffer.concat(chunks)));
  });
});

describe('a row of CSV', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝']) {
    it(`disarms a cell that begins with ${JSON.stringify(start)}`, () => {
      assert.match(toCsvRow([`${start}1+1`]), /^"?'/);
    });
  }

  it('quotes what either separator would cut', () => {
    assert.equal(toCsvRow(['a;b', 'c,d', 'e"f', 'g'], ';'), '"a;b";"c,d";"e""f";g\r\n');
  });
});

describe('the clocks of a time zone', () => {
  it('are right on the days on which they are changed', () => {
    const shown = (moment: string) => new Date(localTime(Date.parse(moment))).toISOString();
    assert.equal(shown('2026-03-29T00:59:59.500Z'), '2026-03-29T01:59:59.500Z');
    assert.equal(shown('2026-03-29T01:00:00.000Z'), '2026-03-29T03:00:00.000Z');
    assert.equal(shown('2026-10-25T00:59:59.000Z'), '2026-10-25T02:59:59.000Z');
    assert.equal(shown('2026-10-25T01:00:00.000Z'), '2026-10-25T02:00:00.000Z');
    assert.equal(shown('2026-11-22T12:00:00.000Z'), '2026-11-22T13:00:00.000Z');
  });
});
