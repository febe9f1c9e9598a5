import type { DayRange } from '../../../server/store/api-reads.ts';
import type { CommentChoice } from '../../../server/store/comment-search.ts';
import type { NewSite, Site, Store } from '../../../server/store/store.ts';
import type { PeriodStarts } from '../../../server/store/work-list.ts';
import { originOf, usualTraffic } from '../../support/generate-responses.ts';
import { busyEditor, usedTag } from './fill-desks.ts';

/** A period as the queries of counts and those of comments want it. */
export interface Period extends DayRange {
  moments: { from: Date; before: Date };
}

/** What the queries are asked for: the busiest of everything. */
export interface ReadPlaces {
  siteIds: number[];
  /** The site with the most pages. */
  siteId: number;
  /** The page with the most answers: one in eleven of all. */
  pageId: number;
  /** How many comments the page has. */
  pageComments: number;
  /** The one who has handled comments; 0 where nobody has. */
  editorId: number;
  /** A tag of the site that many comments have. */
  tagId: number;
  /** A comment that was handled, and what the change of it and others with it is called. */
  handledId: number;
  batch: string;
  /** How many pages there are in all. */
  pages: number;
  /** How many pages of the site have answers in the year. */
  sitePages: number;
  /** How many comments the site has in the year. */
  yearComments: number;
  day: Period;
  month: Period;
  year: Period;
  /** A year that ended a year ago. */
  yearBefore: Period;
}

/** The longest period that can be asked for, in days. */
const aYear = 366;
const aMonth = 30;

/** Adds the three sites that the generated pages belong to. */
export async function addGeneratedSites(store: Store): Promise<Site[]> {
  const sites: Site[] = [];
  for (const number of [1, 2, 3]) {
    const site: NewSite = {
      key: `site-${number}`,
      name: `Site ${number}`,
      origins: [originOf(number)],
      foldWww: false,
      queryParameters: [],
      allowedNumbers: [],
    };
    sites.push(await store.addSite(site));
  }
  return sites;
}

/** Brings the order of the work list up to the last day, as the service does each hour. */
async function prepareWorkList(store: Store): Promise<void> {
  const from = workPeriodStarts();
  for (let after = 0; ;) {
    const ids = await store.listPageIdsAfter(after, 500);
    await store.refreshRecent(ids, from);
    await store.refreshSinceEdit(ids, readDay);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The day on which the database is read: its last. */
export const readDay = lastDays(1).toDay;

/** The first days of the work list's periods. */
export const workPeriodStarts = (): PeriodStarts => ({
  7: lastDays(7).fromDay,
  30: lastDays(30).fromDay,
  90: lastDays(90).fromDay,
});

/** Finds out, before anything is measured, what to ask for. */
export async function findPlaces(store: Store): Promise<ReadPlaces> {
  await prepareWorkList(store);
  const siteIds = (await store.listSites()).map(({ id }) => id);
  const [siteId = 0] = siteIds;
  const [month, year] = [lastDays(aMonth), lastDays(aYear)];
  const pageId = 1;
  const page = await store.findPage(pageId);
  const one = { limit: 1, offset: 0 };
  const tag = (await store.listTags(siteId)).find(({ name }) => name === usedTag);
  const handled: CommentChoice = { siteIds: [siteId], status: 'fixed' };
  const [handledId = 0] = (await store.searchComments(handled, 'newest', null, 1)).ids;
  const [event] = await store.listCommentEvents({ id: handledId, siteId });
  return {
    siteIds,
    siteId,
    pageId,
    pageComments: page?.comments ?? 0,
    editorId: (await store.findEditorByName(busyEditor))?.id ?? 0,
    tagId: tag?.id ?? 0,
    handledId,
    batch: event?.batch ?? '',
    day: lastDays(1),
    pages: await store.countPages(siteIds),
    sitePages: await store.countPagesInPeriod({ siteId, ...year }),
    yearComments: (await store.readComments({ siteId, ...year.moments }, one)).total,
    month,
    year,
    yearBefore: lastDays(aYear - 2, aYear - 2),
  };
}

/** @param ago how many days before the last day the period ends */
function lastDays(count: number, ago = 0): Period {
  const aDay = 24 * 60 * 60 * 1000;
  const end = Date.parse(usualTraffic.lastDay) + aDay - ago * aDay;
  const dayAt = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  // Generated days begin and end an hour before those of Greenwich, as they do in Sweden.
  const momentAt = (moment: number) => new Date(moment - aDay / 24);
  return {
    fromDay: dayAt(end - count * aDay),
    toDay: dayAt(end - aDay),
    moments: { from: momentAt(end - count * aDay), before: momentAt(end) },
  };
}
