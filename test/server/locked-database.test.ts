import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { assertProblem } from '../support/assert-problem.ts';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { sendForm, sendJson } from '../support/send-response.ts';
import { countRows, readDays } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { createVisitorWithoutScript } from '../support/visitor-without-script.ts';

const origin = 'https://www.example.se';
const secret = 'hemligt7ord';

let service: TestService;
/** Another program that holds the database. */
let other: Database.Database;

beforeEach(async () => {
  service = await startTestService({ pageOrigin: origin });
  other = new Database(service.database);
});
afterEach(async () => {
  other.close();
  await service.stop();
});

const answer = () => ({
  id: crypto.randomUUID(),
  page: `${origin}/e-faktura`,
  answer: 'no',
  comment: `Mina ord: ${secret}`,
});

describe('while another program has locked the database', () => {
  it('an answer is refused for a while, not half stored, and accepted afterwards', async () => {
    const rows = countRows(service.database);
    const fields = answer();
    other.exec('begin exclusive');
    const response = await sendForm(service.url, fields, { origin });
    assert.match(response.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    await assertProblem(response, { status: 503, kind: 'unavailable', secret });
    assert.deepEqual(countRows(service.database), rows);

    other.exec('rollback');
    assert.equal((await sendForm(service.url, fields)).status, 201);
    assert.deepEqual(
      readDays(service.database).map((row) => [row.address, row.no, row.comments]),
      [[fields.page, 1, 1]],
    );
  });

  it('a visitor without script is told so, with the words still in the form', async () => {
    other.exec('begin exclusive');
    const visitor = createVisitorWithoutScript();
    const fields = answer();
    const told = await visitor.send(`${service.url}/feedback/v1/responses`, fields);
    assert.equal(told.status, 503);
    assert.match(told.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
    assert.match(textOf(contentsOf(told.markup, 'main').join('')), /Försök igen om en stund\./);
    const [form] = told.forms;
    assert.equal(form?.fields['comment'], fields.comment);

    other.exec('rollback');
    const thanks = await visitor.press(form, 'Skicka');
    assert.equal(thanks.status, 200);
    assert.equal(readDays(service.database)[0]?.comments, 1);
  });

  it('the operator is told, without the words of the visitor', async () => {
    other.exec('begin exclusive');
    await sendJson(service.url, answer());
    other.exec('rollback');
    // The jobs of the hour may have met the lock, too.
    const faults = service.faults.filter(
      (fault) => fault instanceof Error && fault.stack?.includes('appendResponses'),
    );
    assert.equal(faults.length, 1);
    const [fault] = faults;
    assert.ok(fault instanceof Error);
    assert.match(String(Reflect.get(fault, 'code')), /^SQLITE_BUSY/);
    assert.doesNotMatch(`${fault.message} ${fault.stack}`, new RegExp(secret));
  });
});
