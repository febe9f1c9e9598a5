import type { ExportedPage, ExportedResponse, ExportFilter, Exports } from '../store/exports.ts';
import type { ExportedCounts, ExportedDays, ExportedWork } from '../store/exports.ts';
import { createTurns } from './turns.ts';

/** How many rows a part has at the most: one is read while answers from visitors wait. */
export const partSize = 100;

/** How many pages are looked up at a time. */
const pagesAtATime = 100;

/** A response with what editors did with its comment; null without one. */
type HandledResponse = ExportedResponse & { work: ExportedWork | null };

/** A response with its page. */
export type ResponseOfPage = HandledResponse & { page: ExportedPage };

/** A page's counts on one day. */
export type CountsOfPage = ExportedCounts & { page: ExportedPage };

/** The responses of an export by page, day and number, in parts. */
export const readResponses = (
  store: Exports,
  filter: ExportFilter,
): AsyncGenerator<ResponseOfPage[]> =>
  readParts(store, filter, async (days, after: HandledResponse | null) =>
    withWork(store, filter.siteId, await store.listForExport(days, after, partSize)),
  );

async function withWork(
  store: Exports,
  siteId: number,
  rows: ExportedResponse[],
): Promise<HandledResponse[]> {
  const commented = rows.filter(({ comment }) => comment !== null).map(({ id }) => id);
  const works = commented.length > 0 ? await store.readWorkForExport(siteId, commented) : undefined;
  return rows.map((row) => Object.assign(row, { work: works?.get(row.id) ?? null }));
}

/** The counts of an export by page and day, in parts. */
export const readCounts = (store: Exports, filter: ExportFilter): AsyncGenerator<CountsOfPage[]> =>
  readParts(store, filter, (days, after: ExportedCounts | null) =>
    store.listCountsForExport(days, after, partSize),
  );

/** Goes through groups of pages; each query starts where the one before it ended. */
async function* readParts<Row extends { pageId: number }>(
  store: Exports,
  filter: ExportFilter,
  read: (days: ExportedDays, after: Row | null) => Promise<Row[]>,
): AsyncGenerator<(Row & { page: ExportedPage })[]> {
  const giveTurn = createTurns();
  const { siteId, fromDay, toDay } = filter;
  for await (const pages of groupedPages(store, filter)) {
    const days = { siteId, fromDay, toDay, pageIds: [...pages.keys()] };
    let last: Row | null = null;
    let rows: Row[];
    do {
      rows = await read(days, last);
      last = rows.at(-1) ?? null;
      if (rows.length > 0) yield rows.map((row) => withPage(row, pages));
      await giveTurn();
    } while (rows.length === partSize);
  }
}

function withPage<Row extends { pageId: number }>(row: Row, pages: Map<number, ExportedPage>) {
  const page = pages.get(row.pageId);
  if (!page) throw new Error('A row of a page was read that nobody asked for.');
  return Object.assign(row, { page });
}

/** Pages with responses: those with few together, up to a part, and each with many alone. */
async function* groupedPages(
  store: Exports,
  filter: ExportFilter,
): AsyncGenerator<Map<number, ExportedPage>> {
  let group = new Map<number, ExportedPage>();
  let inGroup = 0;
  for await (const page of answeredPages(store, filter)) {
    if (inGroup > 0 && inGroup + page.responses > partSize) {
      yield group;
      group = new Map();
      inGroup = 0;
    }
    group.set(page.id, page);
    inGroup += page.responses;
  }
  if (inGroup > 0) yield group;
}

async function* answeredPages(store: Exports, filter: ExportFilter): AsyncGenerator<ExportedPage> {
  const giveTurn = createTurns();
  let pages: ExportedPage[];
  let last = 0;
  do {
    pages = await store.listPagesForExport(filter, last, pagesAtATime, partSize);
    last = pages.at(-1)?.id ?? last;
    await giveTurn();
    yield* pages.filter(({ responses }) => responses > 0);
  } while (pages.length === pagesAtATime);
}
