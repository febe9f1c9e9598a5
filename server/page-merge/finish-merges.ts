import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/store.ts';

/** How long a step should take, in milliseconds: answers coming in wait for it. */
const wantedStep = 8;

/** How many answers are moved in one transaction: at first, at least and at the most. */
const firstSize = 10;
const smallestSize = 5;
const largestSize = 200;

/** As many as would have taken the wanted time, but at the most twice as many at once. */
function nextSize(size: number, took: number): number {
  const wanted = Math.round(size * Math.min(2, wantedStep / took));
  return Math.max(smallestSize, Math.min(largestSize, wanted));
}

/**
 * Moves the stored answers of a merged page to its successor, in steps that are as long as
 * the machine lets them be.
 */
export async function finishMerge(
  store: Pick<Store, 'moveMerged'>,
  pageId: number,
): Promise<number> {
  let moved = 0;
  let size = firstSize;
  for (;;) {
    const start = performance.now();
    const inStep = await store.moveMerged(pageId, size);
    size = nextSize(size, performance.now() - start);
    moved += inStep;
    if (inStep === 0) return moved;
    // Answers that came in meanwhile are written first.
    await setImmediate();
  }
}

/** Goes on with merges that were interrupted. */
export async function finishMerges(
  store: Pick<Store, 'moveMerged' | 'listUnfinishedMerges'>,
): Promise<void> {
  for (const pageId of await store.listUnfinishedMerges()) await finishMerge(store, pageId);
}
