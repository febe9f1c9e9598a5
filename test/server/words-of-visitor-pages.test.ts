import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { awaitingLanguages } from '../../locales/languages.ts';
import { accent } from '../../locales/pseudo-languages.ts';
import { ProblemError, problemKinds, type ProblemKind } from '../../server/http/problem.ts';
import { formPage } from '../../server/visitor-pages/form-page.ts';
import type { Markup } from '../../server/visitor-pages/layout.ts';
import { problemPage } from '../../server/visitor-pages/problem-page.ts';
import { receiptPage } from '../../server/visitor-pages/receipt-page.ts';
import type { VisitorWords } from '../../server/words/words.ts';
import {
  answerForm,
  answerInArticle,
  assertOwnPage,
  commentForm,
  commentLabel,
  headingOf,
  titleOf,
  wordsOf,
} from '../support/no-script-pages.ts';
import { textOf } from '../support/read-markup.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { createVisitorWithoutScript } from '../support/visitor-without-script.ts';

const origin = 'https://www.example.se';
const page = `${origin}/e-faktura`;

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: origin });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const openForm = (language: string | undefined, browser = 'sv') =>
  createVisitorWithoutScript(browser).open(
    `${service.url}/feedback/v1/form?${new URLSearchParams({ page, ...(language && { language }) })}`,
  );

describe('a visitor without script who reads Finnish', () => {
  it('A10: is asked, thanked and corrected in Finnish, and every page says so', async () => {
    const visitor = createVisitorWithoutScript('fi-FI,fi;q=0.9');
    const asked = await openForm(undefined, 'fi-FI,fi;q=0.9,en;q=0.8');
    assertOwnPage(asked, 'fi');
    assert.equal(headingOf(asked), 'Oliko näistä tiedoista sinulle apua?');
    assert.equal(titleOf(asked), 'Oliko sivusta sinulle apua?');

    const receipt = await visitor.press(answerForm(asked), /^Ei\b/);
    assertOwnPage(receipt, 'fi');
    assert.match(headingOf(receipt), /^Kiitos vastauksestasi\.?$/);
    assert.match(commentLabel(receipt), /^Mitä jäit kaipaamaan tai mikä oli vaikea ymmärtää\?/);

    const empty = await visitor.press(commentForm(receipt), 'Lähetä', { comment: ' ' });
    assertOwnPage(empty, 'fi');
    assert.match(titleOf(empty), /^Virhe: /);
    assert.match(commentLabel(empty), /Kirjoita ruutuun jotain ennen lähettämistä\.$/);

    const long = { comment: 'ä'.repeat(1001) };
    const tooLong = await visitor.press(commentForm(empty), 'Lähetä', long);
    assert.match(commentLabel(tooLong), /Tekstissä on 1 merkki liikaa\. Lyhennä sitä/);
    const longer = { comment: 'ä'.repeat(1012) };
    const tooLonger = await visitor.press(commentForm(tooLong), 'Lähetä', longer);
    assert.match(commentLabel(tooLonger), /Tekstissä on 12 merkkiä liikaa\./);

    const thanks = await visitor.press(commentForm(tooLonger), 'Lähetä', { comment: 'Hyvä.' });
    assertOwnPage(thanks, 'fi');
    assert.match(wordsOf(thanks), /Kiitos! Olemme vastaanottaneet kommenttisi\./);
  });

  for (const wish of ['fi', 'FI', 'fi-FI', 'fi-Latn-SE', 'fi_FI']) {
    it(`A10: is met in Finnish by a link that says ${wish}`, async () => {
      assertOwnPage(await openForm(wish, 'en'), 'fi');
    });
  }

  it('A10: reads Finnish after a prompt in Finnish, whatever the browser prefers', async () => {
    const visitor = createVisitorWithoutScript('en');
    const sent = { service: service.url, page, widgetLanguage: 'fi', pageLanguage: 'fi' };
    assertOwnPage(await answerInArticle(visitor, sent), 'fi');
    const refused = { ...sent, page: 'https://www.unknown.example/' };
    const told = await answerInArticle(visitor, refused);
    assertOwnPage(told, 'fi');
    assert.match(wordsOf(told), /Emme ota vastaan vastauksia siitä sivusta\./);
  });
});

