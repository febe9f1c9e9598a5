import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareAnswers } from '../../server/numbers/compare-answers.ts';
import { deviate95 } from '../../server/numbers/wilson-interval.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { call, countYes, isCalled, playEdit, simulatePage } from '../support/simulated-edits.ts';

const pages = 1000;

/** How many of a thousand simulated pages are called clear when somebody looks. */
function countCalled(when: 'once' | 'daily', days: number, deviate?: number): number {
  const random = createSeededRandom(20261122);
  let called = 0;
  for (let page = 0; page < pages; page += 1) {
    if (isCalled(playEdit(simulatePage(random), days, random), when, deviate)) called += 1;
  }
  return called;
}

/** How many of a thousand edits with an effect are found at n answers on each side. */
function countFound(effect: number, n: number) {
  const random = createSeededRandom(1998);
  const found = { better: 0, worse: 0 };
  for (let page = 0; page < pages; page += 1) {
    const before = countYes(n, 0.5 - effect / 2, random);
    const after = countYes(n, 0.5 + effect / 2, random);
    const { verdict } = compareAnswers(
      { yes: before, no: n - before, partly: 0 },
      { yes: after, no: n - after, partly: 0 },
    );
    if (verdict.kind === 'better' || verdict.kind === 'worse') found[verdict.kind] += 1;
  }
  return found;
}

describe('among a thousand pages whose edit changed nothing', () => {
  it('fewer than 5 % are called clear, also when somebody looks every day for 90 days', () => {
    const called = countCalled('daily', 90);
    assert.ok(called <= 50, `${called} of ${pages}`);
    assert.ok(called > 0, 'the simulation finds what chance does');
  });

  it('fewer than 5 % are called clear, also when somebody looks every day for a year', () => {
    const called = countCalled('daily', 365);
    assert.ok(called <= 50, `${called} of ${pages}`);
  });

  it('about 5 % pass the interval of 95 % at one look, and far more at daily looks', () => {
    // Were they not so many, the simulation could not tell a rule that fails.
    const once = countCalled('once', 90, deviate95);
    assert.ok(once >= 30 && once <= 70, `${once} of ${pages}`);
    assert.ok(countCalled('daily', 90, deviate95) > 200);
  });
});

describe('among a thousand edits with a known effect', () => {
  it('more are found the greater the effect and the more answers', () => {
    const found = [0.1, 0.2, 0.3].map((effect) =>
      [30, 100, 300].map((n) => countFound(effect, n).better),
    );
    for (const [index, ofEffect] of found.entries()) {
      const [few = 0, some = 0, many = 0] = ofEffect;
      assert.ok(few < some && some < many, ofEffect.join(' '));
      const greater = found[index + 1];
      if (greater) assert.ok(ofEffect.every((count, n) => count < (greater[n] ?? 0)));
    }
  });

  it('a great effect is found, and hardly any the wrong way', () => {
    assert.ok(countFound(0.3, 100).better > 900);
    assert.ok(countFound(0.2, 300).better > 950);
    assert.ok(countFound(-0.2, 300).worse > 950);
    for (const effect of [0.1, 0.2, 0.3]) assert.ok(countFound(effect, 30).worse <= 2);
  });

  it('what the simulation calls clear is what the report calls clear', () => {
    const random = createSeededRandom(7);
    for (let each = 0; each < 300; each += 1) {
      const [n, m] = [random.below(200), random.below(200)];
      const [before, after] = [countYes(n, 0.4, random), countYes(m, 0.7, random)];
      const { verdict } = compareAnswers(
        { yes: before, no: n - before, partly: 0 },
        { yes: after, no: m - after, partly: 0 },
      );
      const called = call({ part: before, whole: n }, { part: after, whole: m });
      const expected = called === 1 ? 'better' : called === -1 ? 'worse' : undefined;
      if (expected) assert.equal(verdict.kind, expected);
      else assert.ok(verdict.kind === 'unclear' || verdict.kind === 'too-few');
    }
  });
});
