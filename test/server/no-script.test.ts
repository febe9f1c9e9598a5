import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { textOf, contentsOf, unescapeText } from '../support/read-markup.ts';
import { countRows, readDays, readResponses } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import {
  createVisitorWithoutScript,
  type ShownPage,
  type VisitorWithoutScript,
} from '../support/visitor-without-script.ts';

const origin = 'https://www.example.se';

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

let pages = 0;
const newPage = () => {
  pages += 1;
  return `${origin}/sida-${pages}`;
};

const responses = () => `${service.url}/feedback/v1/responses`;
const linkTo = (query: Record<string, string>) =>
  `${service.url}/feedback/v1/form?${new URLSearchParams(query)}`;

/** The form in the article itself: without an id, as it stands in everybody's page. */
const answerInArticle = (visitor: VisitorWithoutScript, page: string, answer = 'no', more = {}) =>
  visitor.send(responses(), {
    page,
    title: 'E-faktura',
    pageLanguage: 'sv',
    widgetLanguage: 'sv',
    answer,
    ...more,
  });

const stored = (page: string) => readResponses(service.database).filter((r) => r.address === page);
const counts = (page: string) =>
  readDays(service.database)
    .filter((row) => row.address === page)
    .map(({ yes, no, partly, comments }) => ({ yes, no, partly, comments }));

const commentThanks = /Tack! Vi har tagit emot din kommentar\./;
const heading = ({ markup }: ShownPage) => textOf(contentsOf(markup, 'h1').join(' | '));
const commentForm = ({ forms }: ShownPage) => forms.find((form) => 'comment' in form.fields);
const answerForm = ({ forms }: ShownPage) => forms.find((form) => form.buttons.length === 2);
/** The label of the comment, in which faults are told. */
const label = ({ markup }: ShownPage) =>
  textOf(/<label for="comment">(.*?)<\/label\s*>/s.exec(markup)?.[1] ?? '');

function assertOwnPage({ markup, headers }: ShownPage, language = 'sv') {
  assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('x-frame-options'), 'DENY');
  assert.match(headers.get('referrer-policy') ?? '', /^(same-origin|no-referrer)$/);
  assert.equal(headers.get('set-cookie'), null);
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
    assert.ok(policy.includes(part), policy);
  }
  assert.doesNotMatch(policy, /unsafe-/);
  assert.match(markup, /^<!doctype html>\s*<html lang="(sv|en)">/);
  assert.match(markup, new RegExp(`<html lang="${language}">`));
  assert.equal(contentsOf(markup, 'title').length, 1);
  assert.equal(contentsOf(markup, 'h1').length, 1);
  assert.equal(contentsOf(markup, 'main').length, 1);
  const tags = markup.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];
  assert.doesNotMatch(tags.join(''), /<script|<style|\sstyle=|\son[a-z]+=/);
}

