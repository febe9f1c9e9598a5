import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  acknowledgementSchema,
  type Acknowledgement,
} from '../../server/contract/acknowledgement-schema.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { aMinute, createMovingClock } from '../support/moving-clock.ts';
import { transports, type Fields } from '../support/send-response.ts';
import { counted, createNewAnswers, readPage } from '../support/stored-page.ts';
import { countRows } from '../support/stored-rows.ts';
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

  describe(`the same id again, sent as ${transport},`, () => {
    it('adds a comment', async () => {
      time.moveTo(noon);
      const fields = newAnswer({ revisionNo: 1 });
      const first = await acknowledgementIn(await sendFields(fields));
      time.forward(aMinute);
      const response = await sendFields({ ...fields, revisionNo: 2, comment: 'Saknar priser.' });
      assert.equal(response.status, 200);
      assert.deepEqual(await acknowledgementIn(response), {
        ...first,
        revisionNo: 2,
        hasComment: true,
      });
      assert.deepEqual(stored(fields.page).comments, ['Saknar priser.']);
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1, comments: 1 }));
    });

    it('changes the answer', async () => {
      const fields = newAnswer();
      await sendFields(fields);
      for (const answer of ['yes', 'partly', 'no']) {
        const response = await sendFields({ ...fields, answer });
        assert.equal(response.status, 200);
        assert.equal((await acknowledgementIn(response)).answer, answer);
        assert.deepEqual(stored(fields.page).answers, [answer]);
        assert.deepEqual(stored(fields.page).counts, counted({ [answer]: 1 }));
      }
    });

    it('changes the comment, which counts once', async () => {
      const fields = newAnswer({ comment: 'Först.' });
      await sendFields(fields);
      await sendFields({ ...fields, comment: 'Sedan.' });
      assert.deepEqual(stored(fields.page).comments, ['Sedan.']);
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1, comments: 1 }));
    });

    it('keeps what it leaves out', async () => {
      const fields = newAnswer({ rating: 2, comment: 'Kvar.' });
      const { rating: _, comment: __, ...bare } = fields;
      await sendFields(fields);
      const response = await sendFields({ ...bare, answer: 'yes' });
      assert.equal((await acknowledgementIn(response)).hasComment, true);
      assert.deepEqual(stored(fields.page), {
        title: null,
        answers: ['yes'],
        comments: ['Kvar.'],
        ratings: [2],
        counts: counted({ yes: 1, comments: 1 }),
      });
    });

    it('is acknowledged in the same words and counted once when nothing is new', async () => {
      time.moveTo(noon);
      const fields = newAnswer({ revisionNo: 1, comment: 'En gång.' });
      const first = await (await sendFields(fields)).text();
      for (let retry = 0; retry < 3; retry += 1) {
        time.forward(aMinute);
        const response = await sendFields(fields);
        assert.equal(response.status, 200);
        assert.equal(await response.text(), first);
      }
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1, comments: 1 }));
    });

    it('overwrites nothing when an older revision arrives late', async () => {
      const fields = newAnswer();
      const newer = await sendFields({ ...fields, answer: 'yes', comment: 'Ny.', revisionNo: 3 });
      const acknowledged = await acknowledgementIn(newer);
      for (const revisionNo of [1, 2]) {
        const late = await sendFields({ ...fields, comment: 'Gammal.', rating: 1, revisionNo });
        assert.equal(late.status, 200);
        assert.deepEqual(await acknowledgementIn(late), acknowledged);
      }
      assert.deepEqual(stored(fields.page), {
        title: null,
        answers: ['yes'],
        comments: ['Ny.'],
        ratings: [null],
        counts: counted({ yes: 1, comments: 1 }),
      });
    });

    it('is the next revision when it does not number itself', async () => {
      const fields = newAnswer();
      const revisions: number[] = [];
      for (const change of [{}, { answer: 'yes' }, { answer: 'yes' }, { comment: 'Ja.' }]) {
        const response = await sendFields({ ...fields, answer: 'yes', ...change });
        revisions.push((await acknowledgementIn(response)).revisionNo);
      }
      assert.deepEqual(revisions, [1, 1, 1, 2]);
    });

    it('is the same id in capitals', async () => {
      const fields = newAnswer();
      await sendFields(fields);
      const response = await sendFields({ ...fields, id: fields.id.toUpperCase() });
      assert.equal(response.status, 200);
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1 }));
    });

    it('is the same page in another spelling', async () => {
      const fields = newAnswer();
      await sendFields(fields);
      const page = `${fields.page.replace('example', 'EXAMPLE')}/?utm_source=brev#del`;
      assert.equal((await sendFields({ ...fields, page, answer: 'yes' })).status, 200);
      assert.deepEqual(stored(fields.page).counts, counted({ yes: 1 }));
    });

    it('is refused for another page, and changes neither', async () => {
      const fields = newAnswer();
      const other = newAnswer({ answer: 'yes' });
      await sendFields(fields);
      await sendFields(other);
      const rows = countRows(service.database);
      for (const page of [other.page, `${origin}/ny-sida`, `${service.url}/demo/`]) {
        const response = await sendFields({ ...fields, page, comment: 'Fel sida.' });
        await assertProblem(response, { status: 409, kind: 'key-in-use' });
      }
      assert.deepEqual(countRows(service.database), rows);
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1 }));
      assert.deepEqual(stored(other.page).counts, counted({ yes: 1 }));
    });

    it('is counted once when it comes several times at once', async () => {
      const fields = newAnswer({ comment: 'Dubbelklick.' });
      const responses = await Promise.all(Array.from({ length: 8 }, () => sendFields(fields)));
      const statuses = responses.map((response) => response.status).sort();
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 200, 201]);
      const bodies = await Promise.all(responses.map((response) => response.text()));
      assert.equal(new Set(bodies).size, 1);
      assert.deepEqual(stored(fields.page).answers, ['no']);
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1, comments: 1 }));
    });
  });
}