describe('a visitor without script whose language awaits a reviewer', () => {
  for (const language of awaitingLanguages) {
    it(`A10: reads Swedish, marked as Swedish: ${language}`, async () => {
      for (const wish of [language, `${language}-SE`, language.toUpperCase()]) {
        const asked = await openForm(wish, 'en');
        assertOwnPage(asked, 'sv');
        assert.equal(headingOf(asked), 'Hjälpte denna information dig?');
      }
      assertOwnPage(await openForm(undefined, `${language},${language};q=0.9`), 'sv');

      const visitor = createVisitorWithoutScript('en');
      const sent = { service: service.url, page, widgetLanguage: 'sv', pageLanguage: language };
      const receipt = await answerInArticle(visitor, sent);
      assertOwnPage(receipt, 'sv');
      assert.match(headingOf(receipt), /^Tack för ditt svar/);
      assertOwnPage(await answerInArticle(visitor, { ...sent, widgetLanguage: language }), 'sv');
    });
  }
});

describe('the words of the pages for visitors without script', () => {
  const load = (file: string) => import(`../../dist/pseudo/accented/${file}.js`);

  /** The pages with words whose every letter has a mark. */
  async function createMarkedPages() {
    const words = {
      ...(await load('prompt-words')),
      ...(await load('page-words')),
    } as VisitorWords;
    const context = { words, basePath: '', action: '/' };
    const [id, language, title] = [crypto.randomUUID(), 'sv', '1234'];
    const shared = { id, language, title };
    const receipt = (answer: 'yes' | 'no', hasComment: boolean) =>
      receiptPage({ ...shared, answer, hasComment, address: page, until: 0 }, true, context);
    const problem = (kind: ProblemKind, comment: string) => {
      const faults = comment === '?' ? [] : [{ field: 'comment', detail: '' }];
      const error = new ProblemError(kind, '', { faults });
      const fields = { ...shared, page, answer: 'no', comment };
      const sent = { fields, stored: 'no', allowedNumbers: [] };
      return problemPage(error, sent, language, context);
    };
    const missing = new ProblemError('invalid-fields', '', {
      faults: [{ field: 'page', detail: '' }],
    });
    return [
      formPage({ ...shared, page }, context),
      ...(['yes', 'no'] as const).flatMap((one) => [receipt(one, false), receipt(one, true)]),
      ...(Object.keys(problemKinds) as ProblemKind[]).map((kind) => problem(kind, '?')),
      problem('invalid-fields', ''),
      problem('invalid-fields', '1'.repeat(1001)),
      problem('invalid-fields', '1'.repeat(1020)),
      problem('personal-data', '1234@1.se'),
      problemPage(
        missing,
        { fields: undefined, stored: null, allowedNumbers: [] },
        language,
        context,
      ),
    ];
  }

  const readable = async (markup: Markup) => {
    const text = (await markup).toString();
    const attributes = text.matchAll(/\b(?:aria-label|alt|title|placeholder)="([^"]*)"/g);
    // What the visitor has written stands in the field.
    const told = text.replace(/<textarea\b.*?<\/textarea\s*>/gs, '');
    return [textOf(told), ...[...attributes].map(([, value = '']) => value)].join(' ');
  };

  it('A10: all come from the language’s catalogue', async () => {
    const pages = await createMarkedPages();
    assert.ok(pages.length > 15);
    for (const markup of pages) {
      const told = await readable(markup);
      assert.ok(told.includes(accent));
      assert.doesNotMatch(told, new RegExp(`\\p{L}(?!${accent})`, 'u'));
    }
  });
});
