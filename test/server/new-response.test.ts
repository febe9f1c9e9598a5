import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  acknowledgementSchema,
  type Acknowledgement,
} from '../../server/contract/acknowledgement-schema.ts';
import { createMovingClock } from '../support/moving-clock.ts';
import { sendForm, sendJson, transports, type Fields } from '../support/send-response.ts';
import { counted, createNewAnswers, readPage } from '../support/stored-page.ts';
import { readResponses } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const origin = 'https://www.example.se';
const noon = '2026-11-22T11:00:00.000Z';
const time = createMovingClock(noon);

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin, clock: time.clock });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const newAnswer = createNewAnswers(origin);
const stored = (page: string) => readPage(service.database, page);

const acknowledgementIn = async (response: Response): Promise<Acknowledgement> =>
  acknowledgementSchema.parse(await response.json());

for (const [transport, send] of Object.entries(transports)) {
  const sendFields = (fields: Fields) => send(service.url, fields);

  describe(`a new response sent as ${transport}`, () => {
    it('is acknowledged with what counts now', async () => {
      time.moveTo(noon);
      const response = await sendFields(newAnswer({ answer: 'partly', revisionNo: 3 }));
      assert.equal(response.status, 201);
      assert.match(response.headers.get('content-type') ?? '', /^application\/json(;|$)/);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(await acknowledgementIn(response), {
        status: 'stored',
        answer: 'partly',
        revisionNo: 3,
        hasComment: false,
        received: noon,
        amendableUntil: '2026-11-23T11:00:00.000Z',
      });
    });

    it('is in the database file as soon as it is acknowledged', async () => {
      const fields = newAnswer({ comment: 'Hittade inte blanketten.' });
      assert.equal((await sendFields(fields)).status, 201);
      assert.deepEqual(stored(fields.page), {
        title: null,
        answers: ['no'],
        comments: ['Hittade inte blanketten.'],
        ratings: [null],
        counts: counted({ no: 1, comments: 1 }),
      });
    });

    it('is stored with everything it told', async () => {
      time.moveTo(noon);
      const fields = newAnswer({
        revisionNo: 1,
        title: 'E-faktura – så här gör du',
        pageLanguage: 'sv',
        widgetLanguage: 'en-GB',
        pageUpdated: '2026-11-02T08:00:00Z',
        answer: 'yes',
        rating: 4,
        comment: '👍 <b>Bra!</b> "Tack" & hej\nÅÄÖ',
        survey: 'gateway',
      });
      await sendFields(fields);
      const { id: _, page: address, revisionNo: __, ...told } = fields;
      const row = readResponses(service.database).find((found) => found.address === address);
      assert.deepEqual(row, { ...told, address, day: '2026-11-22' });
    });

    it('is told apart from others by its id only', async () => {
      const { id: _, ...same } = newAnswer();
      for (let visitor = 0; visitor < 3; visitor += 1) {
        const response = await sendFields({ ...same, id: crypto.randomUUID() });
        assert.equal(response.status, 201);
      }
      assert.deepEqual(stored(same.page).counts, counted({ no: 3 }));
    });
  });
}

describe('a form', () => {
  it('says nothing by a field that is empty or blank', async () => {
    const fields = newAnswer();
    const blank = { title: '', rating: '', revisionNo: '', comment: ' \r\n\t', pageUpdated: ' ' };
    const response = await sendForm(service.url, { ...fields, ...blank, survey: '' });
    assert.equal(response.status, 201);
    assert.equal((await acknowledgementIn(response)).hasComment, false);
    assert.deepEqual(stored(fields.page).counts, counted({ no: 1 }));
  });

  it('without an id is a new response each time', async () => {
    const { id: _, ...fields } = newAnswer();
    for (let time = 0; time < 2; time += 1) {
      assert.equal((await sendForm(service.url, fields)).status, 201);
    }
    assert.deepEqual(stored(fields.page).counts, counted({ no: 2 }));
  });

  it('may be amended by JSON, and JSON by a form', async () => {
    const [first, second] = [newAnswer(), newAnswer()];
    await sendForm(service.url, first);
    assert.equal((await sendJson(service.url, { ...first, comment: 'Hej.' })).status, 200);
    await sendJson(service.url, second);
    assert.equal((await sendForm(service.url, { ...second, answer: 'yes' })).status, 200);
    assert.deepEqual(stored(first.page).counts, counted({ no: 1, comments: 1 }));
    assert.deepEqual(stored(second.page).counts, counted({ yes: 1 }));
  });
});

describe('a comment', () => {
  it('has one character for each line break, however it is sent', async () => {
    for (const send of Object.values(transports)) {
      const fields = newAnswer({ comment: `rad\r\nrad\rrad\n${'x'.repeat(988)}` });
      assert.equal((await send(service.url, fields)).status, 201);
      assert.deepEqual(stored(fields.page).comments, [`rad\nrad\nrad\n${'x'.repeat(988)}`]);
    }
  });

  it('is none when it is blank', async () => {
    const fields = newAnswer({ comment: ' \n ' });
    assert.equal((await acknowledgementIn(await sendJson(service.url, fields))).hasComment, false);
    assert.deepEqual(stored(fields.page).comments, [null]);
  });

  it('is not taken away by a blank one', async () => {
    const fields = newAnswer({ comment: 'Kvar.' });
    await sendJson(service.url, fields);
    await sendJson(service.url, { ...fields, comment: '', answer: 'yes' });
    assert.deepEqual(stored(fields.page).comments, ['Kvar.']);
  });
});

describe("a page's title", () => {
  it('is the newest that was told', async () => {
    const { page, ...fields } = newAnswer({ title: 'Förr' });
    await sendForm(service.url, { ...fields, page });
    await sendForm(service.url, { ...fields, page, id: crypto.randomUUID(), title: 'Nu' });
    assert.equal(stored(page).title, 'Nu');
  });

  it('stays when an answer tells none', async () => {
    const { title, ...fields } = newAnswer({ title: 'Kvar' });
    await sendForm(service.url, { ...fields, title });
    await sendForm(service.url, { ...fields, id: crypto.randomUUID() });
    assert.equal(stored(fields.page).title, 'Kvar');
  });
});
