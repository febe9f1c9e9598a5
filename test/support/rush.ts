import { join } from 'node:path';
import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import type { IncomingResponse } from '../../server/store/store.ts';
import { aDay } from './moving-clock.ts';
import { readDays, readRows } from './stored-rows.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** When all answers are received, and where, unless something else is said. */
export const received = new Date('2026-11-22T11:00:00Z');
export const origin = 'https://www.example.se';
export const address = `${origin}/sida`;

/** From so many at once answers wait, and so many may wait. */
export const rush = 3;
const mostWaiting = 6;

export type Rush = Awaited<ReturnType<typeof openRush>>;

/** An embedded database of its own, on which few answers are a rush. */
export async function openRush() {
  const folder = await createTemporaryFolder();
  const file = join(folder.path, 'gensvar.db');
  /** The faults that nobody waited for. */
  const told: unknown[] = [];
  const report = (fault: unknown) => told.push(fault);
  const open = (amendmentWindow = aDay) =>
    openSqliteStore({ file, amendmentWindow, rush, mostWaiting, report });

  const store = await open();
  const site = { key: 'example', name: 'Example', origins: [origin], foldWww: false };
  const { id: siteId } = await store.addSite({ ...site, queryParameters: [], allowedNumbers: [] });

  const answer = (change: Partial<IncomingResponse> = {}): IncomingResponse => ({
    ...{ key: crypto.randomUUID(), siteId, address, received, day: '2026-11-22', revisionNo: 1 },
    content: { answer: 'yes', survey: 'page' },
    ...change,
  });

  return {
    folder: folder.path,
    file,
    told,
    store,
    siteId,
    /** Opens the database once more, as another program does. */
    open,
    answer,
    many: (count: number) => Array.from({ length: count }, () => answer()),
    /** The same visitor says it again, with words. */
    withComment: ({ key }: IncomingResponse, comment: string, revisionNo = 2) =>
      answer({ key, revisionNo, content: { answer: 'no', survey: 'page', comment } }),
    /** What becomes of answers that are sent together. */
    kinds: async (...answers: IncomingResponse[]) =>
      (await store.appendResponses(answers)).map(({ kind }) => kind),
    /** Whatever is asked, what waits is put into its tables before it is answered. */
    ask: () => store.countPages([siteId]),
    /** How many rows of answers wait. */
    waiting: () => readRows(file, 'select id from inbox').length,
    counts: () => readDays(file).map(({ yes, no, comments }) => ({ yes, no, comments })),
    async close() {
      await store.close();
      await folder.remove();
    },
  };
}
