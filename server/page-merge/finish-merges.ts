import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/store.ts';

/** How many answers are moved in one transaction: answers coming in wait no longer. */
const batchSize = 100;

/** Moves the stored answers of a merged page to its successor, in steps. */
export async function finishMerge(
  store: Pick<Store, 'moveMerged'>,
  pageId: number,
): Promise<number> {
  let moved = 0;
  for (;;) {
    const inStep = await store.moveMerged(pageId, batchSize);
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
