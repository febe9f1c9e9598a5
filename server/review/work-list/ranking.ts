import type { Clock } from '../../clock.ts';
import { addDays } from '../../days.ts';
import type { Store } from '../../store/store.ts';
import type { PeriodStarts } from '../../store/work-list.ts';

/** How many pages are worked out at once: about 3 ms, so that no answer waits long. */
const chunk = 500;

/** How many such steps one reading of the list takes at the most. */
const stepsAtOnce = { recent: 10, sinceEdit: 4 };

/** How often all pages are worked out anew, in milliseconds: what editors leave out shows too. */
const allEvery = 60 * 60 * 1000;

/** How much earlier than told an answer may be committed, in milliseconds. */
const slack = 60 * 1000;

export interface Ranking {
  /** As `2026-11-22`. */
  today: () => string;
  /** The first day of each period that ends today. */
  periodStarts: () => PeriodStarts;
  /**
   * Brings the order of the pages up to now: those with new answers always, all of them
   * each hour, some thousands at a time.
   * @param siteIds the sites whose pages are about to be listed
   */
  refresh: (siteIds: number[]) => Promise<void>;
  /** The same for the order of edited pages by what was answered since their last edits. */
  refreshSinceEdit: (siteIds: number[]) => Promise<void>;
}

/** Keeps the order of the work list fresh, so that no reading of it has to count many days. */
export function createRanking({
  store,
  clock,
  dayOf,
}: {
  store: Store;
  clock: Clock;
  dayOf: (moment: Date) => string;
}): Ranking {
  const startsOf = (day: string): PeriodStarts => ({
    7: addDays(day, -6),
    30: addDays(day, -29),
    90: addDays(day, -89),
  });

  /** @param refreshPages works out some pages anew, for the day that it is */
  function createRefresh(
    steps: number,
    refreshPages: (ids: number[], day: string) => Promise<void>,
  ): (siteIds: number[]) => Promise<void> {
    let round = { day: '', started: Number.NEGATIVE_INFINITY, afterId: 0 };
    const seenUntil = new Map<number, number>();
    return async (siteIds) => {
      const now = clock();
      const [moment, day] = [now.getTime(), dayOf(now)];
      if (round.day !== day || moment - round.started >= allEvery) {
        round = { day, started: moment, afterId: 0 };
      }
      // New pages have higher numbers: once all are done this goes on with those.
      for (let step = 0; step < steps; step += 1) {
        const ids = await store.listPageIdsAfter(round.afterId, chunk);
        await refreshPages(ids, day);
        round.afterId = ids.at(-1) ?? round.afterId;
        if (ids.length < chunk) break;
      }
      for (const siteId of siteIds) {
        const since = new Date(seenUntil.get(siteId) ?? round.started - slack);
        await refreshPages(await store.listPageIdsSince(siteId, since, chunk), day);
        seenUntil.set(siteId, moment - slack);
      }
    };
  }

  return {
    today: () => dayOf(clock()),
    periodStarts: () => startsOf(dayOf(clock())),
    refresh: createRefresh(stepsAtOnce.recent, (ids, day) =>
      store.refreshRecent(ids, startsOf(day)),
    ),
    refreshSinceEdit: createRefresh(stepsAtOnce.sinceEdit, (ids, day) =>
      store.refreshSinceEdit(ids, day),
    ),
  };
}
