import type Database from 'better-sqlite3';
import type { Store } from '../store.ts';

/** How long a closed key is remembered, so that a late retry is not counted anew: 7 days. */
const rememberedFor = 7 * 24 * 60 * 60 * 1000;

/** Cuts the ties between visitors' keys and their responses when the time is over. */
export function createAmendmentWindows(
  database: Database.Database,
): Pick<Store, 'closeAmendmentWindows'> {
  const cutTie = database.prepare<[number]>(
    'update response_key set response_id = null where amendable_until <= ? and response_id is not null',
  );
  const forget = database.prepare<[number]>('delete from response_key where amendable_until <= ?');
  const close = database.transaction((now: number) => {
    cutTie.run(now);
    forget.run(now - rememberedFor);
  });
  return {
    closeAmendmentWindows: (now) =>
      new Promise((resolve) => {
        resolve(close.immediate(now.getTime()));
      }),
  };
}
