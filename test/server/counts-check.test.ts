import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runGensvar } from '../support/gensvar-process.ts';
import { sendForm } from '../support/send-response.ts';
import { changeRows } from '../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  service = await startTestService({ pageOrigin: 'https://www.example.se' });
  for (const [path, answer, comment] of answers) {
    const page = `https://www.example.se${path}`;
    const id = crypto.randomUUID();
    assert.equal((await sendForm(service.url, { id, page, answer })).status, 201);
    if (!comment) continue;
    const amended = { id, page, answer: 'yes', comment, revisionNo: '2' };
    assert.equal((await sendForm(service.url, amended)).status, 200);
  }
});
afterEach(async () => {
  await service.stop();
  await folder.remove();
});

const answers = [
  ['/a', 'yes', ''],
  ['/a', 'no', 'Det saknas ett datum.'],
  ['/b', 'no', ''],
  ['/b', 'partly', ''],
] as const;

/** Runs a command beside the service, which goes on serving. */
const gensvar = (...words: string[]) =>
  runGensvar(words, {
    folder: folder.path,
    environment: { GENSVAR_DATABASE: service.database },
  });

/** Spoils the counts behind the service's back. */
function spoil(...statements: string[]) {
  changeRows(service.database, ...statements);
}

const spoilt = [
  ['a count that is too high', 'update page_day set yes = yes + 1 where page_id = 1'],
  ['a count that is lost', 'delete from site_day_page where page_id = 2'],
  ['a count of answers that nobody gave', "update site_day set day = '2020-01-01'"],
  ['a count of the wrong answer', 'update page_day set no = no - 1, partly = partly + 1'],
  ['a comment that is not counted', 'update site_day set comments = 0'],
  ['a sum of all days that is too high', 'update page_total set no = no + 1 where page_id = 1'],
  ['a page whose comments are not counted', 'delete from page_comments'],
  ['a comment that waits and is not counted', 'update page_comments set waiting = 0'],
  ['a span with too many comments', 'update page_span_comments set stored = stored + 1'],
  ['a day whose comments are counted on another', 'update site_day_comments set utc_day = 10'],
  ['a comment that nobody counted', 'delete from comment'],
  ['a response left out that counts', 'update response set left_out = 1 where id = 1'],
] as const;

describe('checking the counts', () => {
  it('finds nothing when all is right, while the service runs', async () => {
    const { code, output } = await gensvar('check');
    assert.equal(code, 0);
    assert.match(output, /equal the responses/);
  });

  for (const [fault, statement] of spoilt) {
    it(`finds ${fault}, and rebuilding mends it`, async () => {
      spoil(statement);
      const found = await gensvar('check');
      assert.equal(found.code, 1);
      assert.match(found.errors, /gensvar rebuild-counts/);

      const rebuilt = await gensvar('rebuild-counts');
      assert.equal(rebuilt.code, 0, rebuilt.errors);
      assert.equal((await gensvar('check')).code, 0);
    });
  }

  it('goes on right with answers that come after the rebuilding', async () => {
    spoil('update page_day set yes = 7');
    await gensvar('rebuild-counts');
    const page = 'https://www.example.se/a';
    await sendForm(service.url, { id: crypto.randomUUID(), page, answer: 'yes' });
    assert.deepEqual(await service.store.findCountDifferences(), []);
    const [summary] = await service.store.listPages([service.site.id], { limit: 1, offset: 0 });
    assert.equal(summary?.yes, 3);
  });

  it('writes the rebuilding into the audit log', async () => {
    await gensvar('rebuild-counts');
    const entries = await service.store.listAudit([service.site.id], { limit: 10, offset: 0 });
    assert.deepEqual(
      entries.map(({ action, actor }) => [action, actor]),
      [['counts-rebuilt', 'gensvar rebuild-counts']],
    );
  });
});
