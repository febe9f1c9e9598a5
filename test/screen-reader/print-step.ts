import type { BrowserName } from '../run/find-browsers.ts';
import type { Spoken } from './listening/spoken.ts';
import type { StepResult } from './take-step.ts';

/** One line for a step; when it failed, also what was expected and what was heard. */
export function printStep(browser: BrowserName, result: StepResult): void {
  const { step, expected, spoken, passed, duration } = result;
  const key = 'press' in step ? step.press : `“${step.write}”`;
  const seconds = (duration / 1000).toFixed(1);
  console.log(`${passed ? '✔' : '✖'} ${browser}: ${step.does} (${key}, ${seconds} s)`);
  if (passed) return;
  printWords('should say', expected);
  printWords('said', spoken.map(inWords));
}

/** Every utterance with its time, in seconds since a moment. */
export function printSpoken(spoken: readonly Spoken[], since: number): void {
  for (const one of spoken) {
    console.log(`    ${((one.time - since) / 1000).toFixed(2).padStart(7)}  ${inWords(one)}`);
  }
}

const inWords = ({ text, cutOff }: Spoken) => (cutOff ? `${text} [cut off by Orca itself]` : text);

function printWords(title: string, words: readonly string[]): void {
  console.log(`    ${title}:${words.length === 0 ? ' nothing' : ''}`);
  for (const one of words) console.log(`      ${one}`);
}
