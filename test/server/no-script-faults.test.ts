import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { aDay } from '../support/moving-clock.ts';
import {
  answerInArticle,
  assertOwnPage,
  commentForm,
  commentLabel,
  titleOf,
  wordsOf,
} from '../support/no-script-pages.ts';
import { contentsOf, textOf, unescapeText } from '../support/read-markup.ts';
import { counted, readPage, type StoredPage } from '../support/stored-page.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { createVisitorWithoutScript } from '../support/visitor-without-script.ts';

const origin = 'https://www.example.se';
const agency = 'https://www.agency.example';
const commentThanks = /Tack! Vi har tagit emot din kommentar\./;

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
  const allowedNumbers = ['0771-114 400'];
  await service.addSite({ key: 'agency', origins: [agency], allowedNumbers });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const { send, press } = createVisitorWithoutScript();
const responses = () => `${service.url}/feedback/v1/responses`;

let pages = 0;
let page: string;
let stored: () => StoredPage;
beforeEach(() => {
  pages += 1;
  page = `${origin}/sida-${pages}`;
  stored = () => readPage(service.database, page);
});

const answer = (more: Record<string, string> = {}) =>
  answerInArticle({ ...createVisitorWithoutScript() }, { service: service.url, page, ...more });

/** Answers, and then tries to send a comment in the receipt's form. */
const comment = async (text: string, more: Record<string, string> = {}) =>
  press(commentForm(await answer()), 'Skicka', { comment: text, ...more });

describe('a comment that cannot be taken in', () => {
  for (const blank of ['', ' \n\t ']) {
    it(`is told to be empty inside the label: ${JSON.stringify(blank)}`, async () => {
      const told = await comment(blank);
      assert.equal(told.status, 422);
      assertOwnPage(told);
      assert.match(titleOf(told), /^Fel: /);
      assert.match(commentLabel(told), /Skriv något i rutan innan du skickar\.$/);
      assert.match(told.markup, /<textarea[^>]*aria-invalid="true"/);
      assert.deepEqual(stored().counts, counted({ no: 1 }));
      const thanks = await press(commentForm(told), 'Skicka', { comment: 'Nu så.' });
      assert.match(wordsOf(thanks), commentThanks);
      assert.deepEqual(stored().counts, counted({ no: 1, comments: 1 }));
    });
  }

  it('is told to be too long, and all its words are still there', async () => {
    const words = `\n<script>alert("1")</script></textarea> & 'ord' 👍\n\n${'å'.repeat(3000)}`;
    const told = await comment(words);
    assert.equal(told.status, 422);
    assertOwnPage(told);
    assert.match(titleOf(told), /^Fel: /);
    const excess = [...words].length - 1000;
    assert.match(
      commentLabel(told),
      new RegExp(`Texten är ${excess} tecken för lång\\. Korta den`),
    );
    assert.equal(commentForm(told)?.fields['comment'], words);
    assert.deepEqual(stored().counts, counted({ no: 1 }));

    const shortened = words.slice(0, 500);
    const thanks = await press(commentForm(told), 'Skicka', { comment: shortened });
    assert.match(wordsOf(thanks), commentThanks);
    assert.deepEqual(stored().comments, [shortened]);
    assert.deepEqual(stored().counts, counted({ no: 1, comments: 1 }));
  });

  it('is measured as the visitor counts: one character is one', async () => {
    // Each of these is one character to the visitor, and several to a computer.
    const words = '👍\n'.repeat(500);
    assert.equal((await comment(words)).status, 200);
    assert.match(commentLabel(await comment(`${words}!`)), /Texten är 1 tecken för lång\./);
  });

  it('is shown as it would be sent when it has personal data, and can be sent so', async () => {
    const words = 'Svara till <anna@example.se>, tack.';
    const told = await comment(words);
    assert.equal(told.status, 422);
    assertOwnPage(told);
    assert.match(commentLabel(told), /personuppgifter/);
    assert.equal(commentForm(told)?.fields['comment'], words);
    assert.deepEqual(stored().counts, counted({ no: 1 }));

    const preview = told.forms.find((form) => form.markup !== commentForm(told)?.markup);
    const masked = preview?.fields['comment'] ?? '';
    assert.match(masked, /^Svara till <(?!.*(anna|example)).*>, tack\.$/);
    assert.ok(textOf(preview?.markup ?? '').includes(masked));
    assert.match(wordsOf(await press(preview, /./)), commentThanks);
    assert.deepEqual(stored().comments, [masked]);
  });

  it('keeps the numbers of the agency itself, also where something else is masked', async () => {
    page = `${agency}/kontakt`;
    const told = await comment('Ring 0771-11 44 00 eller skriv till anna@example.se');
    const preview = told.forms.find((form) => form.markup !== commentForm(told)?.markup);
    assert.match(preview?.fields['comment'] ?? '', /^Ring 0771-11 44 00 eller (?!.*anna)/);
    const thanks = await comment('Ring 0771-11 44 00.');
    assert.match(wordsOf(thanks), commentThanks);
    assert.deepEqual(stored().comments.at(-1), 'Ring 0771-11 44 00.');
  });

  it('holds up no change of the answer that was sent with it', async () => {
    const told = await comment('å'.repeat(1001), { answer: 'yes' });
    assert.equal(told.status, 422);
    assert.equal(commentForm(told)?.fields['answer'], 'yes');
    const changed = await press(commentForm(told), 'Skicka', { comment: '' });
    assert.equal(changed.status, 200);
    assert.deepEqual(stored().counts, counted({ yes: 1 }));
  });

  it('is shown to be copied when the time for changes is over', async () => {
    const id = crypto.randomUUID();
    await answer({ id });
    await service.store.closeAmendmentWindows(new Date(Date.now() + aDay));
    const words = '<b>Mina</b> ord';
    const late = await answer({ id, comment: words });
    assert.equal(late.status, 409);
    assertOwnPage(late);
    assert.match(wordsOf(late), /Det har gått för lång tid för att ändra svaret/);
    assert.equal(unescapeText(contentsOf(late.markup, 'blockquote')[0] ?? ''), words);
  });
});

