import { asProblem } from '../http/as-problem.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppendOutcome, IncomingResponse, Store } from '../store/store.ts';

/** The most answers that may wait for one commit. */
const queueLimit = 10_000;

interface Waiting {
  response: IncomingResponse;
  resolve: (outcome: AppendOutcome) => void;
  reject: (reason: unknown) => void;
}

/** Takes answers one by one and stores them together. */
export interface WriteQueue {
  /** Fulfilled when the answer is on disk. */
  add: (response: IncomingResponse) => Promise<AppendOutcome>;
}

/**
 * Collects the answers that arrive during one turn of the event loop, stores
 * them in one transaction, then tells each that it is stored. Waiting for the
 * disk costs far more than the writing: shared by many it hardly counts.
 */
export function createWriteQueue(store: Store): WriteQueue {
  let waiting: Waiting[] = [];

  async function commit(batch: Waiting[]) {
    try {
      const outcomes = await store.appendResponses(batch.map((entry) => entry.response));
      batch.forEach((entry, position) => {
        const outcome = outcomes[position];
        if (outcome) entry.resolve(outcome);
        else entry.reject(new Error('The store did not tell what became of an answer.'));
      });
    } catch (error) {
      // One bad answer must harm no other: alone, each fares as it deserves. But when the
      // database cannot be written at all, trying each would only make all wait longer.
      const isOfOne = batch.length > 1 && asProblem(error).kind !== 'unavailable';
      if (isOfOne) for (const entry of batch) await commit([entry]);
      else for (const entry of batch) entry.reject(error);
    }
  }

  return {
    add: (response) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= queueLimit) {
          const detail = 'Too many answers are waiting. Try again in a while.';
          reject(new ProblemError('unavailable', detail, { headers: { 'retry-after': '5' } }));
          return;
        }
        waiting.push({ response, resolve, reject });
        if (waiting.length > 1) return;
        setImmediate(() => {
          const batch = waiting;
          waiting = [];
          void commit(batch);
        });
      }),
  };
}