describe('a visitor without script', () => {
  it('answers, is thanked, writes a comment and is thanked for it', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();

    const receipt = await answerInArticle(visitor, page);
    assert.deepEqual(
      receipt.sentOn.map((hop) => hop.status),
      [303],
    );
    assert.equal(receipt.status, 200);
    assertOwnPage(receipt);
    assert.equal(heading(receipt), 'Tack för ditt svar');
    assert.match(textOf(receipt.markup), /Du kan också skriva en kommentar/);
    assert.match(textOf(receipt.markup), /Sidan du svarar om: E-faktura/);
    assert.ok(receipt.markup.includes(`<a href="${page}">`));
    assert.equal(commentForm(receipt)?.fields['answer'], 'no');
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 0 }]);

    assert.equal(label(receipt), 'Vad saknade du, eller vad var svårt att förstå? (frivilligt)');
    const comment = 'Jag hittade inte blanketten.\nVar finns den?';
    const thanks = await visitor.press(commentForm(receipt), 'Skicka', { comment });
    assert.deepEqual(
      thanks.sentOn.map((hop) => hop.status),
      [303],
    );
    assertOwnPage(thanks);
    assert.match(textOf(thanks.markup), commentThanks);
    assert.match(textOf(thanks.markup), /Ditt svar: Nej/);
    assert.equal(commentForm(thanks), undefined);
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 1 }]);
    assert.deepEqual(stored(page)[0]?.comment, comment);
    assert.equal(stored(page)[0]?.title, 'E-faktura');
  });

  it('is asked what helped after a yes', async () => {
    const receipt = await answerInArticle(createVisitorWithoutScript(), newPage(), 'yes');
    assert.equal(commentForm(receipt)?.fields['answer'], 'yes');
    assert.equal(label(receipt), 'Vad hjälpte dig? (frivilligt)');
  });

  it('is told no other answer than the one that was given', async () => {
    const more = { comment: 'Till viss del.' };
    const thanks = await answerInArticle(createVisitorWithoutScript(), newPage(), 'partly', more);
    assert.equal(thanks.status, 200);
    assert.doesNotMatch(textOf(thanks.markup), /Ditt svar: (Ja|Nej)/);
  });

  it('changes the answer in the form for the comment, with a comment or without', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    const changed = await visitor.press(commentForm(receipt), 'Skicka', { answer: 'yes' });
    assert.equal(changed.status, 200);
    assert.equal(commentForm(changed)?.fields['answer'], 'yes');
    assert.deepEqual(counts(page), [{ yes: 1, no: 0, partly: 0, comments: 0 }]);
    const written = { answer: 'no', comment: 'Nej, förresten.' };
    const thanks = await visitor.press(commentForm(changed), 'Skicka', written);
    assert.match(textOf(thanks.markup), /Ditt svar: Nej/);
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 1 }]);
  });

  it('changes the answer after the comment, which is kept', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    const thanks = await visitor.press(commentForm(receipt), 'Skicka', { comment: 'Bra!' });
    const changed = await visitor.press(answerForm(thanks), /^Ja\b/);
    assert.match(textOf(changed.markup), /Ditt svar: Ja/);
    assert.deepEqual(counts(page), [{ yes: 1, no: 0, partly: 0, comments: 1 }]);
    assert.equal(stored(page)[0]?.comment, 'Bra!');
  });

  it('can press twice and go back: one press, one response', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    const written = { comment: 'En gång.' };
    await Promise.all([1, 2].map(() => visitor.press(commentForm(receipt), 'Skicka', written)));
    await visitor.press(commentForm(receipt), 'Skicka', written);
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 1 }]);
  });

  it('reads English where the prompt was in English', async () => {
    const visitor = createVisitorWithoutScript('sv');
    const page = newPage();
    const receipt = await answerInArticle(visitor, page, 'no', { widgetLanguage: 'en' });
    assertOwnPage(receipt, 'en');
    assert.equal(heading(receipt), 'Thank you for your answer');
    const told = await visitor.press(commentForm(receipt), 'Send', { comment: ' ' });
    assertOwnPage(told, 'en');
    assert.match(label(told), /Write something in the box before you send\./);
    const thanks = await visitor.press(commentForm(told), 'Send', { comment: 'Hello' });
    assert.match(textOf(thanks.markup), /Thank you! We have received your comment\./);
  });
});

describe('the receipt', () => {
  it('counts nothing when it is read again', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    const rows = countRows(service.database);
    for (let reload = 0; reload < 3; reload += 1) {
      const again = await visitor.open(receipt.address);
      assert.equal(again.status, 200);
      assert.deepEqual(again.forms.length, receipt.forms.length);
    }
    assert.deepEqual(countRows(service.database), rows);
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 0 }]);
  });

  it('has an address that tells neither the id nor the page', async () => {
    const visitor = createVisitorWithoutScript();
    const id = crypto.randomUUID();
    const receipt = await answerInArticle(visitor, newPage(), 'no', { id });
    const [hop] = receipt.sentOn;
    const state = new URL(receipt.address).searchParams.get('state') ?? '';
    const bytes = Buffer.from(state, 'base64url');
    const hex = id.replaceAll('-', '');
    for (const text of [receipt.address, bytes.toString('latin1'), bytes.toString('hex')]) {
      for (const part of [id, hex, 'example', 'faktura']) assert.ok(!text.includes(part));
    }
    assert.ok(!bytes.includes(Buffer.from(hex, 'hex')));
    assert.equal(hop?.headers.get('cache-control'), 'no-store');
    assert.equal(hop?.headers.get('referrer-policy'), 'no-referrer');
  });

  it('works for the longest title and address', async () => {
    const visitor = createVisitorWithoutScript();
    const start = `${newPage()}/`;
    const page = start + 'x'.repeat(2048 - start.length);
    const title = '👍'.repeat(300);
    const receipt = await answerInArticle(visitor, page, 'yes', { title });
    assert.equal(receipt.status, 200);
    const thanks = await visitor.press(commentForm(receipt), 'Skicka', { comment: 'Långt.' });
    assert.equal(thanks.status, 200);
    assert.deepEqual(counts(page), [{ yes: 1, no: 0, partly: 0, comments: 1 }]);
    assert.equal(stored(page)[0]?.title, title);
  });

  it('that cannot be opened says that the answer is stored', async () => {
    const visitor = createVisitorWithoutScript();
    for (const state of ['', '?state=', '?state=abc', '?state=%00']) {
      const gone = await visitor.open(`${service.url}/feedback/v1/receipt${state}`);
      assert.equal(gone.status, 409);
      assertOwnPage(gone);
      assert.match(textOf(gone.markup), /sparat/);
    }
  });
});

