import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  findSpans,
  longestSearch,
  matchesSearch,
  readSearch,
} from '../../server/store/comment-search/search-query.ts';

const read = (typed: string) => {
  const query = readSearch(typed);
  return query && query.terms.map(({ exact }) => exact.join(' '));
};

const marked = (text: string, typed: string) => {
  const query = readSearch(typed);
  assert.ok(query);
  return findSpans(text, query).map(({ start, end }) => text.slice(start, end));
};

describe('reading what is searched for', () => {
  const cases: [typed: string, terms: string[] | null][] = [
    ['Hälsa  på', ['hälsa', 'på']],
    ['"e-tjänst på nätet" blankett', ['e tjänst på nätet', 'blankett']],
    ['”krokiga citattecken” „andra“', ['krokiga citattecken', 'andra']],
    ['"inte slut', ['inte slut']],
    ['e-tjänst', ['e tjänst']],
    ['a AND b* NOT c:d', ['a', 'and', 'b', 'not', 'c d']],
    ["x' OR 1=1; --", ['x', 'or', '1 1']],
    ['a\0b', ['a b']],
    ['\ud800 ensam', ['ensam']],
    ['', null],
    ['   ', null],
    ['""', null],
    ['*"(){}^:!?', null],
    ['😀👍🏽', null],
    ['😀 bra', ['bra']],
    ['ha\u0308lsa', ['hälsa']],
    ['اللغة 日本語', ['اللغة', '日本語']],
  ];
  for (const [typed, terms] of cases) {
    it(`takes ${JSON.stringify(typed)} for ${JSON.stringify(terms)}`, () => {
      assert.deepEqual(read(typed), terms);
    });
  }

  it('reads no more than the longest search, however much is sent', () => {
    const query = readSearch('ord '.repeat(100_000));
    assert.ok(query && query.terms.length <= 10);
    assert.equal(readSearch('å'.repeat(5000))?.terms[0]?.exact[0]?.length, longestSearch);
  });

  it('takes the last word for a beginning, unless it is one letter or quotation marks are closed', () => {
    assert.equal(readSearch('ny blank')?.isBeginning, true);
    assert.equal(readSearch('"ny blank')?.isBeginning, true);
    assert.equal(readSearch('"ny blank"')?.isBeginning, false);
    assert.equal(readSearch('ny b')?.isBeginning, false);
  });
});

describe('marking what was searched for', () => {
  it('marks words with and without accents, and beginnings of the last', () => {
    const text = 'Hälsa, halsa och hälsan. Blanketten!';
    assert.deepEqual(marked(text, 'halsa blank'), ['Hälsa', 'halsa', 'Blanketten']);
  });

  it('marks phrases as one, and nothing of them alone', () => {
    const text = 'På nätet: e-tjänst på nätet. E tjänst.';
    assert.deepEqual(marked(text, '"e-tjänst på nätet"'), ['e-tjänst på nätet']);
  });

  it('finds the places in a text with signs apart from their letters', () => {
    assert.deepEqual(marked('😀 ha\u0308lsa 😀', 'hälsa'), ['ha\u0308lsa']);
  });

  it('asks for all words to say that a text has them', () => {
    const query = readSearch('halsa blank');
    assert.ok(query);
    assert.equal(matchesSearch('Blanketten om hälsa', query, false), true);
    assert.equal(matchesSearch('Blanketten om hälsa', query, true), false);
    assert.equal(matchesSearch('halsa blank', query, true), true);
    assert.equal(matchesSearch('hälsa', query, false), false);
  });
});
