import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import jStat from 'jstat';
import { answersNeeded } from '../../server/numbers/answers-needed.ts';
import { clearDeviate, compareAnswers } from '../../server/numbers/compare-answers.ts';
import { differenceInterval } from '../../server/numbers/difference-interval.ts';
import { leastNoShare } from '../../server/numbers/no-share.ts';
import { deviate95, wilsonInterval } from '../../server/numbers/wilson-interval.ts';
import { shareOf } from '../../server/numbers/yes-share.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

/**
 * The score interval as it is defined, without the formula: those shares from which the seen
 * one is no further away than chance would take it, found by halving.
 */
function scoreInterval(part: number, whole: number, level: number) {
  const deviate = jStat.normal.inv(1 - (1 - level) / 2, 0, 1);
  const seen = part / whole;
  const isWithin = (share: number) =>
    Math.abs(seen - share) <= deviate * Math.sqrt((share * (1 - share)) / whole);
  const end = (outer: 0 | 1) => {
    let [inside, outside] = [seen, outer as number];
    if (isWithin(outer)) return outer;
    for (let step = 0; step < 100; step += 1) {
      const middle = (inside + outside) / 2;
      if (isWithin(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { lower: end(0), upper: end(1) };
}

/** Newcombe's interval put together from those, by the article's own formula. */
function hybridInterval(before: readonly number[], after: readonly number[], level: number) {
  const [x1 = 0, n1 = 0] = after;
  const [x2 = 0, n2 = 0] = before;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const one = scoreInterval(x1, n1, level);
  const two = scoreInterval(x2, n2, level);
  const delta = Math.sqrt((p1 - one.lower) ** 2 + (two.upper - p2) ** 2);
  const epsilon = Math.sqrt((one.upper - p1) ** 2 + (p2 - two.lower) ** 2);
  return { lower: p1 - p2 - delta, upper: p1 - p2 + epsilon };
}

const figure = (value: number) => value.toFixed(4).replace('-0.0000', '0.0000');
const answers = (yes: number, whole: number) => ({ yes, no: whole - yes, partly: 0 });

describe('the deviates', () => {
  it('are those of a second implementation', () => {
    assert.ok(Math.abs(deviate95 - jStat.normal.inv(0.975, 0, 1)) < 1e-9);
    assert.ok(Math.abs(clearDeviate - jStat.normal.inv(0.9985, 0, 1)) < 1e-9);
  });
});

describe("Wilson's interval beside published figures and a second implementation", () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
  for (const [part, whole, lower, upper] of [
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ] as const) {
    it(`has the published figures of ${part} in ${whole}`, () => {
      const interval = wilsonInterval(part, whole);
      assert.deepEqual([figure(interval.lower), figure(interval.upper)], [lower, upper]);
    });
  }

  it('is where the score equation has its roots', () => {
    const random = createSeededRandom(1927);
    for (let each = 0; each < 500; each += 1) {
      const whole = 1 + random.below(2000);
      const part = random.below(whole + 1);
      for (const [level, deviate] of [
        [0.95, deviate95],
        [0.997, clearDeviate],
      ] as const) {
        const interval = wilsonInterval(part, whole, deviate);
        const solved = scoreInterval(part, whole, level);
        assert.ok(Math.abs(interval.lower - solved.lower) < 1e-7, `${part} in ${whole}`);
        assert.ok(Math.abs(interval.upper - solved.upper) < 1e-7, `${part} in ${whole}`);
      }
    }
  });
});

describe("Newcombe's interval of a difference", () => {
  // R. G. Newcombe, "Interval estimation for the difference between independent proportions",
  // 1998, table II, method 10: after, before, and the limits.
  for (const [after, before, lower, upper] of [
    [[56, 70], [48, 80], '0.0524', '0.3339'],
    [[9, 10], [3, 10], '0.1705', '0.8090'],
    [[6, 7], [2, 7], '0.0582', '0.8062'],
    [[5, 56], [0, 29], '-0.0381', '0.1926'],
    [[0, 10], [0, 20], '-0.1611', '0.2775'],
    [[0, 10], [0, 10], '-0.2775', '0.2775'],
    [[10, 10], [0, 20], '0.6791', '1.0000'],
    [[10, 10], [0, 10], '0.6075', '1.0000'],
  ] as const) {
    it(`has the published figures of ${after.join('/')} - ${before.join('/')}`, () => {
      const proportion = ([part, whole]: readonly [number, number]) => ({ part, whole });
      const interval = differenceInterval(proportion(before), proportion(after));
      assert.deepEqual([figure(interval.lower), figure(interval.upper)], [lower, upper]);
      const difference = after[0] / after[1] - before[0] / before[1];
      assert.equal(figure(interval.difference), figure(difference));
    });
  }

  it('is the one that a second implementation puts together', () => {
    const random = createSeededRandom(1998);
    for (let each = 0; each < 500; each += 1) {
      const [n1, n2] = [1 + random.below(500), 1 + random.below(500)];
      const [x1, x2] = [random.below(n1 + 1), random.below(n2 + 1)];
      for (const [level, deviate] of [
        [0.95, deviate95],
        [0.997, clearDeviate],
      ] as const) {
        const [before, after] = [
          { part: x1, whole: n1 },
          { part: x2, whole: n2 },
        ];
        const interval = differenceInterval(before, after, deviate);
        const solved = hybridInterval([x1, n1], [x2, n2], level);
        assert.ok(Math.abs(interval.lower - solved.lower) < 1e-6, `${x1}/${n1} ${x2}/${n2}`);
        assert.ok(Math.abs(interval.upper - solved.upper) < 1e-6, `${x1}/${n1} ${x2}/${n2}`);
        const reversed = differenceInterval(after, before, deviate);
        assert.ok(Math.abs(interval.lower + reversed.upper) < 1e-12);
      }
    }
  });

  it('refuses counts that make no share', () => {
    assert.throws(
      () => differenceInterval({ part: 0, whole: 0 }, { part: 1, whole: 2 }),
      RangeError,
    );
  });
});

describe('the least share of no', () => {
  it('ranks what is known above what is only seen', () => {
    const [many, few] = [leastNoShare(answers(10, 40)), leastNoShare(answers(0, 3))];
    assert.deepEqual([many.toFixed(3), few.toFixed(3)], ['0.598', '0.439']);
    assert.equal(leastNoShare(answers(0, 0)), 0);
    assert.equal(leastNoShare({ yes: 5, no: 0, partly: 5 }), 0);
  });

  it('is the lower root of the score equation', () => {
    for (const [no, whole] of [
      [1, 1],
      [7, 90],
      [400, 1000],
    ] as const) {
      const solved = scoreInterval(no, whole, 0.95).lower;
      assert.ok(Math.abs(leastNoShare(answers(whole - no, whole)) - solved) < 1e-7);
    }
  });
});

describe('how many more answers are needed', () => {
  const before = { part: 48, whole: 80 };

  it('is the least number that suffices when the shares stay, rounded up', () => {
    for (const after of [
      { part: 56, whole: 70 },
      { part: 16, whole: 20 },
      { part: 30, whole: 80 },
      { part: 9, whole: 12 },
    ]) {
      const needed = answersNeeded(before, after, deviate95);
      // By trying each number, with the second implementation.
      const share = after.part / after.whole;
      const least = Array.from({ length: 1001 }, (_, more) => more).find((more) => {
        const whole = after.whole + more;
        const { lower, upper } = hybridInterval([48, 80], [share * whole, whole], 0.95);
        return lower > 0 || upper < 0;
      });
      if (least === undefined) {
        assert.notEqual(needed.kind, 'about');
        continue;
      }
      const count = needed.kind === 'about' ? needed.count : NaN;
      assert.ok(count >= least && count <= least * 1.25 + 5, `${count} for ${least}`);
    }
    assert.deepEqual(answersNeeded(before, { part: 56, whole: 70 }, deviate95), {
      kind: 'about',
      count: 0,
    });
  });

  it('has a bound, and says when no number suffices', () => {
    const many = { part: 4000, whole: 10_000 };
    assert.equal(answersNeeded(many, { part: 84, whole: 200 }, deviate95).kind, 'many');
    assert.equal(answersNeeded(many, { part: 40, whole: 100 }, deviate95).kind, 'never');
    assert.equal(
      answersNeeded({ part: 6, whole: 10 }, { part: 8, whole: 10 }, deviate95).kind,
      'never',
    );
  });
});

describe('comparing answers', () => {
  it('tells no share and no difference under ten answers on a side', () => {
    assert.equal(shareOf(answers(9, 9)), null);
    assert.deepEqual(compareAnswers(answers(0, 9), answers(50, 50)), {
      difference: null,
      verdict: { kind: 'too-few', before: true, missing: 0 },
    });
    assert.deepEqual(compareAnswers(answers(0, 50), answers(7, 7)), {
      difference: null,
      verdict: { kind: 'too-few', before: false, missing: 3 },
    });
    assert.deepEqual(compareAnswers(answers(0, 0), answers(0, 0)).verdict, {
      kind: 'too-few',
      before: true,
      missing: 10,
    });
  });

  it('calls a difference clear, leaning or neither', () => {
    const verdict = (before: [number, number], after: [number, number]) =>
      compareAnswers(answers(...before), answers(...after)).verdict;
    assert.deepEqual(verdict([48, 80], [66, 80]), { kind: 'better' });
    assert.deepEqual(verdict([66, 80], [48, 80]), { kind: 'worse' });
    assert.deepEqual(verdict([48, 80], [56, 70]), {
      kind: 'unclear',
      leaning: 'better',
      needed: { kind: 'about', count: 35 },
    });
    assert.deepEqual(verdict([48, 80], [50, 80]), {
      kind: 'unclear',
      leaning: null,
      needed: { kind: 'never' },
    });
  });

  it('counts “partly” among the answers, not among those that said yes', () => {
    const { difference } = compareAnswers(
      { yes: 20, no: 0, partly: 20 },
      { yes: 20, no: 20, partly: 0 },
    );
    assert.equal(difference?.difference, 0);
  });
});
