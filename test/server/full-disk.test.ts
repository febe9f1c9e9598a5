import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { sendForm } from '../support/send-response.ts';
import { createSmallDisk, noSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { readDays, readResponses } from '../support/stored-rows.ts';
import { onlyOn } from '../support/test-database.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const secret = 'hemligt7ord';

describe('while the disk is full', { skip: noSmallDisk || onlyOn('sqlite') }, () => {
  let disk: SmallDisk;
  let database: string;
  let service: TestService;

  beforeEach(async () => {
    disk = await createSmallDisk(8 * 1024);
    database = join(disk.path, 'gensvar.db');
    const environment = { GENSVAR_DATABASE: database };
    service = await startTestService({ pageOrigin: origin, environment });
  });
  afterEach(async () => {
    await service.stop();
    await disk.remove();
  });

  const answer = () => ({
    id: crypto.randomUUID(),
    page: `${origin}/e-faktura`,
    answer: 'no',
    comment: `${secret} ${'ord '.repeat(200)}`,
  });

  /** Answers fit until what SQLite has of space in its files is used up. */
  async function sendUntilRefused() {
    const fields = [];
    for (let sent = 0; sent < 500; sent += 1) {
      fields.push(answer());
      const response = await sendForm(service.url, fields.at(-1) ?? {});
      if (response.status !== 201) return { fields, response };
    }
    throw new Error('The disk is not full.');
  }

  it('answers are refused for a while, none half stored, and accepted afterwards', async () => {
    await disk.fill();
    const { fields, response } = await sendUntilRefused();
    assert.match(response.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
    await assertProblem(response, { status: 503, kind: 'unavailable', secret });
    const stored = fields.length - 1;
    assert.equal(readResponses(database).length, stored);

    await disk.empty();
    assert.equal((await sendForm(service.url, fields.at(-1) ?? {})).status, 201);
    assert.equal(readResponses(database).length, stored + 1);
    assert.deepEqual(
      readDays(database).map(({ no, comments }) => [no, comments]),
      [[stored + 1, stored + 1]],
    );
  });

  it('of many answers at once, just those are stored that are acknowledged', async () => {
    await disk.fill();
    await sendUntilRefused();
    const before = readResponses(database).length;
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => sendForm(service.url, answer())),
    );
    const statuses = responses.map(({ status }) => status);
    const acknowledged = statuses.filter((status) => status === 201).length;
    assert.deepEqual(new Set(statuses.filter((status) => status !== 201)), new Set([503]));
    assert.equal(readResponses(database).length, before + acknowledged);
  });

  it('the service lives, and tells its operator without a word of the visitor', async () => {
    await disk.fill();
    await sendUntilRefused();
    assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
    assert.ok(service.faults.length > 0);
    for (const fault of service.faults) {
      assert.ok(fault instanceof Error);
      assert.match(String(Reflect.get(fault, 'code')), /^SQLITE_(FULL|IOERR)/);
      assert.doesNotMatch(`${fault.message} ${fault.stack}`, new RegExp(secret));
    }
  });
});
