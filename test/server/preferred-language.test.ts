import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { preferredLanguage } from '../../server/words/preferred-language.ts';

describe('the language of a page', () => {
  const wishes: [header: string | undefined, language: string][] = [
    [undefined, 'sv'],
    ['', 'sv'],
    ['*', 'sv'],
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
    ['sv-SE, sv;q=0.9, en;q=0.8', 'sv'],
    ['fi-FI, en;q=0.8', 'en'],
    ['fi, se, yi', 'sv'],
    ['english', 'sv'],
    ['e', 'sv'],
    [';q=1,,en', 'en'],
    ['__proto__', 'sv'],
    ['constructor,en', 'en'],
  ];
  for (const [header, language] of wishes) {
    it(`is ${language} for ${JSON.stringify(header)}`, () => {
      assert.equal(preferredLanguage(header, ['sv', 'en']), language);
    });
  }

  it('is the first there is when no wish can be met', () => {
    assert.equal(preferredLanguage('de', ['en', 'sv']), 'en');
  });
});
