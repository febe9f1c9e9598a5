import { expect } from 'chai';
import { findPersonalData } from '../../server/contract/personal-data.ts';

/** Texts by why they are there; ⟦…⟧ stands around what must be found. */
type Cases = Record<string, string>;

/** The service is held to the same cases. */
const { found, several, passed, allowed } = (await (
  await fetch(new URL('../data/personal-data-cases.json', import.meta.url))
).json()) as {
  found: Record<string, Cases>;
  several: Cases;
  passed: Record<string, Cases>;
  allowed: { numbers: string[]; cases: Cases };
};

describe('personal data, in this browser,', () => {
  /** The same text with ⟦…⟧ around what is found in it. */
  function markFound(marked: string, allowedNumbers?: string[]): string {
    const plain = marked.replace(/[⟦⟧]/g, '');
    return findPersonalData(plain, allowedNumbers).reduceRight(
      (rest, { start, end }) =>
        `${rest.slice(0, start)}⟦${rest.slice(start, end)}⟧${rest.slice(end)}`,
      plain,
    );
  }

  const groups: [string, Cases, string[]?][] = [
    ...Object.entries(found),
    ['several in one text', several],
    ...Object.entries(passed),
    ['a site’s own numbers', allowed.cases, allowed.numbers],
  ];
  for (const [group, cases, numbers] of groups) {
    it(`is told from what is nobody’s: ${group}`, () => {
      for (const [why, marked] of Object.entries(cases)) {
        expect(markFound(marked, numbers), why).to.equal(marked);
      }
    });
  }
});
