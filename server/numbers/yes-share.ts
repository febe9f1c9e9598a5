import type { Counts } from '../store/store.ts';
import { wilsonInterval, type Interval } from './wilson-interval.ts';

/** With fewer answers than this a percentage would say more than is known. */
export const leastForShare = 10;

type Answers = Pick<Counts, 'yes' | 'no' | 'partly'>;

export interface Share extends Interval {
  /** The share that said yes, from 0 to 1. */
  yes: number;
}

export const countAnswers = ({ yes, no, partly }: Answers): number => yes + no + partly;

/** The share that said yes with its interval; null when the answers are too few to tell. */
export function shareOf(answers: Answers): Share | null {
  const total = countAnswers(answers);
  if (total < leastForShare) return null;
  return { yes: answers.yes / total, ...wilsonInterval(answers.yes, total) };
}
