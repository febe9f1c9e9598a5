import type { KeptPromise } from './compare-database.ts';
import type { StartTime } from './service-life.ts';

/** The most that a start may take, in milliseconds, without what it waited for a processor. */
const readyWithin = 1000;

/** The most that a start may take however busy the machine is, in milliseconds. */
const readyAtLast = 10_000;

/** How long starts took, shortest first. */
export interface StartTimes {
  ready: number[];
  /** The same without what they waited for a processor that others had. */
  unhindered: number[];
}

export function sortStarts(starts: StartTime[]): StartTimes {
  const sorted = (times: number[]) => times.toSorted((one, other) => one - other);
  return {
    ready: sorted(starts.map(({ ready }) => ready)),
    unhindered: sorted(starts.map(({ ready, waited }) => ready - waited)),
  };
}

/** The time within which a share of the starts was ready: 0.5 gives the median. */
const at = (times: number[], share: number) => times[Math.ceil(share * times.length) - 1] ?? NaN;

/**
 * What must hold of the starts. What a machine that others use as well adds is told, and
 * has a limit of its own.
 */
export function judgeStarts({ ready, unhindered }: StartTimes): KeptPromise[] {
  const late = (times: number[], limit: number) =>
    times.filter((time) => !(time <= limit)).map((time) => `${Math.round(time)} ms`);
  return [
    {
      name: 'nine of ten starts are ready within a second, waiting for a processor left out',
      broken: late([at(unhindered, 0.9)], readyWithin),
    },
    {
      name: 'every start is ready within ten seconds on the clock',
      broken: late(ready, readyAtLast),
    },
  ];
}

/** How many starts took more than a second on the clock. */
export const countLate = ({ ready }: StartTimes): number =>
  ready.filter((time) => !(time <= readyWithin)).length;

/** `293 ms (half), 380 ms (nine of ten), 405 ms (all)` */
export const inWords = (times: number[]): string =>
  [
    ['half', 0.5] as const,
    ['nine of ten', 0.9] as const,
    ['99 of 100', 0.99] as const,
    ['all', 1] as const,
  ]
    .map(([name, share]) => `${Math.round(at(times, share))} ms (${name})`)
    .join(', ');
