import { inShortSteps } from '../short-steps.ts';
import type { Store } from '../store/store.ts';

/** How many answers are moved in one transaction. */
const sizes = { first: 10, least: 5, most: 200 };

/** Moves the stored answers of a merged page to its successor. @returns how many were moved */
export const finishMerge = (store: Pick<Store, 'moveMerged'>, pageId: number): Promise<number> =>
  inShortSteps(sizes, (size) => store.moveMerged(pageId, size));

/** Goes on with merges that were interrupted. */
export async function finishMerges(
  store: Pick<Store, 'moveMerged' | 'listUnfinishedMerges'>,
): Promise<void> {
  for (const pageId of await store.listUnfinishedMerges()) await finishMerge(store, pageId);
}
