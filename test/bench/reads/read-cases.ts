import type { CommentChoice } from '../../../server/store/comment-search.ts';
import { readSearch } from '../../../server/store/comment-search/search-query.ts';
import type { Store } from '../../../server/store/store.ts';
import { workSorts } from '../../../server/store/work-list.ts';
import { workPeriodStarts, type ReadPlaces } from './generated-database.ts';

/** One query of the review or the API, as it is asked in earnest. */
export interface ReadCase {
  name: string;
  read: (database: OpenDatabase) => Promise<unknown>;
}

/** A generated database, opened anew. */
export interface OpenDatabase {
  store: Store;
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
  ...workSorts.map((sort) => ({
    name: `work list: by ${sort}`,
    read: ({ store, places: { siteIds } }: OpenDatabase) =>
      store.listWork({ siteIds, period: 90 }, workPeriodStarts()[90], sort, first),
  })),
  {
    name: 'work list: what is looked for',
    read: ({ store, places: { siteIds } }) => {
      const filter = { siteIds, period: 30, text: 'sidan som är 77' } as const;
      return store.listWork(filter, workPeriodStarts()[30], 'new', first);
    },
  },
  {
    name: 'work list: nobody’s with new comments',
    read: ({ store, places: { siteIds } }) =>
      store.countWork({ siteIds, period: 30, owner: 'nobody', onlyWaiting: true }),
  },
  {
    name: 'work list: what awaits',
    read: ({ store, places: { siteIds } }) => store.sumWork({ siteIds, period: 30 }),
  },
  {
    name: 'work list: languages',
    read: ({ store, places: { siteIds } }) => store.listPageLanguages(siteIds),
  },
  {
    name: 'work list: five hundred pages ordered anew',
    read: async ({ store }) =>
      store.refreshRecent(await store.listPageIdsAfter(0, 500), workPeriodStarts()),
  },
  {
    name: 'mail: a week of a site',
    read: ({ store, places: { siteId, month } }) =>
      store.listWeekChanges({
        siteId,
        week: { from: workPeriodStarts()[7], to: month.toDay },
        since: workPeriodStarts()[90],
        least: 20,
      }),
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
    name: 'api: number of pages of a year that is over',
    read: ({ store, places: { siteId, yearBefore } }) =>
      store.countPagesInPeriod({ siteId, ...yearBefore }),
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
  ...[
    ...['blanketten', 'blankett', 'deltidsanställda', 'halsodekl', 'finnsinte', '2026', '20', 'e'],
    ...['"ringde er och fick"', 'blanketten halsodekl'],
  ].map((typed): ReadCase => ({
    name: `search: ${typed}`,
    read: ({ store, places: { siteId } }) =>
      store.searchComments(wordsOf(siteId, typed), 'newest', null, 50),
  })),
  {
    name: 'search: number of blankett',
    read: ({ store, places: { siteId } }) => store.countFound(wordsOf(siteId, 'blankett'), 1000),
  },
  ...comments(),
];

const wordsOf = (siteId: number, typed: string): CommentChoice => ({
  siteIds: [siteId],
  words: readSearch(typed) ?? undefined,
});

/** Comments across pages, by the filters that editors set, alone and together. */
function comments(): ReadCase[] {
  const choices: [name: string, choice: (places: ReadPlaces) => Partial<CommentChoice>][] = [
    ['all', () => ({})],
    ['of a page', ({ pageId }) => ({ pageId })],
    ['of a month', ({ month }) => month.moments],
    ['left out', () => ({ leftOut: true })],
    ['new, answered no', () => ({ status: 'new', answer: 'no' })],
    ['in a section', () => ({ sections: ['https://www.site-1.example/amne-1'] })],
    ['in a language of none', () => ({ language: 'fi' })],
    ['fixed', () => ({ status: 'fixed' })],
    ['with a tag', () => ({ tagId: 1 })],
    ['of an editor', () => ({ assigneeId: 1 })],
    ['a word, answered yes', ({ siteId }) => ({ ...wordsOf(siteId, 'blankett'), answer: 'yes' })],
    ['a word of a page', ({ siteId, pageId }) => ({ ...wordsOf(siteId, 'länken'), pageId })],
    [
      'a word, a month',
      ({ siteId, month }) => ({ ...wordsOf(siteId, 'avgift'), ...month.moments }),
    ],
    ['a word, none', ({ siteId }) => ({ ...wordsOf(siteId, 'blanketten'), language: 'fi' })],
  ];
  return [
    ...choices.map(([name, choice]): ReadCase => ({
      name: `comments: ${name}`,
      read: ({ store, places }) => {
        const { siteIds } = places;
        return store.searchComments({ siteIds, ...choice(places) }, 'newest', null, 50);
      },
    })),
    {
      name: 'comments: the oldest',
      read: ({ store, places: { siteIds } }) =>
        store.searchComments({ siteIds }, 'oldest', null, 50),
    },
    {
      name: 'comments: number of all',
      read: ({ store, places: { siteIds } }) => store.countFound({ siteIds }, 1000),
    },
    {
      name: 'comments: number left out',
      read: ({ store, places: { siteIds } }) => store.countFound({ siteIds, leftOut: true }, 1000),
    },
  ];
}
