import { asProblem } from '../http/as-problem.ts';
import { ProblemError } from '../http/problem.ts';
import type { AppendOutcome, IncomingResponse, Store } from '../store/store.ts';

/** Takes answers one by one and stores them together. */
export interface WriteQueue {
  /** Fulfilled when the answer is on disk. */
  add: (response: IncomingResponse) => Promise<AppendOutcome>;
}

/** One commit as the queue saw it. */
export interface CommitFacts {
  /** How many answers shared it. */
  size: number;
  /** How long it took, in milliseconds. */
  duration: number;
  /** How many answers came in meanwhile or were left for the next. */
  waiting: number;
  /** Whether it failed: then nothing of it is stored. */
  failed: boolean;
}

export interface WriteQueueOptions {
  /** The most answers that may wait; one more is asked to come back. */
  limit?: number;
  /** The most answers that share a commit. */
  mostAtOnce?: number;
  /** Is told of every commit, after those who wait for it. */
  onCommit?: (facts: CommitFacts) => void;
}

interface Waiting {
  response: IncomingResponse;
  resolve: (outcome: AppendOutcome) => void;
  reject: (reason: unknown) => void;
}

/**
 * Collects the answers that arrive at the same time (see end-of-turn.ts), or while a commit
 * is under way, stores them in one transaction, then tells each that it is stored. Waiting
 * for the disk costs far more than the writing: shared by many it hardly counts.
 */
export function createWriteQueue(
  store: Pick<Store, 'appendResponses'>,
  { limit = 10_000, mostAtOnce = 1000, onCommit }: WriteQueueOptions = {},
): WriteQueue {
  let waiting: Waiting[] = [];
  let isAtWork = false;

  async function work() {
    const batch = waiting.slice(0, mostAtOnce);
    waiting = waiting.slice(mostAtOnce);
    await commit(batch);
    // The next turn, so that those who were stored are answered before others are.
    if (waiting.length > 0) workNextTurn();
    else isAtWork = false;
  }

  function workNextTurn() {
    setImmediate(() => void work());
  }

  async function commit(batch: Waiting[]): Promise<void> {
    const start = performance.now();
    let failed = true;
    try {
      const outcomes = await store.appendResponses(batch.map((entry) => entry.response));
      failed = false;
      batch.forEach((entry, place) => {
        const outcome = outcomes[place];
        if (outcome) entry.resolve(outcome);
        else entry.reject(new Error('The store did not tell what became of an answer.'));
      });
    } catch (error) {
      await divide(batch, error);
    } finally {
      const duration = performance.now() - start;
      onCommit?.({ size: batch.length, duration, waiting: waiting.length, failed });
    }
  }

  /**
   * One bad answer must harm no other: halved again and again, each fares as it deserves.
   * But when the database cannot be written at all, trying again would only make all wait.
   */
  async function divide(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || asProblem(error).kind === 'unavailable') {
      for (const entry of batch) entry.reject(error);
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await commit(batch.slice(0, middle));
    await commit(batch.slice(middle));
  }

  return {
    add: (response) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= limit) {
          const detail = 'Too many answers are waiting. Try again in a while.';
          reject(new ProblemError('unavailable', detail, { headers: { 'retry-after': '5' } }));
          return;
        }
        waiting.push({ response, resolve, reject });
        if (isAtWork) return;
        isAtWork = true;
        // As soon as all who come now are here.
        process.nextTick(() => void work());
      }),
  };
}
