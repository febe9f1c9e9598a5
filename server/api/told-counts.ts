import type { CountsSchema } from '../contract/counts-schema.ts';
import { countAnswers, shareOf } from '../numbers/yes-share.ts';
import type { Counts } from '../store/store.ts';

/** Shares are told to four decimals: more would only look exact. */
const rounded = (share: number) => Math.round(share * 10_000) / 10_000;

/** Counts as anyone may read them where a site gives open data. */
export function toldOpenCounts(counts: Counts): Omit<CountsSchema, 'leftOut'> {
  const { yes, no, partly, comments } = counts;
  const share = shareOf(counts);
  return {
    answers: countAnswers(counts),
    yes,
    no,
    partly,
    comments,
    share: share && {
      yes: rounded(share.yes),
      lower: rounded(share.lower),
      upper: rounded(share.upper),
    },
  };
}

/** Counts as programs with a token read them. */
export const toldCounts = (counts: Counts): CountsSchema => ({
  ...toldOpenCounts(counts),
  leftOut: counts.leftOut,
});
