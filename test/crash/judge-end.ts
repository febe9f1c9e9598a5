import Database from 'better-sqlite3';
import { sqliteKeys } from '../support/stored-rows.ts';
import { keyBytes } from '../../server/store/key-bytes.ts';
import type { LedgerEntry } from './ledger.ts';

/**
 * Looks, through a connection of its own beside the service's, for what the end of the
 * last life may have cost.
 * @param entries the responses that were acknowledged in that life
 * @returns what is wrong, in words
 */
export function judgeEnd(file: string, entries: LedgerEntry[]): string[] {
  const database = new Database(file, { readonly: true });
  try {
    const revisionOf = database
      .prepare<[key: Uint8Array], number>(`select revision_no from ${sqliteKeys} where key = ?`)
      .pluck();
    const number = (sql: string) => database.prepare<[], number>(sql).pluck().get();
    const rows = number('select count(*) from response');
    const counted = number('select coalesce(sum(yes + no + partly + left_out), 0) from site_day');
    return [
      ...entries
        .filter(({ id, acknowledged }) => (revisionOf.get(keyBytes(id)) ?? 0) < acknowledged)
        .map(({ id, acknowledged }) => `${id}, revision ${acknowledged}, is missing`),
      ...(rows === counted ? [] : [`${rows} are stored, but ${counted} are counted`]),
    ];
  } finally {
    database.close();
  }
}

/** How many rows of answers wait to be put into their tables. */
export function countWaiting(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare<[], number>('select count(*) from inbox').pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
