import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { sendForm, transports, type Fields } from '../support/send-response.ts';
import { counted, createNewAnswers, readPage } from '../support/stored-page.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { onlyOn } from '../support/test-database.ts';

const origin = 'https://www.example.se';
const other = 'https://other.example';
const newAnswer = createNewAnswers(origin);

/** What a visitor should not have written, by the name that the service gives it. */
const values = {
  'identity number': '19121212-1212',
  'phone number': '070-174 06 05',
  'e-mail address': 'tolvan@example.se',
  'payment card number': '4111 1111 1111 1111',
  'bank account number': 'SE45 5000 0000 0583 9825 7466',
  'IP address': '192.0.2.44',
};

let service: TestService;
before(async () => {
  service = await startTestService();
  await service.addSite({
    key: 'own-numbers',
    origins: [origin],
    queryParameters: ['id'],
    allowedNumbers: ['0771-11 44 00', 'registrator@example.se'],
  });
  await service.addSite({ key: 'other', origins: [other] });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const stored = (page: string) => readPage(service.database, page);

/** Everything that lies in the database's files, also what no table shows. */
const bytesOnDisk = () =>
  globSync(`${service.database}*`)
    .map((file) => readFileSync(file, 'latin1'))
    .join();

for (const [transport, send] of Object.entries(transports)) {
  describe(`a comment with personal data, sent as ${transport},`, () => {
    const sendFields = (fields: Fields) => send(service.url, fields);

    for (const [kind, value] of Object.entries(values)) {
      it(`is refused with the kind named and the value kept to itself: ${kind}`, async () => {
        const rows = countRows(service.database);
        const fields = newAnswer({ comment: `Hej! Det gäller ${value}, tack.` });
        const problem = await assertProblem(await sendFields(fields), {
          status: 422,
          kind: 'personal-data',
          field: 'comment',
          secret: value,
        });
        assert.match(problem.errors?.[0]?.detail ?? '', new RegExp(kind));
        assert.match(problem.detail, new RegExp(kind));
        for (const part of value.split(/[ @-]/).filter((piece) => piece.length > 3)) {
          assert.doesNotMatch(JSON.stringify(problem), new RegExp(part));
        }
        assert.deepEqual(countRows(service.database), rows);
      });
    }

    it('is refused with each kind named once', async () => {
      const comment = `${values['phone number']} ${values['phone number']} ${values['IP address']}`;
      const response = await sendFields(newAnswer({ comment }));
      const expected = { status: 422, kind: 'personal-data', field: 'comment' };
      const { errors } = await assertProblem(response, expected);
      assert.deepEqual(errors, [
        { field: 'comment', detail: 'seems to contain personal data: phone number, IP address' },
      ]);
    });

    it('leaves the answer it belongs to as it was, and can be sent masked', async () => {
      const fields = newAnswer();
      assert.equal((await sendFields({ ...fields, revisionNo: 1 })).status, 201);
      const comment = `Ring ${values['phone number']}.`;
      const refused = { ...fields, revisionNo: 2, answer: 'yes', comment };
      assert.equal((await sendFields(refused)).status, 422);
      assert.deepEqual(stored(fields.page).counts, counted({ no: 1 }));
      const masked = { ...refused, comment: 'Ring [dolt].' };
      assert.equal((await sendFields(masked)).status, 200);
      assert.deepEqual(stored(fields.page).comments, ['Ring [dolt].']);
      assert.deepEqual(stored(fields.page).counts, counted({ yes: 1, comments: 1 }));
    });

    it('passes with numbers that are nobody’s, and is stored as it was written', async () => {
      const comment =
        'Dnr 2026-1234, lag 2018:1937, orgnr 202100-6883, 08.00-16.00, 1 045 000 000 kr.';
      const fields = newAnswer({ comment });
      assert.equal((await sendFields(fields)).status, 201);
      assert.deepEqual(stored(fields.page).comments, [comment]);
    });

    it('passes with the site’s own numbers, however they are spelled', async () => {
      for (const number of ['0771-11 44 00', '+46 771 11 44 00', '0771\u2009114400']) {
        const fields = newAnswer({ comment: `Ingen svarar på ${number}.` });
        assert.equal((await sendFields(fields)).status, 201, number);
        assert.deepEqual(stored(fields.page).comments, [fields.comment]);
      }
      const address = newAnswer({ comment: 'Registrator@example.se svarar inte.' });
      assert.equal((await sendFields(address)).status, 201);
    });

    it('is refused with another site’s own numbers', async () => {
      const page = `${other}/sida`;
      const response = await sendFields({ ...newAnswer({ comment: 'Ring 0771-11 44 00' }), page });
      await assertProblem(response, { status: 422, kind: 'personal-data', field: 'comment' });
      assert.deepEqual(stored(page).answers, []);
    });
  });
}

describe('the address of a page', () => {
  const masked: [written: string, kept: string][] = [
    ['/mejl/tolvan@example.se/svar', '/mejl/***/svar'],
    ['/mejl/tolvan%40example.se', '/mejl/***'],
    ['/mejl/%C3%A5sa.tolvan%2Bx@example.se', '/mejl/***'],
    ['/person/19121212-1212', '/person/***'],
    ['/person/191212121212/start', '/person/***/start'],
    ['/person/701063-2391', '/person/***'],
    ['/sok?id=19121212-1212', '/sok?id=***'],
    ['/sok?id=tolvan@example.se', '/sok?id=***'],
  ];
  const same = [
    '/nyheter/2026-11-22-e-faktura',
    '/dnr/2026-1234',
    '/orgnr/202100-6883',
    '/sok?id=7',
  ];

  for (const [written, kept] of masked) {
    it(`is stored without personal data: ${written}`, async () => {
      const response = await sendForm(service.url, newAnswer({ page: origin + written }));
      assert.equal(response.status, 201);
      assert.doesNotMatch(await response.text(), /1212|tolvan/);
      assert.ok(stored(origin + kept).answers.length > 0);
    });
  }

  it('is kept as it is where its numbers are nobody’s', async () => {
    for (const path of same) {
      assert.equal((await sendForm(service.url, newAnswer({ page: origin + path }))).status, 201);
      assert.equal(stored(origin + path).answers.length, 1, path);
    }
  });
});

it('what was refused or masked is nowhere on the disk', { skip: onlyOn('sqlite') }, () => {
  const bytes = bytesOnDisk();
  assert.ok(bytes.includes('Ring [dolt].'), 'what is stored is seen');
  for (const value of [...Object.values(values), 'tolvan', '191212121212', '701063-2391']) {
    assert.ok(!bytes.includes(value), value);
  }
});