describe('a comment that cannot be taken in', () => {
  it('is told to be empty, inside the label, and can be written again', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    for (const comment of ['', ' \n\t ']) {
      const told = await visitor.press(commentForm(receipt), 'Skicka', { comment });
      assert.equal(told.status, 422);
      assertOwnPage(told);
      assert.match(textOf(contentsOf(told.markup, 'title').join('')), /^Fel: /);
      assert.match(label(told), /Skriv något i rutan innan du skickar\.$/);
      assert.match(told.markup, /<textarea[^>]*aria-invalid="true"/);
      const thanks = await visitor.press(commentForm(told), 'Skicka', { comment: 'Nu så.' });
      assert.equal(thanks.status, 200);
      assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 1 }]);
    }
  });

  it('is told to be too long, and all its words are still there', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    const comment = `\n<script>alert("1")</script></textarea> & 'ord' 👍\n\n${'å'.repeat(3000)}`;
    const told = await visitor.press(commentForm(receipt), 'Skicka', { comment });
    assert.equal(told.status, 422);
    assertOwnPage(told);
    const excess = [...comment].length - 1000;
    assert.match(label(told), new RegExp(`Texten är ${excess} tecken för lång\\. Korta den`));
    assert.equal(commentForm(told)?.fields['comment'], comment);
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 0 }]);

    const shortened = comment.slice(0, 500);
    const thanks = await visitor.press(commentForm(told), 'Skicka', { comment: shortened });
    assert.match(textOf(thanks.markup), commentThanks);
    assert.equal(stored(page)[0]?.comment, shortened);
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 1 }]);
  });

  it('is told in the right number: one character is one', async () => {
    const visitor = createVisitorWithoutScript();
    const receipt = await answerInArticle(visitor, newPage());
    // Each of these is one character to the visitor, and several to a computer.
    const comment = '👍\n'.repeat(500);
    const fits = await visitor.press(commentForm(receipt), 'Skicka', { comment });
    assert.equal(fits.status, 200);
    const told = await visitor.press(commentForm(receipt), 'Skicka', { comment: `${comment}!` });
    assert.match(label(told), /Texten är 1 tecken för lång\./);
  });

  it('holds up no change of the answer that was sent with it', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const receipt = await answerInArticle(visitor, page);
    const written = { answer: 'yes', comment: 'å'.repeat(1001) };
    const told = await visitor.press(commentForm(receipt), 'Skicka', written);
    assert.equal(told.status, 422);
    assert.equal(commentForm(told)?.fields['answer'], 'yes');
    const changed = await visitor.press(commentForm(told), 'Skicka', { comment: '' });
    assert.equal(changed.status, 200);
    assert.deepEqual(counts(page), [{ yes: 1, no: 0, partly: 0, comments: 0 }]);
  });

  it('is shown to be copied when the time for changes is over', async () => {
    const visitor = createVisitorWithoutScript();
    const [page, id] = [newPage(), crypto.randomUUID()];
    await answerInArticle(visitor, page, 'no', { id });
    await service.store.closeAmendmentWindows(new Date(Date.now() + 25 * 60 * 60 * 1000));
    const comment = '<b>Mina</b> ord';
    const late = await answerInArticle(visitor, page, 'no', { id, comment });
    assert.equal(late.status, 409);
    assertOwnPage(late);
    assert.match(textOf(late.markup), /Det har gått för lång tid för att ändra svaret/);
    assert.equal(unescapeText(contentsOf(late.markup, 'blockquote')[0] ?? ''), comment);
  });
});

describe('markup in what a visitor sends', () => {
  it('is shown as the text it is', async () => {
    const visitor = createVisitorWithoutScript();
    const mark = '"><img src=x onerror=alert(1)>';
    const receipt = await answerInArticle(visitor, newPage(), 'no', { title: mark });
    assertOwnPage(receipt);
    assert.doesNotMatch(receipt.markup, /<img/);
    assert.equal(commentForm(receipt)?.fields['title'], mark);
    const wrong = { page: `javascript:alert("${mark}")`, id: mark, comment: mark };
    const told = await visitor.send(responses(), { ...wrong, answer: 'no', widgetLanguage: 'sv' });
    assert.equal(told.status, 422);
    assertOwnPage(told);
    assert.doesNotMatch(told.markup, /<img|javascript:/);
  });
});

