import type Database from 'better-sqlite3';
import { isPassingFault } from '../passing-faults.ts';
import type { RefusedAnswers } from '../refused-answers.ts';
import type { AppendOutcome, IncomingResponse } from '../store.ts';
import {
  createAcceptedAnswers,
  type AcceptedAnswer,
  type WaitingAnswer,
} from './accepted-answers.ts';
import { createPlaceCheck } from './append-only-in-place.ts';
import { prepareAppendStatements } from './append-statements.ts';
import { tuneForAppending } from './append-tuning.ts';
import { createInbox, isStorable } from './inbox.ts';
import { createOtherWriters } from './other-writers.ts';
import { createRefusedAnswers, isOfOneAnswer } from './refused-answers.ts';
import type { ResponseKeys } from './response-keys.ts';
import { createWriteResponses } from './write-responses.ts';

export interface AppendOptions {
  /** How long a response may be amended, in milliseconds. */
  amendmentWindow: number;
  /** From so many answers at once they wait in the inbox. */
  rush?: number;
  /** So many may wait there: to write them takes about 45 ms, in which nothing else is done. */
  mostWaiting?: number;
  /** Is told why the inbox cannot be emptied, unless that passes by itself. */
  report?: (fault: unknown) => void;
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
  refused: RefusedAnswers;
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
  { amendmentWindow, rush = 24, mostWaiting = 2000, report }: AppendOptions,
): AppendResponses {
  tuneForAppending(database);
  const statements = prepareAppendStatements(database);
  const checkPlace = createPlaceCheck(database);
  const inbox = createInbox(database);
  const haveOthersWritten = createOtherWriters(database);
  const { refuse, ...refused } = createRefusedAnswers(database);
  const accepted = createAcceptedAnswers(statements, keys, amendmentWindow);
  const write = createWriteResponses(database, statements, keys);
  const patience = Number(database.pragma('busy_timeout', { simple: true }));
  /** Whether memory knows all that waits in the inbox. */
  let isKnown = false;
  let timer: NodeJS.Timeout | undefined;
  let atOnce: NodeJS.Immediate | undefined;

  function begin() {
    keys.begin();
    if (haveOthersWritten() || !isKnown) {
      accepted.clear();
      inbox.read().forEach(accepted.restore);
    }
    isKnown = true;
  }

  /** What was done since the transaction began has been taken back. */
  function forget() {
    keys.forget();
    accepted.clear();
    isKnown = false;
  }

  const writeAccepted = () => {
    write(accepted.list());
    inbox.clear();
    accepted.clear();
  };

  const take = database.transaction((list: IncomingResponse[]) => {
    begin();
    // Whoever sends what the tables would not take is told so at once.
    const mayWait =
      list.length >= rush && accepted.count() < 2 * mostWaiting && list.every(isStorable);
    const outcomes = list.map((incoming) => accepted.decide(incoming));
    if (!mayWait) {
      writeAccepted();
    } else {
      const added = list.flatMap((answer, place) => waitingOf(answer, outcomes[place]));
      if (added.length > 0) inbox.add(added);
    }
    return outcomes;
  });

  const emptyTogether = database.transaction(() => {
    begin();
    writeAccepted();
  });

  const writeOne = database.transaction((answer: AcceptedAnswer) => write([answer]));

  const emptyOneByOne = database.transaction(() => {
    begin();
    for (const answer of accepted.list()) {
      try {
        writeOne(answer);
      } catch (fault) {
        if (!isOfOneAnswer(fault)) throw fault;
        refuse(answer, fault);
      }
    }
    inbox.clear();
  });

  function empty() {
    if (inbox.isEmpty()) return;
    try {
      emptyTogether.immediate();
      return;
    } catch (fault) {
      forget();
      if (!isOfOneAnswer(fault)) throw fault;
    }
    // One bad answer must harm no other.
    try {
      emptyOneByOne.immediate();
    } finally {
      forget();
    }
  }

  /** It is tried again, and whoever writes next is told if it cannot be done. */
  function emptyIfPossible() {
    cancel();
    try {
      if (inbox.isEmpty()) return;
      // Whoever reads does not wait for those who write.
      database.pragma('busy_timeout = 0');
      try {
        empty();
      } finally {
        database.pragma(`busy_timeout = ${patience}`);
      }
    } catch (fault) {
      if (!isPassingFault(fault)) report?.(fault);
      timer = setTimeout(emptyIfPossible, longestWait).unref();
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
    refused,
    empty,
    emptyIfPossible,
    append: (list) =>
      // The database call is synchronous: its failure becomes a rejection like any other store's.
      new Promise((resolve) => {
        checkPlace();
        if (list.length < rush) empty();
        try {
          resolve(take.immediate(list));
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

/** What is to be kept of an answer until it is written; nothing of one that changes nothing. */
const waitingOf = (
  answer: IncomingResponse,
  outcome: AppendOutcome | undefined,
): WaitingAnswer[] =>
  outcome?.kind === 'new' || outcome?.kind === 'amended'
    ? [{ answer, until: outcome.stored.amendableUntil.getTime() }]
    : [];
