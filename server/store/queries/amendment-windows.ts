import type { Connection } from '../connection.ts';
import type { Store } from '../store.ts';

/** How long a closed key is remembered, so that a late retry is not counted anew: 7 days. */
const rememberedFor = 7 * 24 * 60 * 60 * 1000;

/** Cuts the ties between visitors' keys and their responses when the time is over. */
export function createAmendmentWindows({
  queries,
  writeTogether,
}: Connection): Pick<Store, 'closeAmendmentWindows'> {
  return {
    async closeAmendmentWindows(now) {
      const closed = now.getTime();
      await writeTogether([
        queries
          .updateTable('response_key')
          .set({ response_id: null })
          .where('amendable_until', '<=', closed)
          .where('response_id', 'is not', null)
          .compile(),
        queries
          .deleteFrom('response_key')
          .where('amendable_until', '<=', closed - rememberedFor)
          .compile(),
      ]);
    },
  };
}
