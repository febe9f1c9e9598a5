import type { PoolClient } from 'pg';
import { acknowledged, amendedState, asCounted, type StoredState } from '../amendment.ts';
import { mayStopWaiting } from '../comment-changes.ts';
import type { AppendOutcome } from '../store.ts';
import {
  amendResponses,
  findHandled,
  findSuccessor,
  lockKeys,
  lockResponses,
  type AmendmentInput,
} from './amend-statements.ts';
import type { Batch, Entry } from './append-responses.ts';
import { runBatch } from './batch-statement.ts';
import { separateWords } from './comment-words.ts';

/** A stored response as the batch changes it, one answer after the other. */
interface Amendable {
  key: string;
  state: StoredState;
  isChanged: boolean;
  /** When the comment was written that has to be stored; undefined while it stays as it is. */
  commentReceived: number | undefined;
}

/**
 * Stores what visitors say again about responses that are known, in the order in which
 * they said it, and tells for each what became of it.
 */
export async function amendAll(batch: Batch, isKnown: (n: number) => boolean): Promise<void> {
  const { client, outcomes } = batch;
  const entries = batch.entries.filter(({ n }) => isKnown(n));
  if (entries.length === 0) return;
  const known = await readAmendable(client, entries);
  for (const { n, key, incoming } of entries) {
    const amendable = known.get(nameOf(incoming.siteId, key));
    outcomes[n] = amendable ? await amendOne(amendable, incoming, batch) : { kind: 'too-late' };
  }
  const changed = [...known.values()].filter(({ isChanged }) => isChanged);
  if (changed.length > 0) await runBatch(client, amendResponses, changed.map(amendmentInput));
}

const nameOf = (site: number, key: string) => `${site} ${key}`;

/** The responses whose keys may still amend them, by site and key. */
async function readAmendable(
  client: PoolClient,
  entries: Entry[],
): Promise<Map<string, Amendable>> {
  const wanted = new Map(
    entries.map(({ key, incoming }) => [
      nameOf(incoming.siteId, key),
      { site: incoming.siteId, key },
    ]),
  );
  const keys = await runBatch(client, lockKeys, [...wanted.values()]);
  const open = keys.flatMap(({ site, id }) => (id === null ? [] : [{ site, id }]));
  if (open.length === 0) return new Map();
  // Not in one statement with the keys: that would not see what it had to wait for.
  const responses = new Map(
    (await runBatch(client, lockResponses, open)).map((row) => [row.id, row]),
  );
  const amendable = new Map<string, Amendable>();
  for (const { site, key, id, revision, until } of keys) {
    const row = id === null ? undefined : responses.get(id);
    if (!row) continue;
    const { page: pageId, site: siteId, ...rest } = row;
    const leftOut = row.leftOut === 1;
    const state = { ...rest, siteId, pageId, leftOut, revisionNo: revision, amendableUntil: until };
    amendable.set(nameOf(site, key), { key, state, isChanged: false, commentReceived: undefined });
  }
  return amendable;
}

async function amendOne(
  amendable: Amendable,
  incoming: Entry['incoming'],
  { client, counts, comments }: Batch,
): Promise<AppendOutcome> {
  const { state: stored } = amendable;
  const received = incoming.received.getTime();
  if (received >= stored.amendableUntil) return { kind: 'too-late' };
  if (stored.address !== incoming.address) {
    // A page that has been merged into another is answered about at its old address too.
    const asked = [{ site: stored.siteId, address: incoming.address }];
    const [successor] = await runBatch(client, findSuccessor, asked);
    if (successor?.page !== stored.pageId) return { kind: 'other-page' };
  }
  const amended = amendedState(stored, incoming);
  if (!amended) return acknowledged('duplicate', stored);
  const { before, after } = asCounted(stored, amended);
  counts.add(stored, before, after);
  const { siteId: site, id } = stored;
  // Rarely asked: only when a comment that is stored is suspected now.
  const isHandled =
    mayStopWaiting(stored, amended) &&
    (await runBatch(client, findHandled, [{ site, id }])).length > 0;
  comments.add(stored, stored, amended, incoming.received, isHandled);
  if (amended.comment !== stored.comment) amendable.commentReceived ??= received;
  amendable.state = { ...stored, ...amended, commented: after.comment === null ? 0 : 1 };
  amendable.isChanged = true;
  return acknowledged('amended', amendable.state);
}

function amendmentInput({ key, state, commentReceived }: Amendable): AmendmentInput {
  const { id, siteId, pageId, answer, rating, comment, revisionNo, suspicion } = state;
  return {
    ...{ id, key, answer, rating, comment, revisionNo, suspicion, commentReceived },
    site: siteId,
    page: pageId,
    leftOut: state.leftOut ? 1 : 0,
    ...(comment !== null && commentReceived !== undefined && separateWords(comment)),
  };
}