describe('the page behind a link', () => {
  it('asks the question, and leads to the receipt', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const asked = await visitor.open(linkTo({ page, title: 'Sida & sånt', language: 'sv' }));
    assert.equal(asked.status, 200);
    assertOwnPage(asked);
    assert.equal(heading(asked), 'Hjälpte denna information dig?');
    assert.match(textOf(asked.markup), /Sidan du svarar om: Sida & sånt/);
    assert.ok(asked.markup.includes(`<a href="${page}">`));
    assert.deepEqual(
      answerForm(asked)?.buttons.map((button) => button.text),
      ['Ja , informationen hjälpte mig', 'Nej , informationen hjälpte mig inte'],
    );
    assert.deepEqual(counts(page), []);
    const receipt = await visitor.press(answerForm(asked), /^Nej\b/);
    assert.equal(heading(receipt), 'Tack för ditt svar');
    assert.equal(stored(page)[0]?.title, 'Sida & sånt');
    assert.deepEqual(counts(page), [{ yes: 0, no: 1, partly: 0, comments: 0 }]);
  });

  it('counts a visitor who presses both buttons once', async () => {
    const visitor = createVisitorWithoutScript();
    const page = newPage();
    const asked = await visitor.open(linkTo({ page }));
    await visitor.press(answerForm(asked), /^Nej\b/);
    await visitor.press(answerForm(asked), /^Ja\b/);
    assert.deepEqual(counts(page), [{ yes: 1, no: 0, partly: 0, comments: 0 }]);
  });

  it('is in the language that the link asks for, or else the browser', async () => {
    const page = newPage();
    const wishes: [asked: string | undefined, browser: string, shown: string][] = [
      ['en', 'sv', 'en'],
      ['sv', 'en', 'sv'],
      [undefined, 'en-GB,en;q=0.9', 'en'],
      [undefined, 'fi', 'sv'],
      ['fi', 'en', 'sv'],
    ];
    for (const [language, browser, shown] of wishes) {
      const visitor = createVisitorWithoutScript(browser);
      const asked = await visitor.open(linkTo({ page, ...(language && { language }) }));
      assertOwnPage(asked, shown);
    }
    const english = await createVisitorWithoutScript().open(linkTo({ page, language: 'en' }));
    assert.equal(heading(english), 'Did this information help you?');
    const receipt = await createVisitorWithoutScript().press(answerForm(english), /^Yes\b/);
    assertOwnPage(receipt, 'en');
  });

  it('says so when it is not told which page', async () => {
    const visitor = createVisitorWithoutScript();
    for (const query of [{}, { page: '' }, { page: 'nonsense' }, { page: 'javascript:alert(1)' }]) {
      const told = await visitor.open(linkTo(query));
      assert.equal(told.status, 422);
      assertOwnPage(told);
      assert.match(textOf(told.markup), /Vi vet inte vilken sida svaret gäller/);
      assert.deepEqual(told.forms, []);
    }
  });

  it('says so when the page belongs to no registered site', async () => {
    const told = await createVisitorWithoutScript().open(
      linkTo({ page: 'https://www.unknown.example/', language: 'en' }),
    );
    assert.equal(told.status, 422);
    assertOwnPage(told, 'en');
    assert.match(textOf(told.markup), /We do not accept answers about that page/);
    assert.deepEqual(told.forms, []);
  });
});

describe('a visitor who is refused', () => {
  const refusals: Record<string, { sent: Record<string, string>; status: number; words: RegExp }> =
    {
      'for an unknown site': {
        sent: { page: 'https://www.unknown.example/', answer: 'no' },
        status: 422,
        words: /Vi tar inte emot svar om den sidan/,
      },
      'for a page that is missing': {
        sent: { answer: 'no' },
        status: 422,
        words: /Vi vet inte vilken sida svaret gäller/,
      },
      'for an answer that is missing': {
        sent: { page: `${origin}/a` },
        status: 422,
        words: /Vi kunde inte läsa ditt svar/,
      },
    };
  for (const [name, { sent, status, words }] of Object.entries(refusals)) {
    it(`is told so in words ${name}`, async () => {
      const rows = countRows(service.database);
      const comment = 'Mina ord.';
      const told = await createVisitorWithoutScript().send(responses(), { ...sent, comment });
      assert.equal(told.status, status);
      assertOwnPage(told);
      assert.match(textOf(told.markup), words);
      assert.match(textOf(told.markup), /Mina ord\./);
      assert.deepEqual(countRows(service.database), rows);
    });
  }
});

describe('the style sheet of these pages', () => {
  it('is where they say it is, and fetches nothing', async () => {
    const asked = await createVisitorWithoutScript().open(linkTo({ page: newPage() }));
    const href = /<link rel="stylesheet" href="([^"]*)"/.exec(asked.markup)?.[1] ?? '';
    const response = await fetch(new URL(href, service.url));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.doesNotMatch(await response.text(), /url\(|@import/);
  });
});
