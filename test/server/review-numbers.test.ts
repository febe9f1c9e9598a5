import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerpt } from '../../server/review/excerpt.ts';
import { createFormats } from '../../server/review/formats.ts';
import { daysUpTo } from '../../server/review/period.ts';
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
    assert.deepEqual(daysUpTo('2026-03-30', 3), ['2026-03-28', '2026-03-29', '2026-03-30']);
    assert.deepEqual(daysUpTo('2026-01-01', 2), ['2025-12-31', '2026-01-01']);
    assert.equal(new Set(daysUpTo('2026-11-22', 365)).size, 365);
  });
});
