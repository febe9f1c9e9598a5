import { createHash } from 'node:crypto';
import type { MovedTable } from './moved-tables.ts';
import { keyOf, type TableRows, type Value } from './sqlite-rows.ts';

/** How many rows are read, or written, at a time. */
export const pageLength = 5000;

/** What a table comes to: two tables with the same sum have the same rows. */
export interface TableSum {
  rows: number;
  /** SHA-256 over all rows in the order of their keys, in hexadecimal digits. */
  sum: string;
}

/** Sums up a table, reading all its rows. */
export async function sumUp(source: TableRows, table: MovedTable): Promise<TableSum> {
  const hash = createHash('sha256');
  let rows = 0;
  let after: Value[] | null = null;
  for (;;) {
    const page = await source.readPage(table, after, pageLength);
    for (const row of page) hash.update(`${JSON.stringify(row)}\n`);
    rows += page.length;
    const last = page.at(-1);
    if (!last || page.length < pageLength) return { rows, sum: hash.digest('hex') };
    after = keyOf(table, last);
  }
}
