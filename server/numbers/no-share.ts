import type { Counts } from '../store/store.ts';
import { wilsonInterval } from './wilson-interval.ts';
import { countAnswers } from './yes-share.ts';

/**
 * The least share of "no" that the answers leave room for: the lower end of its 95 % interval.
 * Ranked by it, 30 of 40 (0.598) come before 3 of 3 (0.439), where less is known.
 * @returns a share from 0 to 1; 0 when nobody has answered
 */
export function leastNoShare(answers: Pick<Counts, 'yes' | 'no' | 'partly'>): number {
  const total = countAnswers(answers);
  return total === 0 ? 0 : wilsonInterval(answers.no, total).lower;
}
