import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  acknowledgementSchema,
  type Acknowledgement,
} from '../../server/contract/acknowledgement-schema.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { aMinute, createMovingClock } from '../support/moving-clock.ts';
import { sendForm, sendJson, transports, type Fields } from '../support/send-response.ts';
import { countRows, readDays, readResponses } from '../support/stored-rows.ts';
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

let pages = 0;
/** The fields of a new answer on a page of its own. */
function newAnswer<More extends Fields>(more?: More) {
  pages += 1;
  const id: string = crypto.randomUUID();
  return { id, page: `${origin}/sida-${pages}`, answer: 'no', ...(more ?? ({} as More)) };
}

const acknowledgementIn = async (response: Response): Promise<Acknowledgement> =>
  acknowledgementSchema.parse(await response.json());

/** What is stored about a page, seen through a connection of its own. */
function stored(page: string) {
  const responses = readResponses(service.database).filter((row) => row.address === page);
  const days = readDays(service.database).filter((row) => row.address === page);
  const counts = days.map(({ yes, no, partly, comments }) => ({ yes, no, partly, comments }));
  return {
    answers: responses.map((row) => row.answer),
    comments: responses.map((row) => row.comment),
    ratings: responses.map((row) => row.rating),
    counts,
  };
}

const counted = (counts: Partial<Record<'yes' | 'no' | 'partly' | 'comments', number>>) => [
  { yes: 0, no: 0, partly: 0, comments: 0, ...counts },
];

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
  const titleOf = (page: string) =>
    readResponses(service.database).find((row) => row.address === page)?.title;

  it('is the newest that was told', async () => {
    const { page, ...fields } = newAnswer({ title: 'Förr' });
    await sendForm(service.url, { ...fields, page });
    await sendForm(service.url, { ...fields, page, id: crypto.randomUUID(), title: 'Nu' });
    assert.equal(titleOf(page), 'Nu');
  });

  it('stays when an answer tells none', async () => {
    const { title, ...fields } = newAnswer({ title: 'Kvar' });
    await sendForm(service.url, { ...fields, title });
    await sendForm(service.url, { ...fields, id: crypto.randomUUID() });
    assert.equal(titleOf(fields.page), 'Kvar');
  });
});
