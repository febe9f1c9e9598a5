import type { Clock } from '../clock.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { Report } from '../operations/log.ts';
import type { SpamControl } from '../spam/spam-control.ts';
import type { VisitorPages } from '../visitor-pages/visitor-pages.ts';
import type { SiteRegister } from './site-register.ts';
import type { WriteQueue } from './write-queue.ts';

/** What taking in a response works with. */
export interface IntakeDependencies {
  queue: WriteQueue;
  sites: SiteRegister;
  pages: VisitorPages;
  clock: Clock;
  /** Tells robots from people. */
  spamControl: SpamControl;
  /** The day of a moment, as `2026-11-22`, in the service's time zone. */
  dayOf: (moment: Date) => string;
  /** The service's own base address: its own pages may answer for every site. */
  publicUrl: () => string;
  /** The path of the base address: empty, or such as `/gensvar`. */
  basePath: string;
  /** Tells the operator of a fault; never of what was sent. */
  report: Report;
  /** Counts what became of each response. */
  metrics: Pick<Metrics, 'acknowledged' | 'refused'>;
}
