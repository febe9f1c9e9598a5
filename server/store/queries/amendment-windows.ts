import { inShortSteps } from '../../short-steps.ts';
import type { Connection } from '../connection.ts';
import type { Store } from '../store.ts';

/** How long a closed key is remembered, so that a late retry is not counted anew: 7 days. */
const rememberedFor = 7 * 24 * 60 * 60 * 1000;

/** How many keys are closed in one transaction. */
const sizes = { first: 500, least: 100, most: 5000 };

/** Cuts the ties between visitors' keys and their responses when the time is over. */
export function createAmendmentWindows({
  queries,
  writeTogether,
}: Connection): Pick<Store, 'closeAmendmentWindows'> {
  /** The keys whose time was over at a moment, some of them. */
  const expired = (time: number, order: 'asc' | 'desc', most: number) =>
    queries
      .selectFrom('response_key')
      .where('amendable_until', '<=', time)
      .orderBy('amendable_until', order)
      .limit(most)
      .select(['site_id', 'key']);

  /** The last first: before them all are closed already. */
  const closeSome = (time: number, most: number) =>
    queries
      .updateTable('response_key')
      .set({ response_id: null })
      .where((eb) =>
        eb(
          eb.refTuple('site_id', 'key'),
          'in',
          expired(time, 'desc', most)
            .where('response_id', 'is not', null)
            .$asTuple('site_id', 'key'),
        ),
      )
      .returning('revision_no');

  const forgetSome = (time: number, most: number) =>
    queries
      .deleteFrom('response_key')
      .where((eb) =>
        eb(
          eb.refTuple('site_id', 'key'),
          'in',
          expired(time, 'asc', most).$asTuple('site_id', 'key'),
        ),
      )
      .returning('revision_no');

  return {
    async closeAmendmentWindows(now) {
      const closed = now.getTime();
      for (const someOf of [
        (most: number) => closeSome(closed, most).compile(),
        (most: number) => forgetSome(closed - rememberedFor, most).compile(),
      ]) {
        await inShortSteps(sizes, async (most) => {
          const [rows = []] = await writeTogether([someOf(most)]);
          return rows.length;
        });
      }
    },
  };
}
