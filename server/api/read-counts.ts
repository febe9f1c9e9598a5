import { ProblemError } from '../http/problem.ts';
import type { PageCounts } from '../store/api-reads.ts';
import type { DailyCount, Site, Store } from '../store/store.ts';
import type { OpaqueIds } from './opaque-ids.ts';
import { sliceOf } from './paging-links.ts';
import type { PeriodReader } from './read-period.ts';
import type { ReadServer } from './serve-reads.ts';
import { toldCounts } from './told-counts.ts';
import {
  getPage,
  listPageDailyCounts,
  listPages,
  listSiteDailyCounts,
  listSites,
} from './token-operations.ts';

export interface ReadingDependencies {
  store: Store;
  ids: OpaqueIds;
  periods: PeriodReader;
}

/** Counts of sites and pages, for programs with a token. */
export function serveCounts(
  server: ReadServer,
  { store, ids, periods }: ReadingDependencies,
): void {
  const toldPage = (page: PageCounts, site: Site) => ({
    id: ids.seal('page', page.id),
    site: site.key,
    address: page.address,
    title: page.title,
    language: page.language,
    lastReceived: page.lastReceived.toISOString(),
    counts: toldCounts(page),
  });

  server.withToken(listSites, ({ query, site }) => {
    const { key, name, origins, settings } = site;
    const sites = [{ key, name, origins, openData: settings.openData }];
    const part = { ...query, total: sites.length };
    const { limit, offset } = sliceOf(query);
    const items = sites.slice(offset, offset + limit);
    return Promise.resolve({ body: { ...part, items }, part });
  });

  server.withToken(listSiteDailyCounts, async ({ query, site, path }) => {
    checkSite(path('siteKey'), site);
    const days = periods.days(query);
    const counted = await store.readSiteDays(site.id, days);
    return { body: { from: days.fromDay, to: days.toDay, items: counted.map(toldDay) } };
  });

  server.withToken(listPages, async ({ query, site }) => {
    checkSite(query.site, site);
    const days = periods.days(query);
    const { section } = query;
    const sections = section === undefined ? undefined : sectionsOf(section, site);
    const filter = { siteId: site.id, ...days, sections };
    const rows = await store.readPageCounts(filter, sliceOf(query));
    const total = await store.countPagesInPeriod(filter);
    const part = { total, limit: query.limit, page: query.page };
    const items = rows.map((page) => toldPage(page, site));
    return { body: { from: days.fromDay, to: days.toDay, ...part, items }, part };
  });

  const findPage = async (id: string, site: Site, days: ReturnType<PeriodReader['days']>) => {
    const key = ids.open('page', id);
    const page = key === undefined ? null : await store.readPage(site.id, key, days);
    if (!page) throw noSuchPage();
    return page;
  };

  server.withToken(getPage, async ({ query, site, path }) => {
    const days = periods.days(query);
    const page = await findPage(path('pageId'), site, days);
    return { body: { ...toldPage(page, site), from: days.fromDay, to: days.toDay } };
  });

  server.withToken(listPageDailyCounts, async ({ query, site, path }) => {
    const days = periods.days(query);
    const page = await findPage(path('pageId'), site, days);
    const counted = await store.readPageDays(site.id, page.id, days);
    return { body: { from: days.fromDay, to: days.toDay, items: counted.map(toldDay) } };
  });
}

const toldDay = ({ day, ...counts }: DailyCount) => ({ day, counts: toldCounts(counts) });

/**
 * Lets through the site that the token is for. One that is not there and one of others are
 * told alike.
 */
export function checkSite(asked: string | undefined, { key }: Site): void {
  if (asked === undefined || asked === key) return;
  throw new ProblemError('not-found', 'There is no such site, or the token is not for it.');
}

export const noSuchPage = () =>
  new ProblemError('not-found', 'There is no such page, or the token is not for its site.');

/** The addresses at which a path lies on a site; a slash at its end makes no difference. */
function sectionsOf(section: string, { origins }: Site): string[] | undefined {
  const path = section.replace(/\/+$/, '');
  return path === '' ? undefined : origins.map((origin) => origin + path);
}
