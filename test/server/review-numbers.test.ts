import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerpt } from '../../server/review/excerpt.ts';
import { createFormats } from '../../server/review/formats.ts';
import { readPeriod, resolvePeriod } from '../../server/review/period.ts';
import { daysBetween, weekOf } from '../../server/days.ts';
import { wilsonInterval } from '../../server/numbers/wilson-interval.ts';

const rounded = (value: number) => value.toFixed(3);

describe("Wilson's interval", () => {
  it('has the figures of the published formula', () => {
    assert.equal(rounded(wilsonInterval(30, 40).lower), '0.598');
    assert.equal(rounded(wilsonInterval(30, 40).upper), '0.858');
    assert.equal(rounded(wilsonInterval(3, 3).lower), '0.439');
  });

  it('stays within 0 and 1 and is the same seen from the other side', () => {
    for (const [part, whole] of [
      [0, 1],
      [1, 1],
      [0, 10],
      [10, 10],
      [999, 1000],
    ] as const) {
      const { lower, upper } = wilsonInterval(part, whole);
      assert.ok(0 <= lower && lower <= part / whole && part / whole <= upper && upper <= 1);
      assert.equal(rounded(wilsonInterval(whole - part, whole).upper), rounded(1 - lower));
    }
  });

  it('refuses counts that make no share', () => {
    for (const [part, whole] of [
      [0, 0],
      [2, 1],
      [-1, 3],
      [NaN, 3],
    ] as const) {
      assert.throws(() => wilsonInterval(part, whole), RangeError);
    }
  });
});

describe('an excerpt', () => {
  it('leaves a short text as it is, on one line', () => {
    assert.equal(excerpt('En rad\n\n  till '), 'En rad till');
    assert.equal(excerpt('å'.repeat(160)), 'å'.repeat(160));
  });

  it('ends with a whole word', () => {
    assert.equal(excerpt('ett två tre', 7), 'ett två …');
    assert.equal(excerpt('ett två tre', 9), 'ett två …');
    assert.equal(excerpt('ett två tre', 6), 'ett …');
  });

  it('cuts a single long word between characters', () => {
    assert.equal(excerpt('🙂'.repeat(5), 3), '🙂🙂🙂 …');
  });
});

describe('figures and moments', () => {
  const moment = new Date('2026-11-22T13:05:00Z');

  it('are written as in Sweden', () => {
    const formats = createFormats('sv', 'Europe/Stockholm');
    assert.equal(formats.number(1234.5), '1\u00a0234,5');
    assert.equal(formats.percent(0.754), '75\u00a0%');
    assert.equal(formats.moment(moment), '2026-11-22 14:05');
    assert.equal(formats.day('2026-11-22'), '2026-11-22');
    assert.equal(formats.points(0.2), '+20');
    assert.equal(formats.points(-0.0524), '\u22125');
    assert.equal(formats.points(-0.0034), '\u22120,3');
    assert.equal(formats.points(-0.0000004), '0');
  });

  it('are written as in Britain', () => {
    const formats = createFormats('en', 'Europe/Stockholm');
    assert.equal(formats.number(1234.5), '1,234.5');
    assert.equal(formats.moment(moment), '22 Nov 2026, 14:05');
    assert.equal(formats.day('2026-11-22'), '22 Nov 2026');
  });
});

describe('the days of a period', () => {
  it('end today and miss none where summer time begins', () => {
    const days = (query: Record<string, string>, today: string, lastEdit: string | null = null) => {
      const { choice } = readPeriod((name) => query[name], today);
      const period = resolvePeriod(choice, today, lastEdit);
      return period && daysBetween(period.from, period.to);
    };
    const week = days({ days: '7' }, '2026-03-31');
    assert.deepEqual(week?.slice(-4), ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31']);
    assert.equal(week.length, 7);
    assert.equal(days({ days: '30' }, '2026-01-01')?.[0], '2025-12-03');
    assert.equal(new Set(days({ days: '365' }, '2026-11-22')).size, 365);
  });

  it('begin the day after the last edit, where that is asked for', () => {
    const since = (lastEdit: string | null) => {
      const read = readPeriod(
        (name) => (name === 'period' ? 'last-edit' : undefined),
        '2026-11-22',
      );
      return resolvePeriod(read.choice, '2026-11-22', lastEdit);
    };
    assert.deepEqual(since('2026-11-10'), { from: '2026-11-11', to: '2026-11-22' });
    assert.deepEqual(since('2026-11-22'), { from: '2026-11-23', to: '2026-11-22' });
    assert.equal(since(null), null);
    assert.deepEqual(daysBetween('2026-11-23', '2026-11-22'), []);
  });

  it('are those between two dates, today when the last is left out', () => {
    const read = (from: string, to: string) =>
      readPeriod((name) => ({ from, to, days: '7', period: '' })[name], '2026-11-22');
    const own = (from: string, to: string) => ({ kind: 'own', from, to });
    assert.deepEqual(read('2026-01-05', '2026-02-01').choice, own('2026-01-05', '2026-02-01'));
    assert.deepEqual(read(' 2026-01-05 ', '').choice, own('2026-01-05', '2026-11-22'));
    assert.deepEqual(read('2026-11-22', '2030-01-01').choice, own('2026-11-22', '2026-11-22'));
    for (const [from, to, fault] of [
      ['', '2026-02-01', 'from'],
      ['2026-02-30', '', 'from'],
      ['5/1 2026', '', 'from'],
      ['2026-01-05', '2026-02-31', 'to'],
      ['2026-02-01', '2026-01-31', 'order'],
      ['2026-11-23', '', 'order'],
      ['2000-01-01', '', 'long'],
    ] as const) {
      assert.equal(read(from, to).fault, fault, `${from} ${to}`);
      assert.deepEqual(read(from, to).typed, { from, to });
    }
  });
});

describe('a week', () => {
  it('starts on Monday and has its number by ISO 8601', () => {
    const week = (day: string) => `${weekOf(day).year}-W${weekOf(day).number}`;
    for (const [day, name] of [
      ['2026-11-22', '2026-W47'],
      ['2026-11-23', '2026-W48'],
      ['2026-01-01', '2026-W1'],
      ['2025-12-29', '2026-W1'],
      ['2025-12-28', '2025-W52'],
      ['2027-01-03', '2026-W53'],
      ['2027-01-04', '2027-W1'],
      ['2021-01-03', '2020-W53'],
      ['2024-12-30', '2025-W1'],
    ] as const) {
      assert.equal(week(day), name, day);
    }
  });
});
