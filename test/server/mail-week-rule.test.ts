import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deviateForMany, judgeWeek } from '../../server/mail/week-rule.ts';
import { wilsonInterval } from '../../server/numbers/wilson-interval.ts';
import type { WeekAnswers } from '../../server/store/week-changes.ts';
import { createSeededRandom } from '../support/seeded-random.ts';

const of = (yes: number, total: number): WeekAnswers => ({ yes, total });

describe('the rule of a drop', () => {
  it('wants twenty answers in the week and ten before it', () => {
    assert.equal(judgeWeek(of(0, 19), of(80, 100)), null);
    assert.equal(judgeWeek(of(0, 20), of(80, 100)), 'worse');
    assert.equal(judgeWeek(of(0, 20), of(9, 9)), null);
    assert.equal(judgeWeek(of(0, 20), of(10, 10)), 'worse');
  });

  it('wants the share outside the interval of the weeks before', () => {
    const { lower } = wilsonInterval(80, 100);
    assert.equal(lower.toFixed(3), '0.711');
    assert.equal(judgeWeek(of(72, 100), of(80, 100)), null);
    assert.equal(judgeWeek(of(71, 100), of(80, 100)), 'worse');
    assert.equal(judgeWeek(of(95, 100), of(80, 100)), 'better');
  });

  /** Weeks of a page at which a share of visitors says yes, after eight weeks with `usual`. */
  const playWeeks = (weekly: number, share: number, usual = share) => {
    const random = createSeededRandom(47);
    const draw = (total: number) => {
      let yes = 0;
      for (let n = 0; n < total; n += 1) yes += random.chance(usual) ? 1 : 0;
      return { yes, total };
    };
    let [outside, worse, warned] = [0, 0, 0];
    for (let played = 0; played < 1000; played += 1) {
      const before = draw(weekly * 8);
      const { lower } = wilsonInterval(before.yes, before.total);
      const week = { yes: 0, total: 0 };
      let isWarned = false;
      while (week.total < weekly) {
        week.total += 1;
        week.yes += random.chance(share) ? 1 : 0;
        // The week under way is looked at as it grows.
        isWarned ||= judgeWeek(week, before, deviateForMany) === 'worse';
      }
      outside += week.yes / week.total < lower ? 1 : 0;
      worse += judgeWeek(week, before) === 'worse' ? 1 : 0;
      warned += isWarned ? 1 : 0;
    }
    return { outside: outside / 1000, worse: worse / 1000, warned: warned / 1000 };
  };

  it('finds few usual weeks, where the narrow interval alone would find many', () => {
    for (const weekly of [20, 50, 200]) {
      const { outside, worse, warned } = playWeeks(weekly, 0.8);
      assert.ok(outside > 0.15, `${weekly} answers a week: ${outside} outside the interval`);
      assert.ok(worse < 0.06, `${weekly} answers a week: ${worse} worse`);
      assert.ok(warned < 0.03, `${weekly} answers a week: ${warned} warned of while under way`);
    }
  });

  it('finds nearly all weeks in which a page has become clearly worse', () => {
    for (const [weekly, share] of [
      [50, 0.5],
      [200, 0.65],
    ] as const) {
      const { worse, warned } = playWeeks(weekly, share, 0.8);
      assert.ok(worse > 0.95, `${weekly} answers a week: ${worse} worse`);
      assert.ok(warned > 0.9, `${weekly} answers a week: ${warned} warned of`);
    }
  });
});
