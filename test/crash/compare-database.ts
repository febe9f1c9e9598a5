import Database from 'better-sqlite3';
import { keyDigits } from '../../server/store/key-bytes.ts';
import { sqliteKeys } from '../support/stored-rows.ts';
import { ownWord, type LedgerEntry } from './ledger.ts';

/** Something that must hold, with whatever was found against it. */
export interface KeptPromise {
  name: string;
  broken: string[];
}

interface StoredRow {
  key: Buffer;
  revisionNo: number;
  id: number;
  answer: string;
  address: string;
  comment: string | null;
}

/** Compares the file, through a connection of its own, with what the visitors know. */
export function compareDatabase(file: string, entries: LedgerEntry[]): KeptPromise[] {
  const database = new Database(file);
  try {
    const rows = database
      .prepare<[], StoredRow>(
        `select key, revision_no as revisionNo, response.id, answer, address, text as comment
         from ${sqliteKeys} as response_key
         join response on response.id = response_key.response_id
         join page on page.id = response.page_id
         left join comment on comment.response_id = response.id`,
      )
      .all();
    const byKey = new Map(rows.map((row) => [row.key.toString('hex'), row]));
    const rowOf = ({ id }: LedgerEntry) => byKey.get(keyDigits(id));
    const found = entries.flatMap((entry) => {
      const row = rowOf(entry);
      return row ? [{ entry, row }] : [];
    });
    return [
      {
        name: 'no acknowledged answer is missing',
        broken: entries
          .filter((entry) => entry.acknowledged > (rowOf(entry)?.revisionNo ?? 0))
          .map(({ id, acknowledged }) => `${id}, revision ${acknowledged}`),
      },
      {
        name: 'each answer is stored as its visitor sent it, on its page',
        broken: found
          .filter(({ entry, row }) => !isAsSent(entry, row))
          .map(({ entry }) => entry.id),
      },
      {
        name: 'none is stored twice, and none that nobody sent',
        broken: differing(
          ['responses', count(database, 'response')],
          ['keys', count(database, sqliteKeys)],
          ['sent and found', found.length],
        ),
      },
      ...compareCounts(database),
      ...compareCommentCounts(database),
      {
        name: 'the words of each comment, and no others, find it',
        broken: [
          ...differing(
            ['comments', count(database, 'comment')],
            ['in the index', count(database, 'comment_words')],
          ),
          ...notFoundByWord(database, found),
        ],
      },
      { name: 'the file is sound', broken: unsound(database) },
    ];
  } finally {
    database.close();
  }
}

function isAsSent({ page, sent }: LedgerEntry, row: StoredRow): boolean {
  const said = sent[row.revisionNo - 1];
  return (
    said !== undefined &&
    row.address === page &&
    row.answer === said.answer &&
    row.comment === (said.comment ?? null)
  );
}

const count = (database: Database.Database, table: string): number =>
  database.prepare<[], { rows: number }>(`select count(*) as rows from ${table}`).get()?.rows ?? -1;

const differing = (...numbers: [name: string, number: number][]): string[] =>
  new Set(numbers.map(([, number]) => number)).size === 1
    ? []
    : [numbers.map(([name, number]) => `${number} ${name}`).join(', ')];

/** Each table of counts beside what the responses themselves come to. */
function compareCounts(database: Database.Database): KeptPromise[] {
  const tables = {
    page_day: 'site_id, page_id, day',
    site_day_page: 'site_id, page_id, day',
    site_day: 'site_id, day',
    page_total: 'site_id, page_id',
  };
  return Object.entries(tables).map(([table, place]) => {
    const stored = `select ${place}, sum(yes) as yes, sum(no) as no, sum(partly) as partly,
        sum(comments) as comments, sum(left_out) as left_out from ${table} group by ${place}`;
    const counted = `select ${place}, sum(answer = 'yes'), sum(answer = 'no'),
        sum(answer = 'partly'), sum(comment.response_id is not null), 0
      from (select * from response) as response
      left join (select response_id from comment) as comment on comment.response_id = response.id
      group by ${place}`;
    const lacking = (one: string, other: string) =>
      database.prepare(`select * from (${one}) except select * from (${other})`).all();
    const rows = [...lacking(stored, counted), ...lacking(counted, stored)];
    return {
      name: `${table} equals the answers themselves`,
      broken: rows.map((row) => JSON.stringify(row)),
    };
  });
}

/** Each table that counts comments beside the comments; no editor is at work here. */
function compareCommentCounts(database: Database.Database): KeptPromise[] {
  const tables = {
    page_comments: ['site_id, page_id', 'stored, waiting', 'count(*), count(*)'],
    page_span_comments: ['site_id, page_id, span', 'stored', 'count(*)'],
    site_day_comments: ['site_id, utc_day', 'stored', 'count(*)'],
  };
  const comments = `select site_id, page_id, received / 86400000 as utc_day,
      received / 86400000 / 32 as span from comment`;
  return Object.entries(tables).map(([table, [place, columns, counted]]) => {
    const stored = `select ${place}, ${columns} from ${table}`;
    const own = `select ${place}, ${counted} from (${comments}) group by ${place}`;
    const lacking = (one: string, other: string) =>
      database.prepare(`select * from (${one}) except select * from (${other})`).all();
    return {
      name: `${table} equals the comments themselves`,
      broken: [...lacking(stored, own), ...lacking(own, stored)].map((row) => JSON.stringify(row)),
    };
  });
}

function notFoundByWord(
  database: Database.Database,
  found: { entry: LedgerEntry; row: StoredRow }[],
): string[] {
  const search = database
    .prepare<[string], number>('select rowid from comment_words where comment_words match ?')
    .pluck();
  return found
    .filter(({ row }) => row.comment !== null)
    .filter(({ entry, row }) => {
      const rowids = search.all(`"${row.comment?.split(' ').at(-1) ?? ''}"`);
      const own = row.comment?.includes(ownWord(entry.id)) === true;
      return !own || rowids.length !== 1 || rowids[0] !== row.id;
    })
    .map(({ entry }) => entry.id);
}

function unsound(database: Database.Database): string[] {
  const integrity = database.pragma('integrity_check', { simple: true });
  const foreignKeys = database.pragma('foreign_key_check') as unknown[];
  try {
    database.exec("insert into comment_words (comment_words) values ('integrity-check')");
  } catch (error) {
    return [String(error)];
  }
  return [
    ...(integrity === 'ok' ? [] : [String(integrity)]),
    ...foreignKeys.map((row) => JSON.stringify(row)),
  ];
}
