import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { aDay, aMinute, anHour, createMovingClock } from '../support/moving-clock.ts';
import { sendBody, sendForm, sendJson } from '../support/send-response.ts';
import { countRows, readDays, readKeys, readResponses } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const page = `${origin}/e-faktura`;
const noon = '2026-11-22T11:00:00Z';
const tooLate = { status: 409, kind: 'too-late' };

const time = createMovingClock(noon);
let service: TestService;
let fields: { id: string; page: string; answer: string };

beforeEach(() => {
  time.moveTo(noon);
  fields = { id: crypto.randomUUID(), page, answer: 'no' };
});

/** Answers, comments and counts, which nothing that comes too late may change. */
const stored = () => ({
  responses: readResponses(service.database),
  days: readDays(service.database),
  rows: countRows(service.database),
});

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');

describe('the time in which a response may be amended', () => {
  before(async () => {
    service = await startTestService({ pageOrigin: origin, clock: time.clock });
  });
  after(async () => {
    await service.stop();
    assert.deepEqual(service.faults, []);
  });

  it('lasts a day, to the millisecond', async () => {
    await sendForm(service.url, fields);
    time.forward(aDay - 1);
    assert.equal((await sendForm(service.url, { ...fields, answer: 'yes' })).status, 200);
    time.forward(1);
    const before = stored();
    for (const send of [sendForm, sendJson]) {
      const late = { ...fields, answer: 'partly', comment: 'För sent.' };
      await assertProblem(await send(service.url, late), tooLate);
    }
    assert.deepEqual(stored(), before);
  });

  it('is not made longer by amending', async () => {
    await sendForm(service.url, fields);
    time.forward(aDay - aMinute);
    await sendForm(service.url, { ...fields, comment: 'I sista minuten.' });
    time.forward(aMinute);
    await assertProblem(await sendForm(service.url, { ...fields, answer: 'yes' }), tooLate);
  });

  it('is over for a retry of the same content as well, which is not counted again', async () => {
    await sendForm(service.url, fields);
    time.forward(aDay);
    const before = stored();
    await assertProblem(await sendForm(service.url, fields), tooLate);
    assert.deepEqual(stored(), before);
  });

  it('ends on the day of the answer in the counts, whenever it was amended', async () => {
    time.moveTo('2026-12-24T22:59:00Z');
    const late = { ...fields, page: `${origin}/midnatt` };
    await sendForm(service.url, late);
    time.moveTo('2026-12-25T12:00:00Z');
    await sendForm(service.url, { ...late, answer: 'yes', comment: 'God jul.' });
    assert.deepEqual(
      readDays(service.database).filter((row) => row.address === late.page),
      [
        {
          address: late.page,
          day: '2026-12-24',
          yes: 1,
          no: 0,
          partly: 0,
          comments: 1,
          leftOut: 0,
        },
      ],
    );
  });

  it('is over for the receipt too', async () => {
    const browser = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await sendBody(service.url, String(new URLSearchParams(fields)), browser);
    const receipt = new URL(answer.headers.get('location') ?? '', service.url);
    assert.equal((await fetch(receipt)).status, 200);
    time.forward(aDay);
    const late = await fetch(receipt);
    assert.equal(late.status, 409);
    assert.doesNotMatch(await late.text(), /<form|[0-9a-f]{8}-/);
  });
});

describe('closing the time', () => {
  before(async () => {
    service = await startTestService({ pageOrigin: origin, clock: time.clock });
  });
  after(() => service.stop());

  it('cuts the id from the response, and only then', async () => {
    await sendForm(service.url, fields);
    time.forward(anHour);
    const younger = { ...fields, id: crypto.randomUUID() };
    await sendForm(service.url, younger);
    time.forward(aDay - anHour);
    await service.store.closeAmendmentWindows(time.clock());
    const keys = readKeys(service.database);
    assert.deepEqual(
      keys.map(({ key, responseId }) => [Buffer.from(key).toString('hex'), responseId === null]),
      [
        [idBytes(fields.id).toString('hex'), true],
        [idBytes(younger.id).toString('hex'), false],
      ],
    );
    assert.equal((await sendForm(service.url, { ...younger, answer: 'yes' })).status, 200);
  });

  it('leaves a late retry refused and not counted', async () => {
    await sendForm(service.url, fields);
    time.forward(aDay);
    await service.store.closeAmendmentWindows(time.clock());
    const before = stored();
    for (const late of [fields, { ...fields, page: `${origin}/annan-sida` }]) {
      await assertProblem(await sendForm(service.url, late), tooLate);
      await assertProblem(await sendJson(service.url, late), tooLate);
    }
    assert.deepEqual(stored(), before);
  });

  it('forgets the id for good a week later, and keeps the response', async () => {
    await sendForm(service.url, fields);
    time.forward(8 * aDay - 1);
    await service.store.closeAmendmentWindows(time.clock());
    const remembers = () =>
      readKeys(service.database).some(({ key }) => idBytes(fields.id).equals(key));
    assert.ok(remembers());
    const { responses, days } = stored();
    time.forward(1);
    await service.store.closeAmendmentWindows(time.clock());
    assert.ok(!remembers());
    assert.deepEqual(stored().responses, responses);
    assert.deepEqual(stored().days, days);
  });
});

describe('a time that is set', () => {
  it('is the one that holds', async (context) => {
    service = await startTestService({
      pageOrigin: origin,
      clock: time.clock,
      environment: { GENSVAR_AMENDMENT_HOURS: '2' },
    });
    context.after(() => service.stop());
    const { amendableUntil } = (await (await sendForm(service.url, fields)).json()) as {
      amendableUntil: string;
    };
    assert.equal(amendableUntil, '2026-11-22T13:00:00.000Z');
    time.forward(2 * anHour);
    await assertProblem(await sendForm(service.url, { ...fields, answer: 'yes' }), tooLate);
  });
});
