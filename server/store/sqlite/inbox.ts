import type Database from 'better-sqlite3';
import { answers } from '../../contract/response-schema.ts';
import type { IncomingResponse } from '../store.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';

/**
 * Where answers wait in a rush: on disk, many in one row, until they are put into their tables
 * together. To write them there one batch at a time takes twice as long. Everything is called
 * inside a transaction.
 */
export interface Inbox {
  /**
   * Whether the file may hold other answers than memory knows: another process has written
   * since this was asked last.
   */
  mayHaveChanged: () => boolean;
  /** May be asked outside a transaction, too. */
  isEmpty: () => boolean;
  /** All that wait, in the order in which they came. */
  read: () => IncomingResponse[];
  add: (answers: IncomingResponse[]) => void;
  clear: () => void;
  /** Keeps an answer that cannot be put into its tables, so that it is not lost. */
  refuse: (answer: AcceptedAnswer, fault: string) => void;
  /** How many are kept so; may be asked outside a transaction, too. */
  countRefused: () => number;
}

export function createInbox(database: Database.Database): Inbox {
  /** Changes when another connection has written, and only then. */
  const dataVersion = database.prepare<[], number>('pragma data_version').pluck();
  const findAny = database.prepare('select 1 from inbox limit 1');
  const readAll = database.prepare<[], string>('select answers from inbox order by id').pluck();
  const add = database.prepare<[answers: string]>('insert into inbox (answers) values (?)');
  const clear = database.prepare('delete from inbox');
  const refuse = database.prepare<[answer: string, fault: string]>(
    'insert into inbox_refused (answer, fault) values (?, ?)',
  );
  const countRefused = database.prepare<[], number>('select count(*) from inbox_refused').pluck();
  let version: number | undefined;

  return {
    mayHaveChanged() {
      const before = version;
      version = dataVersion.get();
      return version !== before;
    },
    isEmpty: () => findAny.get() === undefined,
    read: () => readAll.all().flatMap(parseAnswers),
    add: (answers) => add.run(JSON.stringify(answers.map(withPlainTime))),
    clear: () => clear.run(),
    refuse: ({ first, after }, fault) =>
      refuse.run(JSON.stringify({ ...first, ...after, key: undefined }), fault),
    countRefused: () => countRefused.get() ?? 0,
  };
}

/** To have `JSON.stringify` write a time as text takes longer than all the rest. */
const withPlainTime = (answer: IncomingResponse) => ({
  ...answer,
  received: answer.received.getTime(),
});

const parseAnswers = (answers: string) =>
  (JSON.parse(answers) as ReturnType<typeof withPlainTime>[]).map((answer): IncomingResponse => ({
    ...answer,
    received: new Date(answer.received),
  }));

/** Whether the tables take it: what is acknowledged before it is there must not fail later. */
export const isStorable = ({ content: { answer, rating } }: IncomingResponse): boolean =>
  answers.includes(answer) && (rating === undefined || (rating >= 1 && rating <= 5));
