import { clearDeviate } from '../../server/numbers/compare-answers.ts';
import { differenceInterval } from '../../server/numbers/difference-interval.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A page that is edited once, in a world where it is known what the edit does. */
export interface SimulatedPage {
  /** Answers a day, on average. */
  rate: number;
  /** The share that says yes before the edit, and after it. */
  before: number;
  after: number;
}

/** Yes and all, as many as there are up to some day. */
export interface Tally {
  part: number;
  whole: number;
}

/** What came in the 90 days before the edit, and up to each day after it. */
export interface SimulatedAnswers {
  before: Tally;
  /** By day, from the first after the edit. */
  upTo: Tally[];
}

/** Plays the answers to a page: visitors come by chance, and each answers for himself. */
export function playEdit(
  page: SimulatedPage,
  days: number,
  random: SeededRandom,
): SimulatedAnswers {
  const dayOf = (tally: Tally, share: number): Tally => {
    const more = countVisitors(page.rate, random);
    const yes = countYes(more, share, random);
    return { part: tally.part + yes, whole: tally.whole + more };
  };
  let before: Tally = { part: 0, whole: 0 };
  for (let day = 0; day < 90; day += 1) before = dayOf(before, page.before);
  const upTo: Tally[] = [];
  let after: Tally = { part: 0, whole: 0 };
  for (let day = 0; day < days; day += 1) {
    after = dayOf(after, page.after);
    upTo.push(after);
  }
  return { before, upTo };
}

/** How many of so many say yes. */
export function countYes(whole: number, share: number, random: SeededRandom): number {
  let yes = 0;
  for (let each = 0; each < whole; each += 1) if (random.chance(share)) yes += 1;
  return yes;
}

/** A number by Poisson's distribution, by Knuth's way. */
function countVisitors(rate: number, random: SeededRandom): number {
  const least = Math.exp(-rate);
  let count = -1;
  for (let product = 1; product > least; product *= random.next()) count += 1;
  return count;
}

/**
 * What the rule calls the difference: 1 better, -1 worse, 0 neither. The same as
 * `compareAnswers` says, without the number of answers that are missing.
 */
export function call(before: Tally, after: Tally, deviate = clearDeviate): -1 | 0 | 1 {
  if (before.whole < 10 || after.whole < 10) return 0;
  const { lower, upper } = differenceInterval(before, after, deviate);
  if (lower > 0) return 1;
  return upper < 0 ? -1 : 0;
}

/** On which days after the edit somebody looks. */
export const looks = {
  once: (day: number, last: number) => day === last,
  weekly: (day: number, last: number) => day % 7 === 0 || day === last,
  daily: () => true,
} as const satisfies Record<string, (day: number, last: number) => boolean>;

/** Whether the edit is called clear on any of the days on which somebody looks. */
export const isCalled = (
  { before, upTo }: SimulatedAnswers,
  when: keyof typeof looks,
  deviate = clearDeviate,
): boolean =>
  upTo.some((after, index) => {
    return looks[when](index + 1, upTo.length) && call(before, after, deviate) !== 0;
  });

/** Pages as agencies have them: from one answer in three days to forty a day. */
export function simulatePage(random: SeededRandom, effect = 0): SimulatedPage {
  const rate = random.pick([0.3, 1, 3, 10, 40]);
  const before = 0.2 + random.next() * 0.7;
  return { rate, before, after: before + effect };
}
