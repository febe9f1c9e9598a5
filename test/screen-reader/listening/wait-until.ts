import { setTimeout as pause } from 'node:timers/promises';

/** How often a condition is looked at, in milliseconds. */
const interval = 25;

/**
 * Looks at a condition again and again.
 * @param limit how long to wait at most, in milliseconds
 * @returns whether the condition came true
 */
export async function waitUntil(condition: () => boolean, limit: number): Promise<boolean> {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end) return false;
    await pause(interval);
  }
  return true;
}
