import { isPromptOff } from '../contract/prompt-off.ts';
import { ProblemError } from '../http/problem.ts';
import type { Site } from '../store/store.ts';

/**
 * Refuses an answer about a page on which the site asks nothing: some sites take no words
 * where people write about their health or their case, not even from a tag that is left.
 * @param address the page's canonical address
 * @throws ProblemError when the prompt is switched off there
 */
export function checkPromptOn(address: string, { settings }: Site): void {
  const { offPaths } = settings.prompt;
  if (offPaths.length === 0 || !isPromptOff(new URL(address).pathname, offPaths)) return;
  throw new ProblemError('prompt-off', 'The site takes no answers about this page.');
}
