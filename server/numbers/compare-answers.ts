import type { Counts } from '../store/store.ts';
import { answersNeeded, type AnswersNeeded } from './answers-needed.ts';
import { differenceInterval, type Difference } from './difference-interval.ts';
import { countAnswers, leastForShare } from './yes-share.ts';

type Answers = Pick<Counts, 'yes' | 'no' | 'partly'>;

/**
 * The deviate of the interval by which a difference is called clear: 99.7 %. The interval that
 * is shown is of 95 %, which holds for one look. Editors look again and again, and some chance
 * difference passes 95 % on some day after every third edit that changed nothing; this one it
 * passes after fewer than 5 in 100, also when somebody looks every day for 90 days
 * (docs/numbers.md has the simulation).
 */
export const clearDeviate = 2.9677379253417833;

/** What can be said about a difference. */
export type Verdict =
  | { kind: 'better' | 'worse' }
  | {
      kind: 'unclear';
      /** Which way it would be if nobody had looked before: 95 % leave 0 out. */
      leaning: 'better' | 'worse' | null;
      needed: AnswersNeeded;
    }
  /** A side has too few answers for a share; `missing` more after the edit, and it can be told. */
  | { kind: 'too-few'; before: boolean; missing: number };

export interface Comparison {
  /** Of the shares that said yes, after less before, with its 95 % interval; null when too few. */
  difference: Difference | null;
  verdict: Verdict;
}

/** Compares the answers of two times, such as before and after an edit. */
export function compareAnswers(before: Answers, after: Answers): Comparison {
  const first = { part: before.yes, whole: countAnswers(before) };
  const second = { part: after.yes, whole: countAnswers(after) };
  const missing = Math.max(0, leastForShare - second.whole);
  if (first.whole < leastForShare || missing > 0) {
    const verdict = { kind: 'too-few', before: first.whole < leastForShare, missing } as const;
    return { difference: null, verdict };
  }
  const difference = differenceInterval(first, second);
  const clear = direction(differenceInterval(first, second, clearDeviate));
  if (clear) return { difference, verdict: { kind: clear } };
  const needed = answersNeeded(first, second, clearDeviate);
  return { difference, verdict: { kind: 'unclear', leaning: direction(difference), needed } };
}

const direction = ({ lower, upper }: Difference) =>
  lower > 0 ? 'better' : upper < 0 ? 'worse' : null;