describe('markup in what a visitor sends', () => {
  const mark = '"><img src=x onerror=alert(1)>';

  it('is shown as the text it is', async () => {
    const receipt = await answer({ title: mark });
    assertOwnPage(receipt);
    assert.doesNotMatch(receipt.markup, /<img/);
    assert.equal(commentForm(receipt)?.fields['title'], mark);
  });

  it('is no markup in what is told of a fault either', async () => {
    const wrong = { page: `javascript:alert("${mark}")`, id: mark, comment: mark, title: mark };
    const told = await send(responses(), { ...wrong, answer: 'no', widgetLanguage: 'sv' });
    assert.equal(told.status, 422);
    assertOwnPage(told);
    assert.doesNotMatch(told.markup, /<img|javascript:/);
  });
});

describe('a visitor who is refused is told so in words', () => {
  const refusals: Record<string, { sent: Record<string, string>; words: RegExp }> = {
    'when the site is unknown': {
      sent: { page: 'https://www.unknown.example/', answer: 'no' },
      words: /Vi tar inte emot svar om den sidan/,
    },
    'when the page is missing': {
      sent: { answer: 'no' },
      words: /Vi vet inte vilken sida svaret gäller/,
    },
    'when the answer is missing': {
      sent: { page: `${origin}/a` },
      words: /Vi kunde inte läsa ditt svar/,
    },
  };
  for (const [name, { sent, words }] of Object.entries(refusals)) {
    it(name, async () => {
      const rows = countRows(service.database);
      const told = await send(responses(), { ...sent, comment: 'Mina ord.' });
      assert.equal(told.status, 422);
      assertOwnPage(told);
      assert.match(wordsOf(told), words);
      assert.match(wordsOf(told), /Mina ord\./);
      assert.deepEqual(countRows(service.database), rows);
    });
  }
});
