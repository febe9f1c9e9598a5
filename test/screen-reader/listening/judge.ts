import type { Spoken } from './spoken.ts';

/** An utterance that ends so is only the beginning of what is said. */
const andSoOn = ' …';

/** What has been heard is right, cannot become right, or wants more words. */
export type Verdict = 'right' | 'wrong' | 'waiting';

/**
 * Judges what was spoken up to now. It must be exactly the expected words: in this
 * order, each once, and nothing else. What Orca itself cut off does not count.
 */
export function judge(expected: readonly string[], spoken: readonly Spoken[]): Verdict {
  const heard = spoken.filter(({ cutOff }) => !cutOff);
  const isBeginning =
    heard.length <= expected.length &&
    heard.every(({ text }, place) => isSame(expected[place] ?? '', text));
  if (!isBeginning) return 'wrong';
  return heard.length === expected.length ? 'right' : 'waiting';
}

/** Whether an utterance is the expected one. */
export const isSame = (expected: string, text: string): boolean =>
  expected.endsWith(andSoOn)
    ? text.startsWith(expected.slice(0, -andSoOn.length))
    : text === expected;
