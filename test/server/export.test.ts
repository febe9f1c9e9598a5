import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { exportParts } from '../../server/export/export-parts.ts';
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

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('gensvar export', () => {
  it('writes each response with its comment as a line of JSON', async () => {
    await answer('/a', { comment: 'Rad ett\nrad "två"' });
    const { output, errors, code } = await gensvar('--site', 'test');
    assert.equal(code, 0, errors);
    assert.deepEqual(
      lines(output).map((line) => JSON.parse(line) as unknown),
      [
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
        },
      ],
    );
    assert.match(errors, /1 responses/);
  });

  it('writes CSV in which no cell is taken for a formula', async () => {
    await answer('/a', { comment: '=HYPERLINK("https://x.example")' });
    const { output } = await gensvar('--site', 'test', '--format', 'csv');
    const [header, row] = output.split('\r\n');
    assert.match(header ?? '', /^address,title,day,received,answer,/);
    assert.ok(row?.endsWith(`"'=HYPERLINK(""https://x.example"")"`), row);
  });

  it('is of one page and some days when they are told', async () => {
    await answer('/a');
    await answer('/b');
    const page = await gensvar('--site', 'test', '--page', `${origin}/b/?utm=1`);
    assert.equal(lines(page.output).length, 1);
    const earlier = await gensvar('--site', 'test', '--to', '2026-11-21');
    assert.equal(lines(earlier.output).length, 0);
    const day = await gensvar('--site', 'test', '--from', '2026-11-22', '--to', '2026-11-22');
    assert.equal(lines(day.output).length, 2);
  });

  it('is in the audit log', async () => {
    await answer('/a');
    await gensvar('--site', 'test', '--page', `${origin}/a`);
    const [entry] = await service.store.listAudit([service.site.id], { limit: 1, offset: 0 });
    assert.equal(entry?.action, 'export');
    assert.equal(entry.subject, `${origin}/a`);
    assert.equal(entry.detail['responses'], 1);
  });

  for (const [fault, words] of [
    ['no site', []],
    ['an unknown site', ['--site', 'other']],
    ['an unknown page', ['--site', 'test', '--page', `${origin}/none`]],
    ['a day that does not exist', ['--site', 'test', '--from', '2026-02-30']],
    ['an unknown format', ['--site', 'test', '--format', 'xml']],
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
    const comments = new Set<string>();
    for await (const part of exportParts(service.store, filter, 'json', (n) => sizes.push(n))) {
      for (const line of lines(part)) {
        comments.add((JSON.parse(line) as { comment: string }).comment);
      }
    }
    assert.deepEqual(sizes, [1000, 1000, 300, 0]);
    assert.equal(comments.size, 2300);
  });
});
