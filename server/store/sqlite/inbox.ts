import type Database from 'better-sqlite3';
import { answers } from '../../contract/response-schema.ts';
import type { IncomingResponse } from '../store.ts';
import type { WaitingAnswer } from './accepted-answers.ts';

/**
 * Where answers wait in a rush: on disk, many in one row, until they are put into their tables
 * together. To write them there one batch at a time takes twice as long. What changes it is
 * called inside a transaction.
 */
export interface Inbox {
  isEmpty: () => boolean;
  /** All that wait, in the order in which they came. */
  read: () => WaitingAnswer[];
  add: (answers: WaitingAnswer[]) => void;
  clear: () => void;
}

export function createInbox(database: Database.Database): Inbox {
  const findAny = database.prepare('select 1 from inbox limit 1');
  const readAll = database.prepare<[], string>('select answers from inbox order by id').pluck();
  const add = database.prepare<[answers: string]>('insert into inbox (answers) values (?)');
  const clear = database.prepare('delete from inbox');

  return {
    isEmpty: () => findAny.get() === undefined,
    read: () =>
      readAll.all().flatMap((row) => (JSON.parse(row) as WrittenAnswer[]).map(readWritten)),
    add: (list) => add.run(JSON.stringify(list.map(written))),
    clear: () => clear.run(),
  };
}

/** To have `JSON.stringify` write a time as text takes longer than all the rest. */
const written = ({ answer, until }: WaitingAnswer) => ({
  ...answer,
  received: answer.received.getTime(),
  until,
});

type WrittenAnswer = ReturnType<typeof written>;

const readWritten = ({ until, ...answer }: WrittenAnswer): WaitingAnswer => ({
  answer: { ...answer, received: new Date(answer.received) },
  until,
});

/** Whether the tables take it: what is acknowledged before it is there must not fail later. */
export const isStorable = ({ content: { answer, rating } }: IncomingResponse): boolean =>
  answers.includes(answer) && (rating === undefined || (rating >= 1 && rating <= 5));
