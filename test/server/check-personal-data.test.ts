import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { findPersonalData } from '../../server/contract/personal-data.ts';
import { ProblemError } from '../../server/http/problem.ts';
import { checkPersonalData } from '../../server/intake/check-personal-data.ts';
import type { Site } from '../../server/store/store.ts';
import { defaultSettings } from '../../server/store/site-settings.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const site: Site = {
  id: 1,
  key: 'test',
  name: 'Test',
  origins: ['https://www.example.se'],
  foldWww: false,
  queryParameters: [],
  allowedNumbers: [],
  settings: defaultSettings,
};

function isRefused(comment: string): boolean {
  try {
    checkPersonalData(comment, site);
    return false;
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return true;
  }
}

const cases = readFileSync(new URL('../data/personal-data-cases.json', import.meta.url), 'utf8');
const texts = [...cases.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
  ([quoted]) => JSON.parse(quoted) as string,
);

describe('the quick look at a comment', () => {
  it('misses nothing that the rules find in the known cases', () => {
    let found = 0;
    for (const text of texts) {
      const expected = findPersonalData(text).length > 0;
      assert.equal(isRefused(text), expected, text);
      if (expected) found += 1;
    }
    assert.ok(found > 50, `only ${found} cases hold personal data`);
  });

  it('misses nothing in what is pieced together from them', () => {
    const random = createSeededRandom(7);
    const pieces = [...texts.flatMap((text) => text.split(/(?<=\W)/)), '٠', '０', '(AT)', 'fe80::'];
    for (let round = 0; round < 3000; round += 1) {
      const text = Array.from({ length: 1 + random.below(5) }, () => random.pick(pieces)).join('');
      assert.equal(isRefused(text), findPersonalData(text).length > 0, text);
    }
  });
});
