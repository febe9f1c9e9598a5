import { isCalendarDate } from '../contract/calendar-date.ts';
import { addDays } from '../days.ts';
import { locatePage } from '../intake/locate-page.ts';
import type { SiteRegister } from '../intake/site-register.ts';
import type { ExportFilter, Exports } from '../store/exports.ts';
import type { Site } from '../store/store.ts';

/** How much of a site is exported. */
export const scopes = ['site', 'section', 'page'] as const;
export type ScopeKind = (typeof scopes)[number];

/** The days of an export: so many up to today, or others. */
export const exportPeriods = [
  ...(['7', '30', '90', '365', 'this-year', 'last-year', 'all', 'edit', 'dates'] as const),
];
export type ExportPeriod = (typeof exportPeriods)[number];

/** What somebody wants, as it was written. */
export interface ScopeWish {
  scope: ScopeKind;
  /** A path such as `/tjanster`, or a whole address; not read for a whole site. */
  address: string;
  period: ExportPeriod;
  /** Days such as `2026-11-22`, read for the period `dates` only. */
  from: string;
  to: string;
}

/** What was found of it. */
export interface Scope {
  site: Site;
  filter: ExportFilter;
  /** The page's canonical address or the section's path; null for the whole site. */
  subject: string | null;
}

/** What is wrong with a wish, and with which of its fields. */
export type ScopeFaults = Partial<{
  address: 'none' | 'other-site' | 'no-page';
  period: 'no-page' | 'no-edit';
  from: 'no-day' | 'after-end';
  to: 'no-day';
}>;

const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

/** Finds what a wish means on a site. */
export async function chooseScope(
  wish: ScopeWish,
  site: Site,
  { store, sites, today }: { store: Exports; sites: SiteRegister; today: string },
): Promise<{ scope: Scope } | { faults: ScopeFaults }> {
  const place = await findPlace(wish, site, store, sites);
  const days = await findDays(wish, site, place, store, today);
  const faults = { ...place.faults, ...days.faults };
  if (Object.keys(faults).length > 0) return { faults };
  const { pageId, sections, subject = null } = place;
  const { fromDay = firstDay, toDay = lastDay } = days;
  const filter = { siteId: site.id, pageId, sections, fromDay, toDay };
  return { scope: { site, filter, subject } };
}

interface Place extends Pick<ExportFilter, 'pageId' | 'sections'> {
  subject?: string;
  faults?: ScopeFaults;
}

async function findPlace(
  { scope, address }: ScopeWish,
  site: Site,
  store: Exports,
  sites: SiteRegister,
): Promise<Place> {
  if (scope === 'site') return {};
  const text = address.trim();
  if (text === '') return { faults: { address: 'none' } };
  // A path is looked for at each address that the site answers at.
  const spellings = text.startsWith('/') ? site.origins.map((origin) => origin + text) : [text];
  const found: string[] = [];
  for (const spelling of spellings) {
    const located = await locatePage(sites, spelling).catch(() => undefined);
    if (located?.site.id === site.id) found.push(located.address);
  }
  const [first] = found;
  if (first === undefined) return { faults: { address: 'other-site' } };
  if (scope === 'section') {
    const path = new URL(first).pathname.replace(/\/+$/, '');
    if (path === '') return {};
    return { sections: site.origins.map((origin) => origin + path), subject: path };
  }
  for (const subject of found) {
    const pageId = await store.findPageId(site.id, subject);
    if (pageId !== null) return { pageId, subject };
  }
  return { faults: { address: 'no-page' } };
}

interface Days {
  fromDay?: string;
  toDay?: string;
  faults?: ScopeFaults;
}

async function findDays(
  { period, from, to }: ScopeWish,
  site: Site,
  { pageId, faults }: Place,
  store: Exports,
  today: string,
): Promise<Days> {
  const year = Number(today.slice(0, 4));
  switch (period) {
    case 'all':
      return {};
    case 'this-year':
      return { fromDay: `${year}-01-01`, toDay: today };
    case 'last-year':
      return { fromDay: `${year - 1}-01-01`, toDay: `${year - 1}-12-31` };
    case 'dates':
      return readDays(from.trim(), to.trim());
    case 'edit': {
      // Of a page that is not found, the address says what is wrong.
      if (faults) return {};
      if (pageId === undefined) return { faults: { period: 'no-page' } };
      const day = await store.findLastRevision(site.id, pageId, today);
      // From the day after it, as in the page's report.
      return day === null
        ? { faults: { period: 'no-edit' } }
        : { fromDay: addDays(day, 1), toDay: today };
    }
    default:
      return { fromDay: daysBefore(today, Number(period) - 1), toDay: today };
  }
}

/** A day that is left out is the first or the last there is. */
function readDays(from: string, to: string): Days {
  const isDay = (text: string) =>
    text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text));
  const faults: ScopeFaults = {
    ...(!isDay(from) && { from: 'no-day' }),
    ...(!isDay(to) && { to: 'no-day' }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  if (from !== '' && to !== '' && from > to) return { faults: { from: 'after-end' } };
  return { ...(from !== '' && { fromDay: from }), ...(to !== '' && { toDay: to }) };
}

const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(day) - count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
