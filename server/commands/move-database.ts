import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isPostgres } from '../store/engine-of.ts';
import { openStore } from '../store/open-store.ts';
import { isEqual, moveDatabase, type MovedSums } from '../store/postgres/move/move-database.ts';
import type { Command } from './command.ts';
import { createProgress, type Progress } from './progress.ts';

/** Moves everything from the embedded database to PostgreSQL, and proves that it is equal. */
export const moveDatabaseCommand: Command = {
  name: 'move-database',
  usage: `--to postgres://name:password@host/database
      copy the embedded database to PostgreSQL and prove that both are equal; the service
      must be stopped; when it is interrupted, run it again`,
  async run(config, args) {
    const { values } = parseArgs({ args, options: { to: { type: 'string' } } });
    const file = config.database;
    const url = values.to;
    if (url === undefined || !isPostgres(url)) {
      throw new Error('Give the address of the new database: --to postgres://…');
    }
    if (isPostgres(file) || !existsSync(file)) {
      throw new Error('GENSVAR_DATABASE must be the file of the embedded database to move.');
    }
    // Opening brings the tables of each up to date, so that they are the same.
    for (const database of [file, url]) {
      await (await openStore({ ...config, database })).close();
    }
    const moved = await moveDatabase({ file, url, onProgress: createTableProgress() });
    printSums(moved);
    if (!moved.every(isEqual)) throw new Error('The databases are not equal. Do not use the new.');
    console.log('All tables are equal. Give the service the new database in GENSVAR_DATABASE.');
  },
};

/** Tells of one table after the other. */
function createTableProgress(): (table: string, done: number, total: number) => void {
  let progress: Progress | undefined;
  let current = '';
  return (table, done, total) => {
    if (table !== current) {
      current = table;
      progress = createProgress(`Moving ${table}`, total);
    }
    progress?.step(done);
    if (done === total) progress?.end();
  };
}

function printSums(moved: MovedSums[]): void {
  const row = (...[table = '', ...cells]: string[]) =>
    table.padEnd(16) + cells.map((cell) => cell.padStart(14)).join('');
  console.log(row('Table', 'rows before', 'rows after', 'sum before', 'sum after', ''));
  for (const sums of moved) {
    const { table, from, to } = sums;
    const [before, after] = [from, to].map(({ sum }) => sum.slice(0, 12));
    const verdict = isEqual(sums) ? 'equal' : 'DIFFERENT';
    console.log(row(table, `${from.rows}`, `${to.rows}`, before ?? '', after ?? '', verdict));
  }
}
