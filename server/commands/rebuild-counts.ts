import { openStore } from '../store/open-store.ts';
import type { Command } from './command.ts';
import { inSteps } from './progress.ts';

/**
 * Makes all counts anew from the responses, while the service runs: one page and
 * one day at a time, each in a transaction of its own. When it is stopped, what it has done
 * stays done; it can be run again.
 */
export const rebuildCountsCommand: Command = {
  name: 'rebuild-counts',
  usage: '\n      make the counts anew from the responses, while the service runs',
  async run(config) {
    const store = await openStore(config);
    try {
      const pages = await store.listPageKeys();
      await inSteps('Pages counted', pages, (page) => store.rebuildPageCounts(page));
      const days = await store.listSiteDays();
      await inSteps('Days added up', days, (day) => store.rebuildSiteDay(day));
      await store.recordAudit({
        at: new Date(),
        actor: 'gensvar rebuild-counts',
        siteId: null,
        action: 'counts-rebuilt',
        subject: null,
        detail: { pages: pages.length, days: days.length },
      });
      console.log(`The counts of ${pages.length} pages and ${days.length} days are made anew.`);
    } finally {
      await store.close();
    }
  },
};
