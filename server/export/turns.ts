import { setImmediate } from 'node:timers/promises';

/** How long an export may keep everybody else waiting at a time, in milliseconds. */
const longestStretch = 5;

/**
 * Makes a function that lets others have their turn when the work has gone on for a
 * while: queries of the embedded database answer at once, so nothing else would.
 */
export function createTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestStretch) return;
    await setImmediate();
    since = performance.now();
  };
}
