import { sql, type RawBuilder } from 'kysely';

/** A table of counts beside what should stand in it. */
export interface ComparedCounts {
  table: string;
  /** The columns that tell what is counted. */
  key: readonly string[];
  /** The columns that count. */
  counts: readonly string[];
  /** A query with both, for everything that is there to be counted. */
  counted: RawBuilder<unknown>;
}

/**
 * A query for the keys whose counts differ. What was counted and what stands in the table, taken
 * away, come to nothing where both are equal: a row of zeros is as good as no row. The two as
 * a join SQLite would compare each with each.
 * @param columns what to tell of a key
 */
export const differingKeys = (
  { table, key, counts, counted }: ComparedCounts,
  columns: RawBuilder<unknown>,
) => sql`
  with counted as (${counted})
  select ${columns} from (
    select ${refs(key)}, ${refs(counts)} from counted
    union all
    select ${refs(key)}, ${sql.join(counts.map((name) => sql`-${sql.ref(name)}`))}
    from ${sql.table(table)}
  ) as compared
  group by ${refs(key)}
  having ${sql.join(
    counts.map((name) => sql`sum(${sql.ref(name)}) <> 0`),
    sql` or `,
  )}
  order by 1, 3, 2`;

const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
