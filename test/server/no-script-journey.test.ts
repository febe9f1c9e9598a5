import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  answerForm,
  answerInArticle,
  assertOwnPage,
  commentForm,
  commentLabel,
  headingOf,
  wordsOf,
} from '../support/no-script-pages.ts';
import { counted, readPage } from '../support/stored-page.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { createVisitorWithoutScript } from '../support/visitor-without-script.ts';

const origin = 'https://www.example.se';
const commentThanks = /Tack! Vi har tagit emot din kommentar\./;

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

let visitors = 0;
/** A visitor, and an article that no other visitor reads. */
function newVisitor(language?: string) {
  visitors += 1;
  const page = `${origin}/sida-${visitors}`;
  const visitor = createVisitorWithoutScript(language);
  const answer = (more: Record<string, string> = {}) =>
    answerInArticle(visitor, { service: service.url, page, ...more });
  return { ...visitor, page, answer, stored: () => readPage(service.database, page) };
}

describe('a visitor without script', () => {
  it('answers, is thanked, writes a comment and is thanked for it', async () => {
    const { page, answer, press, stored } = newVisitor();
    const receipt = await answer();
    assert.deepEqual(
      receipt.sentOn.map((hop) => hop.status),
      [303],
    );
    assert.equal(receipt.status, 200);
    assertOwnPage(receipt);
    assert.equal(headingOf(receipt), 'Tack för ditt svar');
    assert.match(wordsOf(receipt), /Du kan också skriva en kommentar/);
    assert.match(wordsOf(receipt), /Sidan du svarar om: E-faktura/);
    assert.ok(receipt.markup.includes(`<a href="${page}">`));
    assert.equal(commentForm(receipt)?.fields['answer'], 'no');
    assert.deepEqual(stored().counts, counted({ no: 1 }));

    const label = 'Vad saknade du, eller vad var svårt att förstå? (frivilligt)';
    assert.equal(commentLabel(receipt), label);
    const comment = 'Jag hittade inte blanketten.\nVar finns den?';
    const thanks = await press(commentForm(receipt), 'Skicka', { comment });
    assert.deepEqual(
      thanks.sentOn.map((hop) => hop.status),
      [303],
    );
    assertOwnPage(thanks);
    assert.match(wordsOf(thanks), commentThanks);
    assert.match(wordsOf(thanks), /Ditt svar: Nej/);
    assert.equal(commentForm(thanks), undefined);
    assert.deepEqual(stored(), {
      title: 'E-faktura',
      answers: ['no'],
      comments: [comment],
      ratings: [null],
      counts: counted({ no: 1, comments: 1 }),
    });
  });

  it('is asked what helped after a yes', async () => {
    const receipt = await newVisitor().answer({ answer: 'yes' });
    assert.equal(commentForm(receipt)?.fields['answer'], 'yes');
    assert.equal(commentLabel(receipt), 'Vad hjälpte dig? (frivilligt)');
  });

  it('is told no other answer than the one that was given', async () => {
    const thanks = await newVisitor().answer({ answer: 'partly', comment: 'Till viss del.' });
    assert.equal(thanks.status, 200);
    assert.doesNotMatch(wordsOf(thanks), /Ditt svar: (Ja|Nej)/);
  });

  it('changes the answer in the form for the comment, with a comment or without', async () => {
    const { answer, press, stored } = newVisitor();
    const changed = await press(commentForm(await answer()), 'Skicka', { answer: 'yes' });
    assert.equal(changed.status, 200);
    assert.equal(commentForm(changed)?.fields['answer'], 'yes');
    assert.deepEqual(stored().counts, counted({ yes: 1 }));
    const written = { answer: 'no', comment: 'Nej, förresten.' };
    const thanks = await press(commentForm(changed), 'Skicka', written);
    assert.match(wordsOf(thanks), /Ditt svar: Nej/);
    assert.deepEqual(stored().counts, counted({ no: 1, comments: 1 }));
  });

  it('changes the answer after the comment, which is kept', async () => {
    const { answer, press, stored } = newVisitor();
    const thanks = await press(commentForm(await answer()), 'Skicka', { comment: 'Bra!' });
    const changed = await press(answerForm(thanks), /^Ja\b/);
    assert.match(wordsOf(changed), /Ditt svar: Ja/);
    assert.deepEqual(stored().counts, counted({ yes: 1, comments: 1 }));
    assert.deepEqual(stored().comments, ['Bra!']);
  });

  it('can press twice and go back: one visitor, one response', async () => {
    const { answer, press, stored } = newVisitor();
    const receipt = await answer();
    const written = { comment: 'En gång.' };
    await Promise.all([1, 2].map(() => press(commentForm(receipt), 'Skicka', written)));
    await press(commentForm(receipt), 'Skicka', written);
    assert.deepEqual(stored().counts, counted({ no: 1, comments: 1 }));
  });

  it('reads English where the prompt was in English', async () => {
    const { answer, press } = newVisitor('sv');
    const receipt = await answer({ widgetLanguage: 'en' });
    assertOwnPage(receipt, 'en');
    assert.equal(headingOf(receipt), 'Thank you for your answer');
    const told = await press(commentForm(receipt), 'Send', { comment: ' ' });
    assertOwnPage(told, 'en');
    assert.match(commentLabel(told), /Write something in the box before you send\./);
    const thanks = await press(commentForm(told), 'Send', { comment: 'Hello' });
    assert.match(wordsOf(thanks), /Thank you! We have received your comment\./);
  });
});

