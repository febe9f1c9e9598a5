import type Database from 'better-sqlite3';
import { createOtherWriters } from './other-writers.ts';
import { createVisitorMap, type VisitorKey, type VisitorMap } from './visitor-key.ts';

/** What a key leads to. */
export interface KeyRow {
  /** Null when the amendment window has been closed. */
  responseId: number | null;
  revisionNo: number;
  amendableUntil: number;
}

/**
 * Visitors' keys. They are random: in an index each has a page of the file to itself, and to
 * write that page costs as much as all else of an answer. So new ones are written in the
 * order in which they come, known by memory, and put into the index many at a time.
 * Everything is called inside a transaction, and `forget` when that fails.
 */
export interface ResponseKeys {
  /** To be called first in each transaction that asks for keys or adds them. */
  begin: () => void;
  find: (visitor: VisitorKey) => KeyRow | undefined;
  add: (visitor: VisitorKey, row: KeyRow & { responseId: number }) => void;
  /** Notes the newest revision of what `find` has found. */
  revise: (visitor: VisitorKey, revisionNo: number) => void;
  /** Puts all keys into the index, where the queries that both engines share find them. */
  settle: () => void;
  /** What was done since the transaction began has been taken back. */
  forget: () => void;
}

/** So many keys are written before they are put into the index: about 2 MB of memory. */
const mostRecent = 16_000;

/** Puts the newest keys into the index: in its order, so that each page is written once. */
export const settleKeys = `
  insert into response_key (site_id, key, response_id, revision_no, amendable_until)
    select site_id, key, response_id, revision_no, amendable_until
    from response_key_recent order by site_id, key;
  delete from response_key_recent;`;

/** @param most how many keys are written before they are put into the index */
export function createResponseKeys(database: Database.Database, most = mostRecent): ResponseKeys {
  const statements = prepareStatements(database);
  /** All that `response_key_recent` holds; undefined when that is not known. */
  let recent: VisitorMap<KeyRow & { responseId: number }> | undefined;
  const haveOthersWritten = createOtherWriters(database);

  /** Another process that has written may have added keys, or put these into the index. */
  function noticeOthers() {
    if (haveOthersWritten()) recent = undefined;
  }

  function settle() {
    noticeOthers();
    if (recent?.size() !== 0) database.exec(settleKeys);
    recent = createVisitorMap();
  }

  return {
    begin() {
      noticeOthers();
      if (!recent || recent.size() >= most) settle();
    },
    find: (visitor) => recent?.get(visitor) ?? statements.find.get(visitor.siteId, visitor.bytes),
    add(visitor, row) {
      const { responseId, revisionNo, amendableUntil } = row;
      const { siteId, bytes } = visitor;
      statements.addRecent.run(responseId, siteId, bytes, revisionNo, amendableUntil);
      recent?.set(visitor, row);
    },
    revise(visitor, revisionNo) {
      const known = recent?.get(visitor);
      if (known) {
        statements.reviseRecent.run(revisionNo, known.responseId);
        known.revisionNo = revisionNo;
      } else {
        statements.revise.run(revisionNo, visitor.siteId, visitor.bytes);
      }
    },
    settle,
    forget() {
      recent = undefined;
    },
  };
}

const prepareStatements = (database: Database.Database) => ({
  find: database.prepare<[siteId: number, key: Uint8Array], KeyRow>(
    `select response_id as responseId, revision_no as revisionNo,
            amendable_until as amendableUntil
     from response_key where site_id = ? and key = ?`,
  ),
  addRecent: database.prepare<
    [responseId: number, siteId: number, key: Uint8Array, revisionNo: number, until: number]
  >(
    `insert into response_key_recent (response_id, site_id, key, revision_no, amendable_until)
     values (?, ?, ?, ?, ?)`,
  ),
  revise: database.prepare<[revisionNo: number, siteId: number, key: Uint8Array]>(
    `update response_key set revision_no = ? where site_id = ? and key = ?`,
  ),
  reviseRecent: database.prepare<[revisionNo: number, responseId: number]>(
    `update response_key_recent set revision_no = ? where response_id = ?`,
  ),
});
