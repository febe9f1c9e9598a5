import type { Clock } from '../clock.ts';
import type { Ranking } from '../review/work-list/ranking.ts';
import type { Store } from '../store/store.ts';
import type { MailClaim } from '../store/editor-mail.ts';
import type { Delivery } from './deliver.ts';
import type { Mail } from './mail.ts';

/** What the jobs that send mail work with. */
export interface MailJob {
  store: Store;
  mail: Mail;
  clock: Clock;
  /** The day of a moment, as `2026-11-22`, in the service's time zone. */
  dayOf: (moment: Date) => string;
  /** The hour of a moment, from 0 to 23, in the service's time zone. */
  hourOf: (moment: Date) => number;
  ranking: Ranking;
  /** Whether the service has been asked to stop: then no further mail is begun. */
  isStopping: () => boolean;
}

/**
 * Says whether a job goes on to the next reader, and gives back what was not told. A mail
 * that may have arrived is never sent again: what it would have told is still in the review.
 */
export async function afterDelivery(
  delivery: Delivery,
  claims: MailClaim[],
  { store, isStopping }: Pick<MailJob, 'store' | 'isStopping'>,
): Promise<boolean> {
  if (delivery === 'later' || delivery === 'down') {
    for (const claim of claims) await store.releaseMail(claim);
  }
  return (delivery === 'sent' || delivery === 'refused' || delivery === 'later') && !isStopping();
}
