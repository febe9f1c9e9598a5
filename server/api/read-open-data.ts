import { setImmediate } from 'node:timers/promises';
import type { OpenDailyCounts, OpenPages } from '../contract/resource-schema.ts';
import { ProblemError } from '../http/problem.ts';
import type { PageCounts, PageFilter } from '../store/api-reads.ts';
import type { Site, Store } from '../store/store.ts';
import { openDataLicense } from './open-data-license.ts';
import { daysTable, pagesTable } from './open-data-tables.ts';
import { listOpenDailyCounts, listOpenPages } from './open-operations.ts';
import { sliceOf } from './paging-links.ts';
import type { ReadingDependencies } from './read-counts.ts';
import type { ReadServer } from './serve-reads.ts';
import { toldOpenCounts } from './told-counts.ts';

/** How many pages are read at a time when all of them are wanted. */
const atATime = 100;

/**
 * Counts that anyone may read, of sites whose settings say so. Titles are left out: they
 * come from visitors, and nobody has read them before they would be published.
 */
export function serveOpenData(
  server: ReadServer,
  { store, periods }: Omit<ReadingDependencies, 'ids'>,
): void {
  server.open(listOpenPages, async ({ query, csv, asks, path }) => {
    const site = await findOpenSite(store, path('siteKey'));
    const days = periods.days(query);
    const whole = csv && !asks('limit') && !asks('page');
    const filter = { siteId: site.id, ...days, scoredOnly: true };
    const total = await store.countPagesInPeriod(filter);
    const rows = whole
      ? await readAllPages(store, filter)
      : await store.readPageCounts(filter, sliceOf(query));
    const part = whole
      ? { total, limit: Math.max(1, total), page: 1 }
      : { total, limit: query.limit, page: query.page };
    const body: OpenPages = {
      license: openDataLicense,
      site: site.key,
      from: days.fromDay,
      to: days.toDay,
      ...part,
      items: rows.map((page) => ({ address: page.address, counts: toldOpenCounts(page) })),
    };
    return { body, table: pagesTable(body), part };
  });

  server.open(listOpenDailyCounts, async ({ query, path }) => {
    const site = await findOpenSite(store, path('siteKey'));
    const days = periods.days(query);
    const counted = (await store.readSiteDays(site.id, days))
      .map(({ day, ...counts }) => ({ day, counts: toldOpenCounts(counts) }))
      .filter(({ counts }) => counts.answers > 0);
    const body: OpenDailyCounts = {
      license: openDataLicense,
      site: site.key,
      from: days.fromDay,
      to: days.toDay,
      items: counted,
    };
    return { body, table: daysTable(body) };
  });
}

/** Reads a long list a little at a time: visitors' answers are taken in between. */
async function readAllPages(store: Store, filter: PageFilter): Promise<PageCounts[]> {
  const all: PageCounts[] = [];
  for (;;) {
    const rows = await store.readPageCounts(filter, { limit: atATime, offset: 0 }, all.at(-1)?.id);
    all.push(...rows);
    if (rows.length < atATime) return all;
    await setImmediate();
  }
}

/** A site that gives no open data and one that is not there are told alike. */
async function findOpenSite(store: Store, key: string): Promise<Site> {
  const site = (await store.listSites()).find((known) => known.key === key);
  if (site?.settings.openData) return site;
  throw new ProblemError('not-found', 'There is no open data of such a site.');
}
