import { workPeriodStarts } from './generated-database.ts';
import { first, lastOf, type ReadCase } from './read-case.ts';

const audited = 50_000;

/** How many entries the audit log has: it grows with the editors, not with the responses. */
export const auditEntries = audited;

/** As many rows as an export reads at a time. */
const part = 100;

/** Who is signed in, people, settings, records requests and mail. */
export const deskCases: ReadCase[] = [
  {
    name: 'every page: session, editor and sites',
    async read({ store }) {
      await store.findSession('bench', { now: new Date(), usedSince: new Date(0) });
      await store.listSites();
    },
  },
  {
    name: 'people: of a site',
    read: ({ store, places }) => store.listMembers(places.siteId),
  },
  {
    name: 'settings: tags, and how many have one',
    async read({ store, places: { siteId, tagId } }) {
      await store.listTags(siteId);
      await store.countTagged(siteId, tagId);
    },
  },
  {
    name: 'settings: comments past their time',
    read: ({ store, places: { siteId, year } }) =>
      store.countCommentsBefore(siteId, year.moments.from),
  },
  {
    name: 'merges: not yet done',
    isJob: true,
    read: ({ store }) => store.listUnfinishedMerges(),
  },
  {
    name: 'audit: newest entries',
    read: ({ store, places }) => store.listAudit(places.siteIds.slice(0, 2), first),
  },
  {
    name: 'audit: oldest entries',
    read: ({ store, places }) => store.listAudit(places.siteIds, lastOf(audited)),
  },
  {
    name: 'audit: number of entries',
    read: ({ store, places }) => store.countAudit(places.siteIds),
  },
  {
    name: 'audit: exports, with their number',
    async read({ store, places: { siteIds } }) {
      await store.listAudit(siteIds, first, 'export');
      await store.countAudit(siteIds, 'export');
    },
  },
  {
    name: 'records: pages of a year',
    read: ({ store, places: { siteId, year } }) =>
      store.listPagesForExport({ siteId, ...year }, 0, part, part),
  },
  {
    name: 'records: first answers of the busiest page',
    read: ({ store, places: { siteId, pageId, year } }) =>
      store.listForExport({ siteId, pageIds: [pageId], ...year }, null, part),
  },
  {
    name: 'records: last answers of it',
    read: ({ store, places: { siteId, pageId, year } }) =>
      store.listForExport(
        { siteId, pageIds: [pageId], ...year },
        { pageId, day: year.toDay, id: 1 },
        part,
      ),
  },
  {
    name: 'records: counts of many pages',
    async read({ store, places: { siteId, year } }) {
      const pages = await store.listPagesForExport({ siteId, ...year }, 0, part, part);
      const pageIds = pages.map(({ id }) => id);
      await store.listCountsForExport({ siteId, pageIds, ...year }, null, part);
    },
  },
  {
    name: 'mail: a week of a site',
    isJob: true,
    read: ({ store, places: { siteId, month } }) =>
      store.listWeekChanges({
        siteId,
        week: { from: workPeriodStarts()[7], to: month.toDay },
        since: workPeriodStarts()[90],
        least: 20,
      }),
  },
  {
    name: 'mail: to whom',
    isJob: true,
    read: ({ store }) => store.listRecipients(),
  },
  {
    name: 'mail: news on watched pages',
    isJob: true,
    read: ({ store, places: { month } }) => store.listWatchNews(month.moments.before),
  },
  {
    name: 'mail: an editor’s own and watched pages',
    isJob: true,
    async read({ store, places: { siteIds, editorId } }) {
      await store.listOwnedPages(editorId);
      await store.listWatches(editorId, siteIds);
    },
  },
];
