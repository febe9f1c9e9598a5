import type Database from 'better-sqlite3';
import type { RefusedAnswers } from '../refused-answers.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';

/** Keeps answers that their tables do not take, so that they are not lost. */
export interface KeptRefusedAnswers extends RefusedAnswers {
  /** To be called in the transaction that takes the answer from where it waits. */
  refuse: (answer: AcceptedAnswer, fault: Error) => void;
}

export function createRefusedAnswers(database: Database.Database): KeptRefusedAnswers {
  const add = database.prepare<[answer: string, fault: string]>(
    'insert into inbox_refused (answer, fault) values (?, ?)',
  );
  const count = database.prepare<[], number>('select count(*) from inbox_refused').pluck();
  const forget = database.prepare<[siteId: number, before: number]>(
    `delete from inbox_refused where answer ->> '$.siteId' = ? and answer ->> '$.received' < ?`,
  );

  return {
    // Without the key, and without the fault's words, which might be the visitor's.
    refuse({ first: { key: _, ...first }, before, after, received }, fault) {
      const answer = { ...first, ...after, received, responseId: before?.id };
      add.run(JSON.stringify(answer), 'code' in fault ? String(fault.code) : fault.name);
    },
    countRefused: () => Promise.resolve(count.get() ?? 0),
    forgetRefused(siteId, before) {
      forget.run(siteId, before.getTime());
      return Promise.resolve();
    },
  };
}

/** Whether the fault is one answer's: anything else may pass, or be mended, and all still wait. */
export const isOfOneAnswer = (fault: unknown): fault is Error =>
  fault instanceof Error &&
  'code' in fault &&
  /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(fault.code));
