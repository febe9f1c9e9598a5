import type { PoolClient } from 'pg';
import { acknowledged, amendedState, type StoredState } from '../amendment.ts';
import type { CountChanges } from '../count-changes.ts';
import type { AppendOutcome } from '../store.ts';
import {
  amendResponses,
  lockKeys,
  lockResponses,
  type AmendmentInput,
} from './amend-statements.ts';
import type { Entry } from './append-responses.ts';
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
export async function amendAll(
  client: PoolClient,
  entries: Entry[],
  counts: CountChanges,
  outcomes: AppendOutcome[],
): Promise<void> {
  if (entries.length === 0) return;
  const known = await readAmendable(client, entries);
  for (const { n, key, incoming } of entries) {
    const amendable = known.get(nameOf(incoming.siteId, key));
    outcomes[n] = amendable ? amendOne(amendable, incoming, counts) : { kind: 'too-late' };
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

function amendOne(
  amendable: Amendable,
  incoming: Entry['incoming'],
  counts: CountChanges,
): AppendOutcome {
  const { state: stored } = amendable;
  const received = incoming.received.getTime();
  if (received >= stored.amendableUntil) return { kind: 'too-late' };
  if (stored.address !== incoming.address) return { kind: 'other-page' };
  const amended = amendedState(stored, incoming);
  if (!amended) return acknowledged('duplicate', stored);
  counts.add(stored, stored, amended);
  if (amended.comment !== stored.comment) amendable.commentReceived ??= received;
  amendable.state = { ...stored, ...amended };
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
