import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
} from '../../server/contract/personal-data.ts';

/** Texts by why they are there; ⟦…⟧ stands around what must be found. */
type Cases = Record<string, string>;

/** The browser is held to the same cases. */
const { found, several, passed, allowed } = JSON.parse(
  readFileSync(new URL('../data/personal-data-cases.json', import.meta.url), 'utf8'),
) as {
  found: Record<PersonalDataKind, Cases>;
  several: Cases;
  passed: Record<string, Cases>;
  allowed: { numbers: string[]; cases: Cases };
};

const withoutMarks = (marked: string) => marked.replace(/[⟦⟧]/g, '');

/** The same text with ⟦…⟧ around what is found in it. */
function markFound(marked: string, allowedNumbers?: string[]): string {
  const text = withoutMarks(marked);
  return findPersonalData(text, allowedNumbers).reduceRight(
    (rest, { start, end }) =>
      `${rest.slice(0, start)}⟦${rest.slice(start, end)}⟧${rest.slice(end)}`,
    text,
  );
}

function assertFound(cases: Cases, allowedNumbers?: string[]) {
  for (const [why, marked] of Object.entries(cases)) {
    assert.equal(markFound(marked, allowedNumbers), marked, why);
  }
}

describe('personal data is found in what visitors write', () => {
  for (const [kind, cases] of Object.entries(found)) {
    it(`${kind}, by that name`, () => {
      assertFound(cases);
      for (const [why, marked] of Object.entries(cases)) {
        const kinds = findPersonalData(withoutMarks(marked)).map((one) => one.kind);
        assert.deepEqual(kinds, [kind], why);
      }
    });
  }

  it('several in one text', () => {
    assertFound(several);
  });
});

describe('what is nobody’s passes untouched', () => {
  for (const [group, cases] of Object.entries(passed)) {
    it(group, () => {
      assertFound(cases);
      for (const [why, text] of Object.entries(cases)) {
        assert.equal(text, withoutMarks(text), `${why} has marks`);
      }
    });
  }

  it('a site’s own numbers, in any spelling', () => {
    assertFound(allowed.cases, allowed.numbers);
  });

  it('a site’s own numbers only where they are set', () => {
    for (const number of allowed.numbers.filter((text) => text.trim() !== '')) {
      assert.equal(findPersonalData(`Kontakta ${number} för hjälp.`).length, 1, number);
    }
  });
});

describe('the mask', () => {
  const text = 'Född 19121212-1212 i Lund, tel. 070-174 06 05.';

  it('stands in place of each thing found, and the rest stays as it was', () => {
    const masked = maskPersonalData(text, findPersonalData(text), '[dolt]');
    assert.equal(masked, 'Född [dolt] i Lund, tel. [dolt].');
  });

  it('keeps the spelling of all that it does not hide', () => {
    const spelled = 'Å\u00a0a\u030a – １２ ٣ och 070\u2009174\u200906\u200905\n👍';
    assert.equal(
      maskPersonalData(spelled, findPersonalData(spelled), '***'),
      'Å\u00a0a\u030a – １２ ٣ och ***\n👍',
    );
  });

  it('is not put into a text in which nothing was found', () => {
    assert.equal(maskPersonalData('Bra!', [], '[dolt]'), 'Bra!');
  });
});
