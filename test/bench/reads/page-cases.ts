import { first, lastOf, type ReadCase } from './read-case.ts';

/** The report of the busiest page: what it is made of. */
export const pageCases: ReadCase[] = [
  {
    name: 'page report: the page',
    read: ({ store, places }) => store.findPage(places.pageId),
  },
  {
    name: 'page report: its days of a year',
    read: ({ store, places: { pageId, year } }) =>
      store.listDailyCounts(pageId, year.fromDay, year.toDay),
  },
  {
    name: 'page report: before and after a revision',
    async read({ store, places: { pageId, month, year } }) {
      await store.listRevisions(pageId, 50);
      await store.listDailyCounts(pageId, year.fromDay, month.fromDay);
      await store.listDailyCounts(pageId, month.fromDay, month.toDay);
    },
  },
  {
    name: 'page report: suspected answers of a year',
    read: ({ store, places: { siteId, pageId, year } }) =>
      store.listSuspectedAnswers({ id: pageId, siteId }, year.fromDay, year.toDay),
  },
  {
    name: 'page report: number of comments',
    read: ({ store, places }) => store.countComments(places.pageId),
  },
  {
    name: 'page report: newest comments',
    read: ({ store, places }) => store.listComments(places.pageId, first),
  },
  {
    name: 'page report: oldest comments',
    read: ({ store, places }) => store.listComments(places.pageId, lastOf(places.pageComments)),
  },
  {
    name: 'page report: who cares for it',
    async read({ store, places: { siteId, pageId, editorId } }) {
      await store.findOwner(siteId, pageId);
      await store.isWatching(editorId, pageId);
    },
  },
];
