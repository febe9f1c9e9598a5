import Database from 'better-sqlite3';
import { Client } from 'pg';
import { connectionSettings } from '../create-pool.ts';
import { separateWords, wordsOf } from '../comment-words.ts';
import { pageLength, sumUp, type TableSum } from './checksums.ts';
import { settleKeys } from '../../sqlite/response-keys.ts';
import { beginMove, type MoveState } from './move-state.ts';
import { listMovedTables, type MovedTable } from './moved-tables.ts';
import { createPostgresRows, type PostgresRows } from './postgres-rows.ts';
import { createSqliteRows, keyOf, type Row, type TableRows } from './sqlite-rows.ts';

/** A table with what it comes to on both sides. */
export interface MovedSums {
  table: string;
  from: TableSum;
  to: TableSum;
}

export interface MoveOptions {
  /** The file of the embedded database. Nobody else can write to it meanwhile. */
  file: string;
  /** The address of the PostgreSQL database, whose tables are there. */
  url: string;
  /** Is told how many rows of a table have been moved. */
  onProgress: (table: string, done: number, total: number) => void;
}

interface Move {
  client: Client;
  from: TableRows;
  to: PostgresRows;
  state: MoveState;
  onProgress: MoveOptions['onProgress'];
}

/**
 * Moves all rows to another database and sums up both sides. It can be interrupted at any
 * time and run again.
 * @throws when the new database is not empty, somebody writes to the old one, or it has
 * answers that are not in their tables
 */
export async function moveDatabase({ file, url, onProgress }: MoveOptions): Promise<MovedSums[]> {
  const source = new Database(file, { fileMustExist: true });
  const client = new Client(connectionSettings(url));
  client.on('error', () => {});
  try {
    // Keeps every other process from writing until the end.
    source.exec('begin immediate');
    checkInboxes(source);
    source.exec(settleKeys);
    await client.connect();
    const tables = listMovedTables(source);
    const from = createSqliteRows(source);
    const to = await createPostgresRows(client, tables);
    const sums = new Map<string, TableSum>();
    for (const table of tables) sums.set(table.name, await sumUp(from, table));
    const state = await beginMove(client, tables, JSON.stringify([...sums]));
    const move = { client, from, to, state, onProgress };
    const moved: MovedSums[] = [];
    for (const table of tables) await moveTable(move, table, sums.get(table.name)?.rows ?? 0);
    await setNextNumbers(client);
    for (const table of tables) {
      const sum = sums.get(table.name);
      if (sum) moved.push({ table: table.name, from: sum, to: await sumUp(to, table) });
    }
    if (moved.every(isEqual)) await state.end();
    return moved;
  } finally {
    source.close();
    await client.end();
  }
}

/** What waits is put into its tables when the database is opened as a store: see inbox.ts. */
function checkInboxes(source: Database.Database): void {
  const left = source
    .prepare('select 1 from inbox union all select 1 from inbox_refused limit 1')
    .get();
  if (left) {
    throw new Error('The old database has answers that are not in their tables: gensvar check');
  }
}

/** Whether a table is the same on both sides. */
export const isEqual = ({ from, to }: MovedSums): boolean =>
  from.rows === to.rows && from.sum === to.sum;

async function moveTable(move: Move, table: MovedTable, total: number): Promise<void> {
  const { client, from, to, state, onProgress } = move;
  let { after, rows: done } = await state.readPosition(table);
  for (;;) {
    const page = await from.readPage(table, after, pageLength);
    const last = page.at(-1);
    if (!last) break;
    after = keyOf(table, last);
    done += page.length;
    await client.query('begin');
    await to.addPage(table, page);
    if (table.name === 'comment') await indexComments(client, table, page);
    await state.notePosition(table, after, done);
    await client.query('commit');
    onProgress(table.name, done, total);
  }
}

/** Makes the words of comments findable: each engine has them in its own way. */
async function indexComments(client: Client, table: MovedTable, page: Row[]): Promise<void> {
  const valueOf = (row: Row, column: string) => row[table.columns.indexOf(column)];
  const input = page.map((row) => ({
    id: valueOf(row, 'response_id'),
    site: valueOf(row, 'site_id'),
    ...separateWords(String(valueOf(row, 'text'))),
  }));
  await client.query(
    `insert into comment_words (response_id, site_id, words)
     select id, site, ${wordsOf('exact', 'folded', 'site')}
     from json_to_recordset($1) as row (id bigint, site bigint, exact text, folded text)`,
    [JSON.stringify(input)],
  );
}

/** New rows are numbered on from the highest number that was moved. */
async function setNextNumbers(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select table_name as table, column_name as column,
            pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
     from information_schema.columns
     where table_schema = current_schema() and is_identity = 'YES'`,
  );
  const sequences = [...rows, { table: 'response', column: 'id', sequence: 'response_number' }];
  for (const { table, column, sequence } of sequences) {
    await client.query(
      `select setval($1, coalesce(max("${column}"), 0) + 1, false) from "${table}"`,
      [sequence],
    );
  }
}
