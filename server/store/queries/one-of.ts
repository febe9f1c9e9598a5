import { sql, type RawBuilder } from 'kysely';
import type { Connection } from '../connection.ts';

/**
 * Holds for rows with one of many numbers. PostgreSQL takes them as one value: to read
 * hundreds of them one by one costs it more than to find the rows.
 */
export const isOneOf = (
  { engine }: Pick<Connection, 'engine'>,
  column: string,
  numbers: number[],
): RawBuilder<boolean> =>
  engine === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${numbers}::bigint[])`
    : sql<boolean>`${sql.ref(column)} in (${sql.join(numbers.map((number) => sql.lit(number)))})`;
