import type { Clock } from '../../server/clock.ts';

/** A clock that stands still until the test moves it. */
export interface MovingClock {
  clock: Clock;
  /** @param moment such as `2026-11-22T12:00:00Z` */
  moveTo: (moment: string) => void;
  /** @param duration in milliseconds */
  forward: (duration: number) => void;
}

export const aSecond = 1000;
export const aMinute = 60 * aSecond;
export const anHour = 60 * aMinute;
export const aDay = 24 * anHour;

/** @param start such as `2026-11-22T12:00:00Z` */
export function createMovingClock(start: string): MovingClock {
  let now = Date.parse(start);
  return {
    clock: () => new Date(now),
    moveTo(moment) {
      now = Date.parse(moment);
    },
    forward(duration) {
      now += duration;
    },
  };
}
