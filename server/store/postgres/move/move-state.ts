import type { Client } from 'pg';
import type { MovedTable } from './moved-tables.ts';
import type { Value } from './sqlite-rows.ts';

/** How far a move has come, kept in the new database until all is proven equal. */
export interface MoveState {
  /** The key of the last row of a table that has been moved; null when there is none. */
  readPosition: (table: MovedTable) => Promise<{ after: Value[] | null; rows: number }>;
  /** Notes the position; in the transaction in which the rows are written. */
  notePosition: (table: MovedTable, after: Value[], rows: number) => Promise<void>;
  /** Forgets the move: the new database is complete. */
  end: () => Promise<void>;
}

/**
 * Begins a move, or goes on with the one that was interrupted. When the old database has
 * changed since, what was moved is thrown away and all begins anew.
 * @param fingerprint tells what is moved: the sums of all tables of the old database
 * @throws when the new database has rows that no unfinished move has put there
 */
export async function beginMove(
  client: Client,
  tables: MovedTable[],
  fingerprint: string,
): Promise<MoveState> {
  const { rows: found } = await client.query<{ exists: boolean }>(
    `select to_regclass('unfinished_move') is not null as exists`,
  );
  if (found[0]?.exists === true) {
    const { rows } = await client.query<{ fingerprint: string }>(
      `select after as fingerprint from unfinished_move where table_name = ''`,
    );
    if (rows[0]?.fingerprint !== fingerprint) await startAnew(client, tables, fingerprint);
  } else {
    await refuseRows(client, tables);
    await startAnew(client, tables, fingerprint);
  }

  return {
    async readPosition({ name }) {
      const { rows } = await client.query<{ after: string; rows: number }>(
        'select after, rows from unfinished_move where table_name = $1',
        [name],
      );
      const [position] = rows;
      if (!position) return { after: null, rows: 0 };
      return { after: JSON.parse(position.after) as Value[], rows: position.rows };
    },
    async notePosition({ name }, after, rows) {
      await client.query(
        `insert into unfinished_move (table_name, after, rows) values ($1, $2, $3)
         on conflict (table_name) do update set after = excluded.after, rows = excluded.rows`,
        [name, JSON.stringify(after), rows],
      );
    },
    async end() {
      await client.query('drop table unfinished_move');
    },
  };
}

async function refuseRows(client: Client, tables: MovedTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select 1 from "${name}" limit 1`);
    if (rowCount) {
      throw new Error(
        `The new database is not empty: there are rows in ${name}. Nothing is moved.`,
      );
    }
  }
}

async function startAnew(client: Client, tables: MovedTable[], fingerprint: string): Promise<void> {
  const names = tables.map(({ name }) => `"${name}"`).join(', ');
  await client.query('begin');
  await client.query(`truncate ${names}, comment_words`);
  await client.query('drop table if exists unfinished_move');
  await client.query(
    `create table unfinished_move (
       table_name text primary key, after text not null, rows bigint not null
     )`,
  );
  // A row of its own for the fingerprint: no table has this name.
  await client.query(`insert into unfinished_move values ('', $1, 0)`, [fingerprint]);
  await client.query('commit');
}
