import type Database from 'better-sqlite3';
import { isPassingFault } from '../passing-faults.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import { createAcceptedAnswers, type AcceptedAnswer } from './accepted-answers.ts';
import { createPlaceCheck } from './append-only-in-place.ts';
import { prepareAppendStatements } from './append-statements.ts';
import { tuneForAppending } from './append-tuning.ts';
import { createInbox, isStorable } from './inbox.ts';
import type { ResponseKeys } from './response-keys.ts';
import { createWriteResponses } from './write-responses.ts';

export interface AppendOptions {
  /** How long a response may be amended, in milliseconds. */
  amendmentWindow: number;
  /** From so many answers at once they wait in the inbox. */
  rush?: number;
  /** So many may wait there: to write them takes about 45 ms, in which nothing else is done. */
  mostWaiting?: number;
}

export interface AppendResponses {
  /** Stores answers, in one transaction: when it is fulfilled they are on disk. */
  append: (list: IncomingResponse[]) => Promise<AppendOutcome[]>;
  /**
   * Puts what waits in the inbox where it is read. To be called before
   * anything else is written.
   * @throws when the database cannot be written just now; then all still waits
   */
  empty: () => void;
  /** The same, but for reading: what cannot be written yet is read later. */
  emptyIfPossible: () => void;
  /** How many answers could not be put into their tables, and are kept apart. */
  countRefused: () => number;
  /** Empties it for the last time: no more is done later. */
  close: () => void;
}

/** In the inbox no answer waits longer, in milliseconds. */
const longestWait = 250;

/**
 * Stores visitors' answers: few at once in their tables, with comment, words and counts;
 * many at once in the inbox, from where they go to their tables in still larger numbers.
 */
export function createAppendResponses(
  database: Database.Database,
  keys: ResponseKeys,
  { amendmentWindow, rush = 24, mostWaiting = 2000 }: AppendOptions,
): AppendResponses {
  tuneForAppending(database);
  const statements = prepareAppendStatements(database);
  const checkPlace = createPlaceCheck(database);
  const inbox = createInbox(database);
  const accepted = createAcceptedAnswers(statements, keys, amendmentWindow);
  const write = createWriteResponses(database, statements, keys);
  const patience = Number(database.pragma('busy_timeout', { simple: true }));
  /** Whether memory knows all that waits in the inbox. */
  let isKnown = false;
  let timer: NodeJS.Timeout | undefined;
  let atOnce: NodeJS.Immediate | undefined;

  function begin() {
    keys.begin();
    if (inbox.mayHaveChanged() || !isKnown) {
      accepted.clear();
      for (const incoming of inbox.read()) accepted.decide(incoming);
    }
    isKnown = true;
  }

  /** What was done since the transaction began has been taken back. */
  function forget() {
    keys.forget();
    accepted.clear();
    isKnown = false;
  }

  function writeAccepted() {
    write(accepted.list());
    inbox.clear();
    accepted.clear();
  }

  const take = database.transaction((list: IncomingResponse[], mayWait: boolean) => {
    begin();
    const outcomes = list.map((incoming) => accepted.decide(incoming));
    if (mayWait) inbox.add(list.filter((_, place) => isAccepted(outcomes[place])));
    else writeAccepted();
    return outcomes;
  });

  const writeTogether = database.transaction(() => {
    begin();
    if (accepted.count() > 0) writeAccepted();
  });

  const writeOne = database.transaction((answer: AcceptedAnswer) => write([answer]));

  const writeEach = database.transaction(() => {
    begin();
    for (const answer of accepted.list()) {
      try {
        writeOne(answer);
      } catch (fault) {
        if (isPassingFault(fault)) throw fault;
        inbox.refuse(answer, nameOf(fault));
      }
    }
    inbox.clear();
  });

  const isEmpty = () => (isKnown ? accepted.count() === 0 : inbox.isEmpty());

  function empty() {
    if (isEmpty()) return;
    try {
      writeTogether.immediate();
      return;
    } catch (fault) {
      forget();
      if (isPassingFault(fault)) throw fault;
    }
    // One bad answer must harm no other.
    try {
      writeEach.immediate();
    } finally {
      forget();
    }
  }

  /** Whoever asks next is told if it cannot be done. */
  function emptyIfPossible() {
    cancel();
    if (isEmpty()) return;
    // Whoever reads does not wait for those who write.
    database.pragma('busy_timeout = 0');
    try {
      empty();
    } catch {
      timer = setTimeout(emptyIfPossible, longestWait).unref();
    } finally {
      database.pragma(`busy_timeout = ${patience}`);
    }
  }

  /** At once means: after those who wait for this turn's answers have been told. */
  function planToEmpty() {
    if (accepted.count() >= mostWaiting) atOnce ??= setImmediate(emptyIfPossible);
    else if (accepted.count() > 0) timer ??= setTimeout(emptyIfPossible, longestWait).unref();
  }

  function cancel() {
    clearTimeout(timer);
    clearImmediate(atOnce);
    timer = atOnce = undefined;
  }

  return {
    empty,
    emptyIfPossible,
    countRefused: inbox.countRefused,
    append: (list) =>
      // The database call is synchronous: its failure becomes a rejection like any other store's.
      new Promise((resolve) => {
        checkPlace();
        // Whoever sends what the tables would not take is told so at once.
        const mayWait = list.length >= rush && list.every(isStorable);
        if (!mayWait || accepted.count() >= 2 * mostWaiting) empty();
        try {
          resolve(take.immediate(list, mayWait));
        } catch (fault) {
          forget();
          throw fault;
        }
        planToEmpty();
      }),
    close() {
      emptyIfPossible();
      cancel();
    },
  };
}

const isAccepted = (outcome: AppendOutcome | undefined) =>
  outcome?.kind === 'new' || outcome?.kind === 'amended';

/** Of a fault only what has none of the visitor's words. */
const nameOf = (fault: unknown) =>
  fault instanceof Error ? ('code' in fault ? String(fault.code) : fault.name) : 'unknown';
