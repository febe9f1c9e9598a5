import type { Clock } from './clock.ts';
import { finishMerges } from './page-merge/finish-merges.ts';
import { applyRetention } from './retention/apply-retention.ts';
import type { Report } from './operations/log.ts';
import type { Store } from './store/store.ts';

const anHour = 60 * 60 * 1000;

interface HourlyJobsDependencies {
  store: Store;
  clock: Clock;
  report: Report;
}

/**
 * Does at once, and then every hour, what time alone asks for: closes amendment windows
 * and deletes comments that have been kept for as long as their site wants.
 * @returns a function that stops it, fulfilled when the job under way is done
 */
export function startHourlyJobs({ store, clock, report }: HourlyJobsDependencies) {
  const jobs = async () => {
    try {
      await store.closeAmendmentWindows(clock());
      await finishMerges(store);
      await applyRetention({ store, clock, dryRun: false, actor: 'gensvar serve' });
    } catch (fault) {
      report(fault);
    }
  };
  let underWay = jobs();
  const hourly = setInterval(() => {
    underWay = underWay.then(jobs);
  }, anHour);
  hourly.unref();
  return async (): Promise<void> => {
    clearInterval(hourly);
    await underWay;
  };
}
