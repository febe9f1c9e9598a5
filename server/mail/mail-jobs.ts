import { createDayOf } from '../clock.ts';
import { createRanking } from '../review/work-list/ranking.ts';
import type { Report } from '../operations/log.ts';
import { sendDigests } from './digests.ts';
import { sendDrops } from './drops.ts';
import type { MailJob } from './mail-job.ts';
import { sendWatchNews } from './watch-news.ts';

/** How often it is looked for mail to send, in milliseconds. */
const tenMinutes = 10 * 60 * 1000;

/** How long what has been told is remembered, in milliseconds: longer than any week. */
const memory = 60 * 24 * 60 * 60 * 1000;

/** Sends all mail that is due. What cannot be sent now is sent when this is done again. */
export async function runMailJobs(job: MailJob): Promise<void> {
  const { store, clock } = job;
  await sendWatchNews(job);
  await sendDrops(job);
  await sendDigests(job);
  await store.forgetClaims(new Date(clock().getTime() - memory));
}

/**
 * Sends at once, and then every ten minutes, what is due.
 * @returns a function that stops it, fulfilled when the mail under way is sent
 */
export function startMailJobs(job: Omit<MailJob, 'isStopping'>, report: Report) {
  let isStopping = false;
  const run = () => runMailJobs({ ...job, isStopping: () => isStopping }).catch(report);
  let underWay = run();
  const timer = setInterval(() => {
    underWay = underWay.then(run);
  }, tenMinutes);
  timer.unref();
  return async (): Promise<void> => {
    isStopping = true;
    clearInterval(timer);
    await underWay;
    await job.mail.settled();
  };
}

/** All that the jobs work with. */
export function createMailJob({
  timeZone,
  ...parts
}: Pick<MailJob, 'store' | 'mail' | 'clock'> & { timeZone: string }): Omit<MailJob, 'isStopping'> {
  const dayOf = createDayOf(timeZone);
  return {
    ...parts,
    dayOf,
    hourOf: createHourOf(timeZone),
    ranking: createRanking({ ...parts, dayOf }),
  };
}

/** A function that names the hour of a moment in a time zone, from 0 to 23. */
function createHourOf(timeZone: string): (moment: Date) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  return (moment) => Number(format.format(moment));
}