describe('the receipt', () => {
  it('counts nothing when it is read again', async () => {
    const { answer, open, stored } = newVisitor();
    const receipt = await answer();
    const rows = countRows(service.database);
    for (let reload = 0; reload < 3; reload += 1) {
      const again = await open(receipt.address);
      assert.equal(again.status, 200);
      assert.deepEqual(again.forms, receipt.forms);
    }
    assert.deepEqual(countRows(service.database), rows);
    assert.deepEqual(stored().counts, counted({ no: 1 }));
  });

  it('has an address that tells neither the id nor the page', async () => {
    const id = crypto.randomUUID();
    const receipt = await newVisitor().answer({ id });
    const state = new URL(receipt.address).searchParams.get('state') ?? '';
    const bytes = Buffer.from(state, 'base64url');
    const hex = id.replaceAll('-', '');
    for (const text of [receipt.address, bytes.toString('latin1'), bytes.toString('hex')]) {
      for (const part of [id, hex, 'example', 'faktura']) assert.ok(!text.includes(part));
    }
    assert.ok(!bytes.includes(Buffer.from(hex, 'hex')));
    const [hop] = receipt.sentOn;
    assert.ok(hop);
    assert.equal(hop.headers.get('cache-control'), 'no-store');
    assert.equal(hop.headers.get('referrer-policy'), 'no-referrer');
  });

  it('works for the longest title and address', async () => {
    const { page: start, answer, press } = newVisitor();
    const page = `${start}/${'x'.repeat(2048 - start.length - 1)}`;
    const title = '👍'.repeat(300);
    const receipt = await answer({ page, title, answer: 'yes' });
    assert.equal(receipt.status, 200);
    const thanks = await press(commentForm(receipt), 'Skicka', { comment: 'Långt.' });
    assert.equal(thanks.status, 200);
    const stored = readPage(service.database, page);
    assert.deepEqual(stored.counts, counted({ yes: 1, comments: 1 }));
    assert.equal(stored.title, title);
  });

  it('that cannot be opened says that the answer is stored', async () => {
    const { open } = newVisitor();
    for (const state of ['', '?state=', '?state=abc', '?state=%00']) {
      const gone = await open(`${service.url}/feedback/v1/receipt${state}`);
      assert.equal(gone.status, 409);
      assertOwnPage(gone);
      assert.match(wordsOf(gone), /sparat/);
    }
  });
});
