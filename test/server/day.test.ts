import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDayOf } from '../../server/clock.ts';

describe('the day of a moment', () => {
  const swedishDays: [moment: string, day: string][] = [
    ['2026-11-21T22:59:59.999Z', '2026-11-21'],
    ['2026-11-21T23:00:00.000Z', '2026-11-22'],
    ['2026-11-22T12:00:00.000Z', '2026-11-22'],
    ['2026-11-22T22:59:59.999Z', '2026-11-22'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    // Clocks go forward: the day has 23 hours.
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    // Clocks go back: the day has 25 hours.
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2028-02-29T12:00:00.000Z', '2028-02-29'],
  ];
  for (const [moment, day] of swedishDays) {
    it(`is ${day} in Sweden at ${moment}`, () => {
      assert.equal(createDayOf('Europe/Stockholm')(new Date(moment)), day);
    });
  }

  it('is another in another time zone', () => {
    const moment = new Date('2026-11-22T21:30:00Z');
    assert.equal(createDayOf('UTC')(moment), '2026-11-22');
    assert.equal(createDayOf('Europe/Helsinki')(moment), '2026-11-22');
    assert.equal(createDayOf('Asia/Tokyo')(moment), '2026-11-23');
    assert.equal(createDayOf('America/New_York')(moment), '2026-11-22');
  });
});
