import type { Store } from '../../../server/store/store.ts';
import type { ReadPlaces } from './generated-database.ts';

/** One query of the review or the API, as it is asked in earnest. */
export interface ReadCase {
  name: string;
  read: (database: OpenDatabase) => Promise<unknown>;
}

/** A generated database, opened anew. */
export interface OpenDatabase {
  store: Store;
  /** Searches the comments of a site for a word or, with a star, for words that begin so. */
  search: (siteId: number, word: string) => Promise<unknown>;
  places: ReadPlaces;
  close: () => Promise<void>;
}

const first = { limit: 50, offset: 0 };

/** The last part of a list: as deep as a reader can turn. */
const lastOf = (total: number) => ({ limit: 50, offset: Math.max(0, total - 50) });

const audited = 50_000;

/** How many entries the audit log has: it grows with the editors, not with the responses. */
export const auditEntries = audited;

/** Everything that the review and the API ask the store for. */
export const readCases: ReadCase[] = [
  {
    name: 'review: newest pages of all sites',
    read: ({ store, places }) => store.listPages(places.siteIds, first),
  },
  {
    name: 'review: last pages of all sites',
    read: ({ store, places }) => store.listPages(places.siteIds, lastOf(places.pages)),
  },
  {
    name: 'review: number of pages',
    read: ({ store, places }) => store.countPages(places.siteIds),
  },
  {
    name: 'review: busiest page',
    read: ({ store, places }) => store.findPage(places.pageId),
  },
  {
    name: 'review: its days of a year',
    read: ({ store, places: { pageId, year } }) =>
      store.listDailyCounts(pageId, year.fromDay, year.toDay),
  },
  {
    name: 'review: its newest comments',
    read: ({ store, places }) => store.listComments(places.pageId, first),
  },
  {
    name: 'review: its oldest comments',
    read: ({ store, places }) => store.listComments(places.pageId, lastOf(places.pageComments)),
  },
  {
    name: 'review: newest audit entries',
    read: ({ store, places }) => store.listAudit(places.siteIds.slice(0, 2), first),
  },
  {
    name: 'review: oldest audit entries',
    read: ({ store, places }) => store.listAudit(places.siteIds, lastOf(audited)),
  },
  {
    name: 'review: number of audit entries',
    read: ({ store, places }) => store.countAudit(places.siteIds),
  },
  {
    name: 'api: pages of a month',
    read: ({ store, places: { siteId, month } }) =>
      store.readPageCounts({ siteId, ...month }, { limit: 100, offset: 0 }),
  },
  {
    name: 'api: last pages of a year',
    read: ({ store, places: { siteId, year, sitePages } }) =>
      store.readPageCounts({ siteId, ...year }, { limit: 100, offset: sitePages - 100 }),
  },
  {
    name: 'api: number of pages of a year',
    read: ({ store, places: { siteId, year } }) => store.countPagesInPeriod({ siteId, ...year }),
  },
  {
    name: 'api: number of pages of a day',
    read: ({ store, places: { siteId, year } }) =>
      store.countPagesInPeriod({ siteId, fromDay: year.toDay, toDay: year.toDay }),
  },
  {
    name: 'api: busiest page of a year',
    read: ({ store, places: { siteId, pageId, year } }) => store.readPage(siteId, pageId, year),
  },
  {
    name: 'api: its days',
    read: ({ store, places: { siteId, pageId, year } }) => store.readPageDays(siteId, pageId, year),
  },
  {
    name: 'api: days of a site',
    read: ({ store, places: { siteId, year } }) => store.readSiteDays(siteId, year),
  },
  {
    name: 'api: comments of a month',
    read: ({ store, places: { siteId, month } }) =>
      store.readComments({ siteId, ...month.moments }, first),
  },
  {
    name: 'api: comments of a year',
    read: ({ store, places: { siteId, year } }) =>
      store.readComments({ siteId, ...year.moments }, first),
  },
  {
    name: 'api: oldest comments of a year',
    read: ({ store, places: { siteId, year, yearComments } }) =>
      store.readComments({ siteId, ...year.moments }, lastOf(yearComments)),
  },
  {
    name: 'api: comments on the busiest page',
    read: ({ store, places: { siteId, pageId, year } }) =>
      store.readComments({ siteId, pageId, ...year.moments }, first),
  },
  {
    name: 'open data: pages of a month',
    read: ({ store, places: { siteId, month } }) =>
      store.readPageCounts({ siteId, ...month, scoredOnly: true }, { limit: 100, offset: 0 }),
  },
  {
    name: 'open data: number of pages',
    read: ({ store, places: { siteId, month } }) =>
      store.countPagesInPeriod({ siteId, ...month, scoredOnly: true }),
  },
  ...['blanketten', 'blankett*', 'deltidsanställda*', 'hälsodekl*', 'finnsinte*', '2026*'].map(
    (word) => ({
      name: `search: ${word}`,
      read: ({ search, places }: OpenDatabase) => search(places.siteId, word),
    }),
  ),
];
