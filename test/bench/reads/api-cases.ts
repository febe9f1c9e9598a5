import { originOf } from '../../support/generate-responses.ts';
import { first, lastOf, type ReadCase } from './read-case.ts';

/** As many pages as a program may ask for at once. */
const hundred = { limit: 100, offset: 0 };

const section = `${originOf(1)}/amne-1`;

/** What programs with a token read, and what anyone may read where a site says so. */
export const apiCases: ReadCase[] = [
  {
    name: 'api: whose token, and which sites',
    async read({ store }) {
      await store.findApiToken('bench-1', new Date());
      await store.listSites();
    },
  },
  {
    name: 'api: pages of a month',
    read: ({ store, places: { siteId, month } }) =>
      store.readPageCounts({ siteId, ...month }, hundred),
  },
  {
    name: 'api: last pages of a year',
    read: ({ store, places: { siteId, year, sitePages } }) =>
      store.readPageCounts({ siteId, ...year }, { limit: 100, offset: sitePages - 100 }),
  },
  {
    name: 'api: pages of a section in a year',
    read: ({ store, places: { siteId, year } }) =>
      store.readPageCounts({ siteId, ...year, sections: [section] }, hundred),
  },
  {
    name: 'api: number of pages of a section',
    read: ({ store, places: { siteId, year } }) =>
      store.countPagesInPeriod({ siteId, ...year, sections: [section] }),
  },
  {
    name: 'api: number of pages of a year',
    read: ({ store, places: { siteId, year } }) => store.countPagesInPeriod({ siteId, ...year }),
  },
  {
    name: 'api: number of pages of a year that is over',
    read: ({ store, places: { siteId, yearBefore } }) =>
      store.countPagesInPeriod({ siteId, ...yearBefore }),
  },
  {
    name: 'api: number of pages of a day',
    read: ({ store, places: { siteId, day } }) => store.countPagesInPeriod({ siteId, ...day }),
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
      store.readPageCounts({ siteId, ...month, scoredOnly: true }, hundred),
  },
  {
    name: 'open data: a further hundred of a file',
    read: ({ store, places: { siteId, month, pages } }) =>
      store.readPageCounts({ siteId, ...month, scoredOnly: true }, hundred, Math.round(pages / 2)),
  },
  {
    name: 'open data: number of pages of a month',
    read: ({ store, places: { siteId, month } }) =>
      store.countPagesInPeriod({ siteId, ...month, scoredOnly: true }),
  },
  {
    name: 'open data: number of pages of a year',
    read: ({ store, places: { siteId, year } }) =>
      store.countPagesInPeriod({ siteId, ...year, scoredOnly: true }),
  },
];
