import type { Pool, PoolClient } from 'pg';
import { isNewRevision, toldDay } from '../../revisions/told-day.ts';
import { acknowledged, firstState } from '../amendment.ts';
import { createCommentChanges, type CommentChanges } from '../comment-changes.ts';
import { createCountChanges, type CountChanges } from '../count-changes.ts';
import { keyDigits } from '../key-bytes.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import { amendAll } from './amend-responses.ts';
import { addPages, addResponses, claimKeys, type ResponseInput } from './append-statements.ts';
import { runBatch } from './batch-statement.ts';
import { separateWords } from './comment-words.ts';
import { addCounts, type PageNews } from './count-statements.ts';
import { inTransaction } from './in-transaction.ts';
import type { WriterNumber } from './writer-number.ts';

/** An answer with its place in the batch and its key in hexadecimal digits. */
export interface Entry {
  n: number;
  key: string;
  incoming: IncomingResponse;
}

/** An answer that nobody has sent before, with its number and its page. */
interface NewEntry extends Entry {
  id: number;
  page: number;
  /** Whether the answer is to the address of a page that was merged into this one. */
  merged: boolean;
}

export interface Batch {
  client: PoolClient;
  entries: Entry[];
  amendmentWindow: number;
  counts: CountChanges;
  comments: CommentChanges;
  /** By the place of the answer in the batch. */
  outcomes: AppendOutcome[];
}

/**
 * Makes the function that writes visitors' answers: the whole batch in one transaction
 * with a handful of statements, however many there are. What the outcome of each is, and
 * what it changes in the counts, is decided by the same rules as for the embedded database.
 * @param amendmentWindow how long a response may be amended, in milliseconds
 */
export function createAppendResponses(pool: Pool, writer: WriterNumber, amendmentWindow: number) {
  return async (list: IncomingResponse[]): Promise<AppendOutcome[]> => {
    const entries = list.map((incoming, n) => ({
      n,
      key: keyDigits(incoming.key),
      incoming,
    }));
    const writerNumber = await writer.read();
    return inTransaction(pool, async (client) => {
      const counts = createCountChanges();
      const comments = createCommentChanges();
      const outcomes: AppendOutcome[] = [];
      const batch = { client, entries, amendmentWindow, counts, comments, outcomes };
      const added = await appendNew(batch);
      const isAdded = new Set(added.map(({ n }) => n));
      await amendAll(batch, (n) => !isAdded.has(n));
      const changes = counts.list();
      if (changes.length > 0) {
        const news = JSON.stringify(pageNews(added));
        const told = JSON.stringify(comments.byPage());
        const spans = JSON.stringify(comments.bySpan());
        const days = JSON.stringify(comments.byDay());
        await runBatch(client, addCounts, changes, writerNumber, news, told, spans, days);
      }
      return outcomes;
    });
  };
}

/** Stores the answers whose keys nobody has stored before. */
async function appendNew(batch: Batch): Promise<NewEntry[]> {
  const { client, entries, amendmentWindow, counts, comments, outcomes } = batch;
  const firstOfKey = new Map<string, Entry>();
  for (const entry of entries) {
    const name = `${entry.incoming.siteId} ${entry.key}`;
    if (!firstOfKey.has(name)) firstOfKey.set(name, entry);
  }
  const keys = [...firstOfKey.values()].map(({ n, key, incoming }) => ({
    n,
    key,
    site: incoming.siteId,
    address: incoming.address,
    revision: firstState(incoming).revisionNo,
    until: incoming.received.getTime() + amendmentWindow,
  }));
  const claims = await runBatch(client, claimKeys, keys);
  // In the order of their numbers, in which tables and indexes grow at their ends.
  claims.sort((one, other) => one.n - other.n);
  const added = await withPages(
    client,
    claims.flatMap(({ n, id, page, merged }) => {
      const entry = entries[n];
      return entry && id !== null ? [{ ...entry, id, page, merged }] : [];
    }),
  );
  if (added.length > 0) await runBatch(client, addResponses, added.map(responseInput));
  for (const { n, page, incoming } of added) {
    const { siteId, day } = incoming;
    const state = firstState(incoming);
    const received = incoming.received.getTime();
    const amendableUntil = received + amendmentWindow;
    counts.add({ siteId, pageId: page, day }, null, state);
    comments.add({ siteId, pageId: page }, null, state, incoming.received);
    outcomes[n] = acknowledged('new', { ...state, received, amendableUntil });
  }
  return added;
}

/** Gives each new answer its page; makes the pages that nobody has answered on before. */
async function withPages(
  client: PoolClient,
  entries: (Omit<NewEntry, 'page'> & { page: number | null })[],
): Promise<NewEntry[]> {
  const nameOf = (site: number, address: string) => `${site} ${address}`;
  const missing = new Map<string, { site: number; address: string; received: number }>();
  for (const { page, incoming } of entries) {
    const { siteId: site, address } = incoming;
    const received = incoming.received.getTime();
    if (page === null) missing.set(nameOf(site, address), { site, address, received });
  }
  const made = new Map<string, number>();
  if (missing.size > 0) {
    const rows = await runBatch(client, addPages, [...missing.values()]);
    for (const { site, address, page } of rows) made.set(nameOf(site, address), page);
  }
  return entries.map(({ page, ...entry }) => {
    const { siteId, address } = entry.incoming;
    const known = page ?? made.get(nameOf(siteId, address));
    if (known === undefined) throw new Error('The page was not stored.');
    return { ...entry, page: known };
  });
}

function responseInput({ id, page, incoming }: NewEntry): ResponseInput {
  const { siteId, day, content } = incoming;
  const { revisionNo: _, ...state } = firstState(incoming);
  return {
    ...state,
    id,
    site: siteId,
    page,
    day,
    received: incoming.received.getTime(),
    survey: content.survey,
    pageLanguage: content.pageLanguage,
    widgetLanguage: content.widgetLanguage,
    pageUpdated: content.pageUpdated,
    leftOut: state.leftOut ? 1 : 0,
    ...(state.comment !== null && separateWords(state.comment)),
  };
}

/** What the new answers tell of their pages, for each page once. */
function pageNews(added: NewEntry[]): PageNews[] {
  const news = new Map<number, PageNews>();
  for (const { page, merged, incoming } of added) {
    const { siteId, content, day } = incoming;
    const known = news.get(page);
    const before = known?.updated ?? null;
    // A robot may not rename a page, nor say that it was updated; nor may a page's former address.
    const told = merged || firstState(incoming).leftOut ? undefined : content;
    const updated = toldDay(told?.pageUpdated, day);
    news.set(page, {
      site: siteId,
      page,
      title: told?.title ?? known?.title ?? null,
      language: told?.pageLanguage ?? known?.language ?? null,
      received: Math.max(incoming.received.getTime(), known?.received ?? 0),
      updated: isNewRevision(updated, before) ? updated : before,
    });
  }
  return [...news.values()];
}
