import { workSorts, type WorkFilter } from '../../../server/store/work-list.ts';
import { originOf } from '../../support/generate-responses.ts';
import { readDay, workPeriodStarts, type ReadPlaces } from './generated-database.ts';
import { first, lastOf, type OpenDatabase, type ReadCase } from './read-case.ts';

const section = `${originOf(1)}/amne-1`;

const sinceEdit = { today: readDay };

/** What editors choose from the work list, with how many pages it has. */
const filters: [name: string, filter: (places: ReadPlaces) => Partial<WorkFilter>][] = [
  ['what is looked for', () => ({ text: 'sidan som är 77' })],
  ['a section', () => ({ sections: [section] })],
  ['a language', () => ({ language: 'en' })],
  ['since the last edits', () => ({ sinceEdit })],
  ['nobody’s with new comments', () => ({ owner: 'nobody', onlyWaiting: true })],
  ['an editor’s own and watched', ({ editorId }) => ({ caredForBy: editorId })],
];

/** The start page of the review, and what keeps its order. */
export const workListCases: ReadCase[] = [
  ...workSorts.map((sort) => ({
    name: `work list: by ${sort}`,
    read: ({ store, places: { siteIds } }: OpenDatabase) =>
      store.listWork({ siteIds, period: 90 }, workPeriodStarts()[90], sort, first),
  })),
  {
    name: 'work list: its last part',
    read: ({ store, places: { siteIds, pages } }) =>
      store.listWork({ siteIds, period: 90 }, workPeriodStarts()[90], 'new', lastOf(pages)),
  },
  ...filters.flatMap(([name, choice]): ReadCase[] => [
    {
      name: `work list: ${name}`,
      read: ({ store, places }) => {
        const filter = { siteIds: places.siteIds, period: 30, ...choice(places) } as const;
        return store.listWork(filter, workPeriodStarts()[30], 'new', first);
      },
    },
    {
      name: `work list: number of ${name}`,
      read: ({ store, places }) =>
        store.countWork({ siteIds: places.siteIds, period: 30, ...choice(places) }),
    },
  ]),
  {
    name: 'work list: what awaits',
    read: ({ store, places: { siteIds } }) => store.sumWork({ siteIds, period: 30 }),
  },
  {
    name: 'work list: since the last edits by attention',
    read: ({ store, places: { siteIds } }) =>
      store.listWork({ siteIds, period: 30, sinceEdit }, sinceEdit.today, 'attention', first),
  },
  {
    name: 'work list: what awaits since the last edits',
    read: ({ store, places: { siteIds } }) => store.sumWork({ siteIds, period: 30, sinceEdit }),
  },
  {
    name: 'work list: number of pages',
    read: ({ store, places }) => store.countPages(places.siteIds),
  },
  {
    name: 'work list: languages',
    read: ({ store, places: { siteIds } }) => store.listPageLanguages(siteIds),
  },
  {
    name: 'work list: pages answered lately',
    read: ({ store, places: { siteId, month } }) =>
      store.listPageIdsSince(siteId, month.moments.from, 500),
  },
  {
    name: 'work list: 500 pages ordered anew',
    isJob: true,
    read: async ({ store }) =>
      store.refreshRecent(await store.listPageIdsAfter(0, 500), workPeriodStarts()),
  },
  {
    name: 'work list: 500 edited pages ordered anew',
    isJob: true,
    read: async ({ store }) =>
      store.refreshSinceEdit(await store.listPageIdsAfter(0, 500), sinceEdit.today),
  },
  {
    name: 'work list: who answers for a section',
    read: ({ store, places: { siteId } }) => store.countSection(siteId, [section]),
  },
];
